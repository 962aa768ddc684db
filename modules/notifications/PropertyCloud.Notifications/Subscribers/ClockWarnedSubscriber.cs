using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Notifications.Notices;

namespace PropertyCloud.Notifications.Subscribers;

internal sealed class ClockWarnedSubscriber(NoticeWriter writer) : ISubscriber<ClockWarned>
{
    public Task HandleAsync(ClockWarned happened, EventEnvelope envelope, CancellationToken cancellation) =>
        writer.WriteAsync(NoticeRules.For(happened), envelope, cancellation);
}

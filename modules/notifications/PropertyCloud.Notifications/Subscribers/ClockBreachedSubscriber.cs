using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Notifications.Notices;

namespace PropertyCloud.Notifications.Subscribers;

internal sealed class ClockBreachedSubscriber(NoticeWriter writer) : ISubscriber<ClockBreached>
{
    public Task HandleAsync(ClockBreached happened, EventEnvelope envelope, CancellationToken cancellation) =>
        writer.WriteAsync(NoticeRules.For(happened), envelope, cancellation);
}

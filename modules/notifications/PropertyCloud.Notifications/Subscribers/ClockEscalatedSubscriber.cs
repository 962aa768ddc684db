using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Notifications.Notices;

namespace PropertyCloud.Notifications.Subscribers;

internal sealed class ClockEscalatedSubscriber(NoticeWriter writer) : ISubscriber<ClockEscalated>
{
    public Task HandleAsync(ClockEscalated happened, EventEnvelope envelope, CancellationToken cancellation) =>
        writer.WriteAsync(NoticeRules.For(happened), envelope, cancellation);
}

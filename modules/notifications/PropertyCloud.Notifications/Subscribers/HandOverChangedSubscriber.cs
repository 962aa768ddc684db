using PropertyCloud.Butler.Contracts;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Notifications.Notices;

namespace PropertyCloud.Notifications.Subscribers;

internal sealed class HandOverChangedSubscriber(NoticeWriter writer) : ISubscriber<HandOverChanged>
{
    public Task HandleAsync(HandOverChanged happened, EventEnvelope envelope, CancellationToken cancellation) =>
        writer.WriteAsync(NoticeRules.For(happened), envelope, cancellation);
}

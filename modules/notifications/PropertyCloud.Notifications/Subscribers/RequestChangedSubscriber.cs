using PropertyCloud.Butler.Contracts;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Notifications.Notices;

namespace PropertyCloud.Notifications.Subscribers;

internal sealed class RequestChangedSubscriber(NoticeWriter writer) : ISubscriber<RequestChanged>
{
    public async Task HandleAsync(RequestChanged happened, EventEnvelope envelope, CancellationToken cancellation)
    {
        await writer.SettleAsync(NoticeRules.Settles(happened), envelope, cancellation);
        await writer.WriteAsync(NoticeRules.For(happened), envelope, cancellation);
    }
}

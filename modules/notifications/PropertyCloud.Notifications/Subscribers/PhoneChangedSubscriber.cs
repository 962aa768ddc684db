using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Notifications.Notices;

namespace PropertyCloud.Notifications.Subscribers;

internal sealed class PhoneChangedSubscriber(NoticeWriter writer) : ISubscriber<PhoneChanged>
{
    public async Task HandleAsync(PhoneChanged happened, EventEnvelope envelope, CancellationToken cancellation)
    {
        await writer.SettleAsync(NoticeRules.Settles(happened), envelope, cancellation);
        await writer.WriteAsync(NoticeRules.For(happened), envelope, cancellation);
    }
}

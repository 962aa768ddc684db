using PropertyCloud.Butler.Contracts;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Notifications.Notices;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Notifications.Subscribers;

internal sealed class OrderChangedSubscriber(NoticeWriter writer, IRequestLookup requests) : ISubscriber<OrderChanged>
{
    public async Task HandleAsync(OrderChanged happened, EventEnvelope envelope, CancellationToken cancellation)
    {
        Guid? responsible = null;
        if (happened.Change == OrderChange.Declined && NoticeRules.IsRequest(happened))
            responsible = (await requests.GetAsync([happened.SourceId], cancellation)).GetValueOrDefault(happened.SourceId)?.ResponsibleId;
        await writer.SettleAsync(NoticeRules.Settles(happened), envelope, cancellation);
        await writer.WriteAsync(NoticeRules.For(happened, responsible), envelope, cancellation);
    }
}

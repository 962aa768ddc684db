using PropertyCloud.Butler.Contracts;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Notifications.Notices;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Notifications.Subscribers;

/// <summary>Only hurrying is told from here; withdrawing and rework are told by the order's own events.</summary>
internal sealed class OrderInstructedSubscriber(NoticeWriter writer, IWorkOrderLookup orders, IRequestLookup requests) : ISubscriber<OrderInstructed>
{
    public async Task HandleAsync(OrderInstructed happened, EventEnvelope envelope, CancellationToken cancellation)
    {
        if (happened.Instruction != OrderInstruction.Urge) return;
        var order = (await orders.GetBySourceAsync([happened.RequestId], cancellation))[happened.RequestId].FirstOrDefault(o => o.Id == happened.OrderId);
        var request = (await requests.GetAsync([happened.RequestId], cancellation)).GetValueOrDefault(happened.RequestId);
        await writer.WriteAsync(NoticeRules.For(happened, order, NoticePlace.Of(request?.CommunityId, request?.ClusterId)), envelope, cancellation);
    }
}

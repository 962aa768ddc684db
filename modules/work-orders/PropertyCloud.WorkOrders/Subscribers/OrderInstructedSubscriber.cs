using PropertyCloud.Butler.Contracts;
using PropertyCloud.Kernel.Events;
using PropertyCloud.WorkOrders.Data;
using PropertyCloud.WorkOrders.Orders;

namespace PropertyCloud.WorkOrders.Subscribers;

/// <summary>Withdraws, hurries or reopens an order. What no longer fits the order's state is left alone: the butler learns of that
/// state by the order's own events.</summary>
internal sealed class OrderInstructedSubscriber(WorkOrdersDbContext db) : ISubscriber<OrderInstructed>
{
    public Task HandleAsync(OrderInstructed happened, EventEnvelope envelope, CancellationToken cancellation) => db.RetryAsync(async () =>
    {
        // The order itself is made by an earlier event of the same subject.
        if (await db.TryGetAsync<WorkOrder>(happened.OrderId, cancellation) is not { } order) return false;
        var changed = happened.Instruction switch
        {
            OrderInstruction.Withdraw => order.Withdraw(happened.ActorId, happened.Reason, happened.At),
            OrderInstruction.Urge => order.Urge(happened.ActorId, happened.Reason, happened.At),
            OrderInstruction.Rework => order.Rework(happened.ActorId, happened.Reason, happened.At),
            _ => false,
        };
        if (changed) await db.SaveChangesAsync(cancellation);
        return changed;
    });
}

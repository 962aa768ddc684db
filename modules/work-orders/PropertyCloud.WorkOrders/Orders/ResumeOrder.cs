using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>恢复. Goes on where the hold began.</summary>
internal sealed class ResumeOrder(OrderChanges changes, TimeProvider clock) : IUseCase
{
    public Task HandleAsync(Guid orderId, CancellationToken cancellation) =>
        changes.ApplyAsync(orderId, "work-orders.resume", new { orderId }, (order, actor) => order.Resume(actor, clock.Now()), cancellation);
}

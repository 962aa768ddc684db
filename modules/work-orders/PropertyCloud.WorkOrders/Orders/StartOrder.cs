using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>开工. Also without an arrival, where the work needs no visit.</summary>
internal sealed class StartOrder(OrderChanges changes, TimeProvider clock) : IUseCase
{
    public Task HandleAsync(Guid orderId, CancellationToken cancellation) =>
        changes.ApplyAsync(orderId, "work-orders.start", new { orderId }, (order, actor) => order.Start(actor, clock.Now()), cancellation);
}

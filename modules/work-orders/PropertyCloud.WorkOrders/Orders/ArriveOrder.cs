using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>到场. Said on site by who holds the order; the first arrival stops the source's arrival clock.</summary>
internal sealed class ArriveOrder(OrderChanges changes, TimeProvider clock) : IUseCase
{
    public Task HandleAsync(Guid orderId, CancellationToken cancellation) =>
        changes.ApplyAsync(orderId, "work-orders.arrive", new { orderId }, (order, actor) => order.Arrive(actor, clock.Now()), cancellation);
}

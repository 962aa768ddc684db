using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>接单. Of two people at once one wins; the other is told who was first, and when. Taking one's own again is harmless.</summary>
internal sealed class TakeOrder(OrderChanges changes, OrderNames names, Display show, TimeProvider clock) : IUseCase
{
    public async Task HandleAsync(Guid orderId, CancellationToken cancellation)
    {
        try
        {
            await changes.ApplyAsync(orderId, "work-orders.take", new { orderId }, (order, actor) => order.Take(actor, clock.Now()), cancellation);
        }
        catch (OrderTakenException late)
        {
            var first = await names.PersonAsync(late.TakenBy, cancellation);
            throw new DomainException(late.Code, "{0} {1} 已接单，你看到的是旧的", first, show.When(late.TakenAt));
        }
    }
}

using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>挂起. For a reason; pauses only the resolve clock.</summary>
internal sealed class HoldOrder(OrderChanges changes, TimeProvider clock) : IUseCase
{
    internal sealed record Request(string? Reason);

    public Task HandleAsync(Guid orderId, Request asked, CancellationToken cancellation) =>
        changes.ApplyAsync(orderId, "work-orders.hold", new { orderId, asked }, (order, actor) => order.Hold(actor, asked.Reason, clock.Now()), cancellation);
}

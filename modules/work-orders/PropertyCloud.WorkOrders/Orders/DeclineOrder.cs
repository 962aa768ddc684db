using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>退单. For a reason; the source has to find another way.</summary>
internal sealed class DeclineOrder(OrderChanges changes, TimeProvider clock) : IUseCase
{
    internal sealed record Request(string? Reason);

    public Task HandleAsync(Guid orderId, Request asked, CancellationToken cancellation) =>
        changes.ApplyAsync(orderId, "work-orders.decline", new { orderId, asked }, (order, actor) => order.Decline(actor, asked.Reason, clock.Now()), cancellation);
}

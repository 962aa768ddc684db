using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>指派. Names who of the order's department is to take a dispatched order.</summary>
internal sealed class AssignOrder(OrderChanges changes, OrderNames names, TimeProvider clock) : IUseCase
{
    internal sealed record Request(Guid? Assignee);

    public Task HandleAsync(Guid orderId, Request asked, CancellationToken cancellation)
    {
        new Check().That(asked.Assignee is not null, "assignee", "kernel.required", "选一个人").ThrowIfAny();
        return changes.ApplyAsync(orderId, "work-orders.assign", new { orderId, asked }, async (order, actor) =>
        {
            await names.RequireMemberAsync(asked.Assignee!.Value, order.Department, cancellation);
            order.Assign(actor, asked.Assignee.Value, clock.Now());
        }, cancellation);
    }
}

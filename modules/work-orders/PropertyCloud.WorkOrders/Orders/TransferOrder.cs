using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>转派. Gives the order to another department or person, for a reason.</summary>
internal sealed class TransferOrder(OrderChanges changes, OrderNames names, TimeProvider clock) : IUseCase
{
    /// <param name="Assignee">Null: anybody of the department.</param>
    internal sealed record Request(string? Department, Guid? Assignee, string? Reason);

    public Task HandleAsync(Guid orderId, Request asked, CancellationToken cancellation)
    {
        new Check().Required(asked.Department, "department", "选转给哪个部门").ThrowIfAny();
        return changes.ApplyAsync(orderId, "work-orders.transfer", new { orderId, asked }, async (order, actor) =>
        {
            if (asked.Assignee is { } person) await names.RequireMemberAsync(person, asked.Department!, cancellation);
            order.Transfer(actor, asked.Department!, asked.Assignee, asked.Reason, clock.Now());
        }, cancellation);
    }
}

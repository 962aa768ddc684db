using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.WorkOrders.Data;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>The way every act on an order goes: load what the user reaches, let the aggregate decide, save once. Runs again from
/// a clean load when somebody else saved first, and a repeat under the same idempotency key changes nothing.</summary>
internal sealed class OrderChanges(WorkOrdersDbContext db, OrderAccess access, IIdempotency idempotency, ICurrentUser user)
{
    /// <param name="operation">Stable, <c>work-orders.take</c>.</param>
    /// <param name="body">What was asked, for the key's hash.</param>
    public Task ApplyAsync(Guid orderId, string operation, object body, Func<WorkOrder, Actor, Task> change, CancellationToken cancellation)
    {
        user.RequireId();
        return db.RetryAsync(() => idempotency.RunAsync(db, operation, body, async tell =>
        {
            var order = await access.LoadAsync(orderId, cancellation);
            var actor = Actor.Of(user);
            RequireRight(order, actor);
            await change(order, actor);
            tell(order.Id);
            await db.SaveChangesAsync(cancellation);
            return order.Id;
        }, cancellation));
    }

    public Task ApplyAsync(Guid orderId, string operation, object body, Action<WorkOrder, Actor> change, CancellationToken cancellation) =>
        ApplyAsync(orderId, operation, body, (order, actor) =>
        {
            change(order, actor);
            return Task.CompletedTask;
        }, cancellation);

    // Whoever is named may act on the order without the general permission: a butler may be an assignee.
    private static void RequireRight(WorkOrder order, Actor actor)
    {
        if (!actor.MayTake && !actor.MayAssign && order.AssigneeId != actor.Id) throw DomainException.Forbidden();
    }
}

using PropertyCloud.Kernel.Security;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>Who changes an order, as far as its rules care.</summary>
/// <param name="Id">Null for the system.</param>
/// <param name="Department">Code of the actor's department, or null.</param>
/// <param name="MayTake">Works on orders of the own department.</param>
/// <param name="MayAssign">Heads, supervisors, directors and the front desk: assigns and transfers what others hold.</param>
internal sealed record Actor(Guid? Id, string? Department, bool MayTake, bool MayAssign)
{
    public static Actor Of(ICurrentUser user) => new(user.Id, user.Access?.Department,
        user.Has(WorkOrdersPermissions.Take), user.Has(WorkOrdersPermissions.Assign));
}

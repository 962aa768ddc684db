using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.WorkOrders.Data;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>Which orders the current user reaches: by data scope, and always what is theirs or their department's (the department
/// works as one: who was first on an order must be seen by who was second).</summary>
internal sealed class OrderAccess(WorkOrdersDbContext db, ICurrentUser user)
{
    public IQueryable<WorkOrder> Reachable()
    {
        var me = user.Id;
        var department = user.Access?.Department;
        var scope = user.Has(WorkOrdersPermissions.ViewAll) ? DataScope.Company : user.Scope;
        return db.Orders.Within(scope, o => o.CommunityId, o => o.ClusterId, o => o.Department,
            own: o => o.AssigneeId == me || (department != null && o.Department == department));
    }

    /// <summary>The order, to be changed; 404 where it is out of reach.</summary>
    public async Task<WorkOrder> LoadAsync(Guid id, CancellationToken cancellation) =>
        await Reachable().FirstOrDefaultAsync(o => o.Id == id, cancellation) ?? throw DomainException.NotFound();
}

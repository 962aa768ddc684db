using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>Which list is asked for.</summary>
internal enum OrderList
{
    /// <summary>Open orders in the current user's hands, what is due first on top.</summary>
    Mine = 1,

    /// <summary>Waiting for somebody of the current user's department.</summary>
    Takeable = 2,

    /// <summary>Everything that is reached, by column or open.</summary>
    All = 3,
}

/// <summary>A page of orders by the time that is left; completed ones newest first.</summary>
internal sealed class ListOrders(OrderAccess access, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public const int PageSize = 20;

    public async Task<PageOf<WorkOrder>> HandleAsync(OrderList list, OrderFilter filter, OrderColumn? column, int page, CancellationToken cancellation)
    {
        var number = Math.Clamp(page, 1, 10_000);
        var matching = filter.Apply(Among(list, column), clock.Now());
        var total = await matching.CountAsync(cancellation);
        var items = await Sort(matching, column).AsNoTracking().Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return new(items, number, PageSize, total);
    }

    /// <summary>How many wait in the worker's two lists.</summary>
    public async Task<(int Mine, int Takeable)> CountAsync(CancellationToken cancellation) =>
        (await Among(OrderList.Mine, null).CountAsync(cancellation), await Among(OrderList.Takeable, null).CountAsync(cancellation));

    private IQueryable<WorkOrder> Among(OrderList list, OrderColumn? column)
    {
        var me = user.RequireId();
        var department = user.Access?.Department;
        var reachable = access.Reachable();
        return list switch
        {
            OrderList.Mine => reachable.Where(o => o.AssigneeId == me && WorkOrderLookup.OpenStates.Contains(o.Status)),
            OrderList.Takeable => reachable.Where(o => o.AssigneeId == null && o.Status == OrderStatus.Dispatched && o.Department == department),
            _ => column is { } c
                ? reachable.Where(o => OrderFilter.StatesOf(c).Contains(o.Status))
                : reachable.Where(o => WorkOrderLookup.OpenStates.Contains(o.Status)),
        };
    }

    private static IOrderedQueryable<WorkOrder> Sort(IQueryable<WorkOrder> orders, OrderColumn? column) => column is OrderColumn.Done
        ? orders.OrderByDescending(o => o.CompletedAt).ThenBy(o => o.Id)
        : orders.OrderBy(o => o.NextDueAt).ThenBy(o => o.DispatchedAt).ThenBy(o => o.Id);
}

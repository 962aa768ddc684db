using Microsoft.EntityFrameworkCore;
using PropertyCloud.WorkOrders.Contracts;
using PropertyCloud.WorkOrders.Data;

namespace PropertyCloud.WorkOrders.Orders;

internal sealed class WorkOrderLookup(WorkOrdersDbContext db) : IWorkOrderLookup
{
    public async Task<ILookup<Guid, OrderSummary>> GetBySourceAsync(IReadOnlyCollection<Guid> sourceIds, CancellationToken cancellation = default)
    {
        if (sourceIds.Count == 0) return Enumerable.Empty<OrderSummary>().ToLookup(o => o.SourceId);
        var orders = await db.Orders.AsNoTracking().Where(o => sourceIds.Contains(o.SourceId))
            .OrderBy(o => o.CreatedAt).ThenBy(o => o.Number)
            .Select(o => new OrderSummary(o.Id, o.Number, o.SourceId, o.Department, o.AssigneeId, o.Status, o.DispatchedAt, o.TakenAt, o.ArrivedAt, o.CompletedAt, o.IsRework))
            .ToListAsync(cancellation);
        return orders.ToLookup(o => o.SourceId);
    }

    public async Task<IReadOnlyDictionary<Guid, int>> CountOpenByAssigneeAsync(CancellationToken cancellation = default)
    {
        var counts = await db.Orders.Where(o => o.AssigneeId != null && OpenStates.Contains(o.Status))
            .GroupBy(o => o.AssigneeId!.Value)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellation);
        return counts.ToDictionary(c => c.Key, c => c.Count);
    }

    internal static readonly OrderStatus[] OpenStates =
        [OrderStatus.Dispatched, OrderStatus.Taken, OrderStatus.Arrived, OrderStatus.InProgress, OrderStatus.OnHold];
}

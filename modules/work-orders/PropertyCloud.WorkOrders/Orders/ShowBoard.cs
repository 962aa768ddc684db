using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>The department's board: the first orders of each column and how many there are.</summary>
internal sealed class ShowBoard(OrderAccess access, TimeProvider clock) : IUseCase
{
    public const int MostInColumn = 50;

    /// <summary>Completed orders leave the board after a day; the list keeps them.</summary>
    private static readonly TimeSpan DoneFor = TimeSpan.FromHours(24);

    internal sealed record Column(OrderColumn Kind, int Total, IReadOnlyList<WorkOrder> Orders);

    internal sealed record Board(IReadOnlyList<Column> Columns, int Overdue);

    public async Task<Board> HandleAsync(OrderFilter filter, CancellationToken cancellation)
    {
        var now = clock.Now();
        var matching = filter.Apply(access.Reachable(), now);
        var columns = new List<Column>(4);
        // Four columns, four index ranges: one query over all states could not stop at fifty of each.
        foreach (var kind in Enum.GetValues<OrderColumn>()) columns.Add(await ReadAsync(matching, kind, now, cancellation));
        var overdue = await (filter with { Overdue = true }).Apply(access.Reachable(), now).CountAsync(cancellation);
        return new(columns, overdue);
    }

    private static async Task<Column> ReadAsync(IQueryable<WorkOrder> matching, OrderColumn kind, DateTime now, CancellationToken cancellation)
    {
        var states = OrderFilter.StatesOf(kind);
        var since = now - DoneFor;
        var rows = kind is OrderColumn.Done
            ? matching.Where(o => o.Status == OrderStatus.Completed && o.CompletedAt >= since)
            : matching.Where(o => states.Contains(o.Status));
        var sorted = kind is OrderColumn.Done
            ? rows.OrderByDescending(o => o.CompletedAt).ThenBy(o => o.Id)
            : rows.OrderBy(o => o.NextDueAt).ThenBy(o => o.DispatchedAt).ThenBy(o => o.Id);
        var shown = await sorted.AsNoTracking().Take(MostInColumn + 1).ToListAsync(cancellation);
        if (shown.Count <= MostInColumn) return new(kind, shown.Count, shown);
        return new(kind, await rows.CountAsync(cancellation), shown[..MostInColumn]);
    }
}

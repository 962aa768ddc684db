using Microsoft.EntityFrameworkCore;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>Columns of the board.</summary>
internal enum OrderColumn { Waiting = 1, Working = 2, OnHold = 3, Done = 4 }

/// <summary>What narrows boards and lists.</summary>
/// <param name="Department">A department code, or null for all that are reached.</param>
/// <param name="Overdue">Only open orders whose next promised instant is past.</param>
/// <param name="Search">Beginning of a number or a plate, or words of the title.</param>
internal sealed record OrderFilter(string? Department = null, bool Overdue = false, string? Search = null)
{
    public const int SearchLength = 60;

    public bool IsEmpty => Department is null && !Overdue && string.IsNullOrWhiteSpace(Search);

    public IQueryable<WorkOrder> Apply(IQueryable<WorkOrder> orders, DateTime now)
    {
        if (Department is { } department) orders = orders.Where(o => o.Department == department);
        if (Overdue) orders = orders.Where(o => o.NextDueAt < now && WorkOrderLookup.OpenStates.Contains(o.Status));
        if (string.IsNullOrWhiteSpace(Search)) return orders;
        var text = Search.Trim();
        if (text.Length > SearchLength) text = text[..SearchLength];
        var upper = text.ToUpperInvariant();
        return orders.Where(o => o.Number.StartsWith(upper) || o.SourceNumber.StartsWith(upper) || o.Plate.StartsWith(text) || o.Title.Contains(text));
    }

    public static OrderStatus[] StatesOf(OrderColumn column) => column switch
    {
        OrderColumn.Waiting => [OrderStatus.Dispatched],
        OrderColumn.Working => [OrderStatus.Taken, OrderStatus.Arrived, OrderStatus.InProgress],
        OrderColumn.OnHold => [OrderStatus.OnHold],
        OrderColumn.Done => [OrderStatus.Completed],
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };
}

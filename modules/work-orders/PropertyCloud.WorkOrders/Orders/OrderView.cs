using PropertyCloud.Kernel.Web;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>An order as programs read it. Instants are UTC; a due instant is null where nothing is promised.</summary>
internal sealed record OrderView(Guid Id, string Number, string SourceType, Guid SourceId, string SourceNumber, string Department, Guid? AssigneeId,
    string Title, string? Note, string Kind, string? ItemCode, string Severity, string Plate, OrderStatus Status, bool IsRework, int UrgedCount, string? HoldReason,
    DateTime DispatchedAt, DateTime? TakenAt, DateTime? ArrivedAt, DateTime? CompletedAt, DateTime? ArriveDueAt, DateTime? ResolveDueAt, long Version)
{
    public static OrderView Of(WorkOrder o) => new(o.Id, o.Number, o.SourceType, o.SourceId, o.SourceNumber, o.Department, o.AssigneeId, o.Title, o.Note, o.Kind,
        o.ItemCode, o.Severity, o.Plate, o.Status, o.IsRework, o.UrgedCount, o.HoldReason, o.DispatchedAt, o.TakenAt, o.ArrivedAt, o.CompletedAt, o.ArriveDueAt,
        o.ResolveDueAt, o.Version);

    public static PageOf<OrderView> Of(PageOf<WorkOrder> page) => new([.. page.Items.Select(Of)], page.Number, page.Size, page.Total);
}

internal sealed record OrderEntryView(int Ordinal, OrderEntryKind Kind, DateTime At, Guid? ActorId, Guid? AssigneeId, string Department, string? Reason, string? Note, IReadOnlyList<Guid> PhotoIds)
{
    public static OrderEntryView Of(OrderEntry e) => new(e.Ordinal, e.Kind, e.At, e.ActorId, e.AssigneeId, e.Department, e.Reason, e.Note, e.PhotoIds);
}

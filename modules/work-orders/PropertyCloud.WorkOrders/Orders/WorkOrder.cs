using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>A department's piece of work for a source (a resident's request): dispatched > taken > arrived > in progress &lt;> on
/// hold > completed; declined and withdrawn end it, a transfer sends it back to dispatched for somebody else.</summary>
[Audited]
internal sealed partial class WorkOrder : AggregateRoot
{
    /// <summary>Sorts what is not promised after everything that is.</summary>
    public static readonly DateTime NoDue = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly List<OrderEntry> _entries = [];

    private WorkOrder() { }

    public string Number { get; private set; } = "";
    public string SourceType { get; private set; } = "";
    public Guid SourceId { get; private set; }
    public string SourceNumber { get; private set; } = "";
    public string Department { get; private set; } = "";
    public Guid? AssigneeId { get; private set; }
    public string Title { get; private set; } = "";
    public string? Note { get; private set; }
    public string Kind { get; private set; } = "";
    public string? ItemCode { get; private set; }
    public string Severity { get; private set; } = "";
    public Guid CommunityId { get; private set; }
    public Guid? ClusterId { get; private set; }
    public Guid? UnitId { get; private set; }
    public Guid? PlaceId { get; private set; }
    public string Plate { get; private set; } = "";
    public bool PlateIsPublic { get; private set; }
    public OrderStatus Status { get; private set; }

    /// <summary>Grows by one with every change that is told to others.</summary>
    public long Sequence { get; private set; }
    public bool IsRework { get; private set; }
    public int UrgedCount { get; private set; }
    public DateTime? UrgedAt { get; private set; }
    public string? HoldReason { get; private set; }

    /// <summary>Of the present round: a transfer and a rework begin a new one, the timeline keeps the earlier.</summary>
    public DateTime DispatchedAt { get; private set; }
    public DateTime? TakenAt { get; private set; }
    public DateTime? ArrivedAt { get; private set; }
    public DateTime? StartedAt { get; private set; }
    public DateTime? HeldAt { get; private set; }
    public DateTime? CompletedAt { get; private set; }

    /// <summary>Lines in the timeline.</summary>
    public int EntryCount { get; private set; }

    /// <summary>Loaded only where the timeline is shown; appended to without loading.</summary>
    public IReadOnlyList<OrderEntry> Entries => _entries;

    public bool IsOpen => Status is OrderStatus.Dispatched or OrderStatus.Taken or OrderStatus.Arrived or OrderStatus.InProgress or OrderStatus.OnHold;

    /// <summary>Taken and not yet there.</summary>
    public bool IsOnTheWay => Status == OrderStatus.Taken;

    /// <summary>Makes the order under the id that the source gave, and tells that it is dispatched.</summary>
    public static WorkOrder Dispatch(NewOrder wanted)
    {
        if (wanted.OrderId == Guid.Empty) throw new ArgumentException("The source gives the id.", nameof(wanted));
        if (!Kernel.Security.Departments.All.Contains(wanted.Department)) throw UnknownDepartment(wanted.Department);
        var order = new WorkOrder
        {
            Id = wanted.OrderId,
            Number = wanted.Number,
            SourceType = wanted.SourceType,
            SourceId = wanted.SourceId,
            SourceNumber = wanted.SourceNumber,
            Department = wanted.Department,
            AssigneeId = wanted.AssigneeId,
            Title = wanted.Title,
            Note = wanted.Note,
            Kind = wanted.Kind,
            ItemCode = wanted.ItemCode,
            Severity = wanted.Severity,
            CommunityId = wanted.CommunityId,
            ClusterId = wanted.ClusterId,
            UnitId = wanted.UnitId,
            PlaceId = wanted.PlaceId,
            Plate = wanted.Plate,
            PlateIsPublic = wanted.PlateIsPublic,
            Status = OrderStatus.Dispatched,
            DispatchedAt = wanted.At,
        };
        order.KeepClocks(0, wanted.Arrive, wanted.Resolve);
        order.Tell(OrderChange.Dispatched, OrderEntryKind.Dispatched, wanted.ActorId, wanted.At, note: wanted.Note);
        return order;
    }

    private void Tell(OrderChange change, OrderEntryKind entry, Guid? actor, DateTime at, string? reason = null, string? note = null, IReadOnlyList<Guid>? photos = null)
    {
        Sequence++;
        Write(entry, actor, at, reason, note, photos);
        Raise(new OrderChanged(Id, SourceType, SourceId, Sequence, change, Status, Department, AssigneeId, actor, at, reason, note, photos ?? [], CommunityId, ClusterId));
    }

    private void Write(OrderEntryKind kind, Guid? actor, DateTime at, string? reason = null, string? note = null, IReadOnlyList<Guid>? photos = null) =>
        _entries.Add(OrderEntry.Write(this, ++EntryCount, kind, actor, at, reason, note, photos ?? []));

    private static DomainException UnknownDepartment(string department) =>
        new("work-orders.unknown-department", "没有「{0}」这个部门，选客服、秩序、环境或工程", department) { Status = 422, Field = "department" };
}

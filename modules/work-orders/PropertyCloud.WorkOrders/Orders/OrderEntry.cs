using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>What a line of the timeline tells. Stored as number: never renumber.</summary>
internal enum OrderEntryKind
{
    Dispatched = 1, Taken = 2, Arrived = 3, Started = 4, Held = 5, Resumed = 6, Completed = 7, Declined = 8, Transferred = 9, Withdrawn = 10,
    Reworked = 11, Assigned = 12, Urged = 13,
}

/// <summary>One line of an order's timeline; never changed after it was written.</summary>
internal sealed class OrderEntry : Entity
{
    public const int ReasonLength = 200;
    public const int NoteLength = 2000;

    private OrderEntry() { }

    public Guid OrderId { get; private set; }

    /// <summary>1 is the first; ids are not in order within a millisecond.</summary>
    public int Ordinal { get; private set; }
    public OrderEntryKind Kind { get; private set; }
    public DateTime At { get; private set; }

    /// <summary>Who did it; null for the system.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>To whom the order was given, for dispatched, assigned and transferred.</summary>
    public Guid? AssigneeId { get; private set; }
    public string Department { get; private set; } = "";
    public string? Reason { get; private set; }
    public string? Note { get; private set; }
    public IReadOnlyList<Guid> PhotoIds { get; private set; } = [];

    internal static OrderEntry Write(WorkOrder order, int ordinal, OrderEntryKind kind, Guid? actor, DateTime at, string? reason, string? note, IReadOnlyList<Guid> photos) => new()
    {
        Id = Ids.At(at),
        OrderId = order.Id,
        Ordinal = ordinal,
        Kind = kind,
        At = at,
        ActorId = actor,
        AssigneeId = order.AssigneeId,
        Department = order.Department,
        Reason = reason,
        Note = note,
        PhotoIds = photos,
    };
}

using PropertyCloud.Kernel.Events;

namespace PropertyCloud.Butler.Contracts;

/// <summary>reported > accepted > in progress > awaiting confirmation > confirmed > call-back > archived; declined, cancelled.</summary>
public enum RequestStatus { Reported = 1, Accepted = 2, InProgress = 3, AwaitingConfirmation = 4, Confirmed = 5, CallBack = 6, Archived = 7, Declined = 8, Cancelled = 9 }

public enum RequestChange
{
    Reported = 1, Accepted = 2, Dispatched = 3, Progressed = 4, Completed = 5, Confirmed = 6, ConfirmedAutomatically = 7, SentBack = 8,
    CalledBack = 9, NotReached = 10, Archived = 11, Declined = 12, Cancelled = 13, Answered = 14, Reclassified = 15, Reassigned = 16, Held = 17, Resumed = 18,
    ReminderDue = 19, Urged = 20,
}

/// <summary>A request came in or moved on.</summary>
/// <param name="ResponsibleId">The butler (or who stands in) who holds it, or null when nobody is on duty.</param>
/// <param name="ReporterPartyId">The resident who is told, or null.</param>
/// <param name="IsEmergency">With <see cref="RequestChange.Reclassified"/>: it is one of the plan's emergencies now; false in events older than this field.</param>
[EventName("butler.request-changed.v1")]
public sealed record RequestChanged(Guid RequestId, RequestChange Change, RequestStatus Status, string Kind, Guid CommunityId, Guid? ClusterId,
    Guid? ResponsibleId, Guid? ReporterPartyId, Guid? ActorId, DateTime At, bool IsEmergency = false) : IEvent
{
    public Guid Subject => RequestId;
}

/// <summary>A message was written between resident and butler (internal notes raise nothing).</summary>
/// <param name="CommunityId">Of the request; null in events older than this field.</param>
[EventName("butler.message-posted.v1")]
public sealed record MessagePosted(Guid RequestId, Guid EntryId, bool FromResident, Guid? ResponsibleId, Guid? ReporterPartyId, DateTime At, Guid? CommunityId = null, Guid? ClusterId = null) : IEvent
{
    public Guid Subject => RequestId;
}

/// <summary>A department is wanted: work-orders makes the order under the id given here. Repeating does not double it.</summary>
/// <param name="AssigneeId">A named person, or null: anybody of the department takes it.</param>
/// <param name="ReportedAt">Where the promises start, so that the order shows the share that is used; null: <paramref name="At"/>.</param>
[EventName("butler.order-wanted.v1")]
public sealed record OrderWanted(Guid RequestId, Guid OrderId, string RequestNumber, string Department, Guid? AssigneeId, string Title, string? Note, string Kind, string? ItemCode,
    string Severity, Guid CommunityId, Guid? ClusterId, Guid? UnitId, Guid? PlaceId, string Plate, bool PlateIsPublic, DateTime? ArriveDueAt, DateTime? ResolveDueAt, Guid? ActorId, DateTime At,
    DateTime? ReportedAt = null, DateTime? ArriveWarnAt = null, DateTime? ResolveWarnAt = null) : IEvent
{
    public Guid Subject => RequestId;
}

/// <summary>The butler takes an order back, hurries it, or the resident sent the work back.</summary>
[EventName("butler.order-instructed.v1")]
public sealed record OrderInstructed(Guid RequestId, Guid OrderId, OrderInstruction Instruction, string? Reason, Guid? ActorId, DateTime At) : IEvent
{
    public Guid Subject => RequestId;
}

public enum OrderInstruction { Withdraw = 1, Urge = 2, Rework = 3 }

/// <summary>A month's hand-over moved: submitted, accepted or returned.</summary>
/// <param name="CommunityIds">When submitted: where the butler works, so that only receivers who are there hear of it; else null.</param>
[EventName("butler.hand-over-changed.v1")]
public sealed record HandOverChanged(Guid HandOverId, HandOverChange Change, int Year, int Month, Guid ButlerId, Guid? ReceiverId, string ReceiverRole,
    IReadOnlyList<Guid>? CommunityIds = null) : IEvent
{
    public Guid Subject => HandOverId;
}

public enum HandOverChange { Submitted = 1, Accepted = 2, Returned = 3 }

public interface IRequestLookup
{
    Task<IReadOnlyDictionary<Guid, RequestSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default);
}

public sealed record RequestSummary(Guid Id, string Number, string Title, string Kind, string Plate, RequestStatus Status, Guid? ResponsibleId, Guid? ReporterPartyId,
    Guid CommunityId, Guid? ClusterId);

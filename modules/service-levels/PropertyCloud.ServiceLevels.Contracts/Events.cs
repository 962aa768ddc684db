using PropertyCloud.Kernel.Events;

namespace PropertyCloud.ServiceLevels.Contracts;

/// <summary>Raised by a module for a subject with promises, at the report and after every fact: all faces as they now stand.
/// From it service-levels keeps clock rows and timers. An older revision than the last one handled is ignored.</summary>
/// <param name="SubjectType">As <c>butler.request</c>.</param>
/// <param name="Revision">Grows by one with every change of the subject's clocks.</param>
/// <param name="ResponsibleId">User who is warned first, or null when nobody is on duty.</param>
/// <param name="Kind">One of <see cref="RequestKinds"/>; with severity and item it lets a draft plan be tried on past requests.</param>
/// <param name="Severity">The severity in force.</param>
[EventName("service-levels.subject-changed.v1")]
public sealed record ClockSubjectChanged(Guid SubjectId, string SubjectType, long Revision, Guid PlanVersionId, Guid CommunityId, Guid? ClusterId,
    Guid? ResponsibleId, IReadOnlyList<ClockFace> Faces, string? Kind = null, string? Severity = null, string? ItemCode = null) : IEvent
{
    public Guid Subject => SubjectId;
}

/// <summary>The share to warn at is used up.</summary>
/// <param name="CommunityId">Of the subject, so that only those hear of it whose data scope reaches it; null in events older than this field.</param>
[EventName("service-levels.clock-warned.v1")]
public sealed record ClockWarned(Guid SubjectId, string SubjectType, ClockKind Clock, DateTime DueAt, Guid? ResponsibleId, Guid? CommunityId = null, Guid? ClusterId = null) : IEvent
{
    public Guid Subject => SubjectId;
}

/// <summary>A promise was missed; raised once for each clock and due instant.</summary>
/// <param name="CommunityId">As in <see cref="ClockWarned"/>.</param>
[EventName("service-levels.clock-breached.v1")]
public sealed record ClockBreached(Guid BreachId, Guid SubjectId, string SubjectType, ClockKind Clock, DateTime DueAt, Guid? ResponsibleId, Guid? CommunityId = null, Guid? ClusterId = null) : IEvent
{
    public Guid Subject => SubjectId;
}

/// <summary>A stop arrived later that had happened in time (ruling 13b).</summary>
[EventName("service-levels.breach-withdrawn.v1")]
public sealed record BreachWithdrawn(Guid BreachId, Guid SubjectId, string SubjectType, ClockKind Clock) : IEvent
{
    public Guid Subject => SubjectId;
}

/// <summary>Still open after a step of the escalation list.</summary>
/// <param name="Level">1 is the first step.</param>
/// <param name="ToRole">Role code that is told.</param>
/// <param name="CommunityId">As in <see cref="ClockWarned"/>.</param>
[EventName("service-levels.clock-escalated.v1")]
public sealed record ClockEscalated(Guid SubjectId, string SubjectType, ClockKind Clock, DateTime DueAt, int Level, string ToRole, Guid? CommunityId = null, Guid? ClusterId = null) : IEvent
{
    public Guid Subject => SubjectId;
}

/// <summary>A new plan version is in force for new requests; running ones keep theirs.</summary>
[EventName("service-levels.plan-published.v1")]
public sealed record PlanPublished(Guid PlanId, Guid VersionId, int Number) : IEvent
{
    public Guid Subject => PlanId;
}

using PropertyCloud.Butler.Contracts;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>The promises, kept in the request's own row so that lists read one table (ruling 13a).</summary>
internal sealed partial class Request
{
    public Guid PlanVersionId { get; private set; }
    public IReadOnlyList<ClockFact> Facts { get; private set; } = [];
    public IReadOnlyList<ClockFace> Clocks { get; private set; } = [];

    /// <summary>Grows with every change of the clocks or of who is warned.</summary>
    public long Revision { get; private set; }

    /// <summary>The clock that lists show.</summary>
    public ClockKind NextClock { get; private set; } = ClockKind.Respond;
    public ClockState NextState { get; private set; }
    public DateTime? NextStartedAt { get; private set; }
    public DateTime? NextWarnAt { get; private set; }
    public DateTime? NextDueAt { get; private set; }
    public DateTime? NextStoppedAt { get; private set; }

    /// <summary>What lists sort by: the next due instant, or behind all that have one.</summary>
    public DateTime SortAt { get; private set; } = NeverDue;

    public ClockHistory History() => new(PlanVersionId, CommunityId, Kind, ItemCode, Severity, ReportedAt, Facts);

    public ClockFace Face(ClockKind kind) => Clocks.FirstOrDefault(c => c.Kind == kind) ?? ClockFace.None(kind);

    /// <summary>Takes over the faces that the plan gives for <see cref="History"/>; called after every act, before saving.</summary>
    public void ApplyClocks(IReadOnlyList<ClockFace> faces)
    {
        Clocks = faces;
        Revision++;
        ShowNext();
        Raise(new ClockSubjectChanged(Id, SubjectType, Revision, PlanVersionId, CommunityId, ClusterId, ResponsibleId, faces, Kind, Severity, ItemCode));
    }

    private void ShowNext()
    {
        var next = ChooseNext(Clocks);
        NextClock = next.Kind;
        NextState = next.State;
        NextStartedAt = next.StartedAt;
        NextWarnAt = next.State == ClockState.Running ? next.WarnAt : null;
        NextDueAt = next.State == ClockState.Running ? next.DueAt : null;
        NextStoppedAt = next.StoppedAt;
        SortAt = NextDueAt ?? NeverDue;
    }

    /// <summary>A call-back without a clock sorts by the month's end and is no promise (ruling 9).</summary>
    public void SortBy(DateTime instant)
    {
        if (NextDueAt is null && OpenStatus == 1) SortAt = instant;
    }

    private ClockFace ChooseNext(IReadOnlyList<ClockFace> faces)
    {
        var running = faces.Where(f => f is { State: ClockState.Running, DueAt: not null }).MinBy(f => f.DueAt);
        if (running is not null) return running;
        if (faces.FirstOrDefault(f => f.State == ClockState.OnHold) is { } held) return held;
        var kind = Status switch
        {
            RequestStatus.Reported => ClockKind.Respond,
            RequestStatus.Accepted => ClockKind.Resolve,
            RequestStatus.InProgress => Facts.Any(f => f.Kind == ClockFactKind.Arrived) ? ClockKind.Resolve : ClockKind.Arrive,
            RequestStatus.CallBack => ClockKind.CallBack,
            _ => ClockKind.Resolve,
        };
        return faces.FirstOrDefault(f => f.Kind == kind) ?? ClockFace.None(kind);
    }

    private void Record(ClockFactKind kind, DateTime at, DateTime? from = null, DateTime? until = null, string? severity = null) =>
        Facts = [.. Facts, new ClockFact(kind, at, from, until, severity)];

    private bool Knows(ClockFactKind kind) => Facts.Any(f => f.Kind == kind);

    /// <summary>A person's word stops respond, once; an automatic receipt never does (ruling 4).</summary>
    private void Respond(Actor by, DateTime at)
    {
        if (by.IsStaff && !Knows(ClockFactKind.Responded)) Record(ClockFactKind.Responded, at);
    }
}

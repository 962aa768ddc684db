using PropertyCloud.Kernel.Domain;
using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;

namespace PropertyCloud.ServiceLevels.Clocks;

/// <summary>All five clocks of a request from its plan version and history (rulings 4 to 8). Pure: no time of day, no state, so
/// that the same history always gives the same faces, whenever and on whichever host it is worked out.</summary>
internal sealed class ClockCalculator
{
    public static readonly IReadOnlyList<ClockKind> Kinds = [ClockKind.Respond, ClockKind.Arrive, ClockKind.Resolve, ClockKind.FeedBack, ClockKind.CallBack];

    private readonly PlanContent _plan;
    private readonly LimitTable _limits;
    private readonly IWorkTime _business;

    public ClockCalculator(PlanContent plan, TimeZoneInfo zone, PublicHolidays holidays)
    {
        _plan = plan;
        _limits = new(plan.Limits);
        _business = new BusinessHours(plan.Hours, zone, holidays);
    }

    /// <summary>Facts count by when they happened; of two at the same instant, the one recorded first comes first. Facts
    /// before the report count from the report, and those after the end for nothing.</summary>
    public IReadOnlyList<ClockFace> Calculate(ClockHistory history)
    {
        var facts = history.Facts
            .Select(f => f with { At = f.At < history.ReportedAt ? history.ReportedAt : f.At })
            .OrderBy(f => f.At).ToList();
        var ended = facts.FirstOrDefault(f => f.Kind == ClockFactKind.Ended)?.At;
        var before = facts.TakeWhile(f => f.Kind != ClockFactKind.Ended).ToList();
        var severity = before.LastOrDefault(f => f.Kind == ClockFactKind.Reclassified && f.Severity is not null)?.Severity ?? history.Severity;
        var faces = Kinds.Select(kind => Face(kind, history, severity, before, ended)).ToArray();
        foreach (var group in _plan.Groups) EitherGroup.Settle(faces, group.Clocks);
        return faces;
    }

    private ClockFace Face(ClockKind kind, ClockHistory history, string severity, List<ClockFact> facts, DateTime? ended)
    {
        var row = _limits.Find(history.Kind, severity, history.ItemCode, kind);
        if (row?.Minutes is not { } minutes || (kind == ClockKind.CallBack && _plan.CallBack.Mode == CallBackMode.None)) return ClockFace.None(kind);
        var limit = new ClockLimit(kind, minutes, _plan.WarnPercent, row.Calendar == CalendarKind.Business ? _business : AllHours.Instance);
        var face = kind switch
        {
            ClockKind.Respond => Simple(limit, history.ReportedAt, First(facts, ClockFactKind.Responded)),
            ClockKind.Arrive => Arrive(limit, history.ReportedAt, facts),
            ClockKind.Resolve => new ResolveRun(limit, history.ReportedAt).Follow(facts),
            ClockKind.FeedBack => Simple(limit, history.ReportedAt, First(facts, ClockFactKind.Answered)),
            _ => CallBack(limit, facts),
        };
        return ended is not null && face.State is ClockState.Running or ClockState.OnHold or ClockState.Next ? face with { State = ClockState.Void, StoppedAt = ended } : face;
    }

    private static ClockFace Simple(ClockLimit limit, DateTime start, DateTime? stop) =>
        limit.Face(start, limit.WarnAfter(start), limit.DueAfter(start), stop);

    /// <summary>A slot that the resident asked for before the due in force had passed replaces it by the slot's end; asked for
    /// later it heals nothing.</summary>
    private static ClockFace Arrive(ClockLimit limit, DateTime reported, List<ClockFact> facts)
    {
        var stop = First(facts, ClockFactKind.Arrived);
        var (start, due, warn) = (reported, limit.DueAfter(reported), limit.WarnAfter(reported));
        foreach (var slot in facts.TakeWhile(f => f.Kind != ClockFactKind.Arrived).Where(f => f.Kind == ClockFactKind.Appointment && f.Until is not null))
        {
            if (slot.At > due) break;
            due = Clock.Cut(slot.Until!.Value);
            // Somebody must be on the way before the slot ends: the share to warn at is the slot's own.
            var begin = slot.From is { } from && from < due ? from : slot.At < due ? slot.At : due;
            warn = Clock.Cut(begin + ((due - begin) * limit.WarnPercent / 100));
        }

        return limit.Face(start, warn, due, stop);
    }

    /// <summary>Ends with the first call that reached the resident, or when it is given up before.</summary>
    private static ClockFace CallBack(ClockLimit limit, List<ClockFact> facts)
    {
        var since = facts.SkipWhile(f => f.Kind != ClockFactKind.Confirmed).ToList();
        if (since.Count == 0) return new(ClockKind.CallBack, ClockState.Next, limit.Minutes, null, null, null, null);
        var end = since.FirstOrDefault(f => f.Kind is ClockFactKind.CalledBack or ClockFactKind.NotReached);
        var face = Simple(limit, since[0].At, end?.Kind == ClockFactKind.CalledBack ? end.At : null);
        return end?.Kind == ClockFactKind.NotReached ? face with { State = ClockState.Void, StoppedAt = end.At } : face;
    }

    private static DateTime? First(List<ClockFact> facts, ClockFactKind kind) => facts.FirstOrDefault(f => f.Kind == kind)?.At;
}

/// <summary>A promise as it applies to one clock.</summary>
internal sealed record ClockLimit(ClockKind Kind, int Minutes, int WarnPercent, IWorkTime Calendar)
{
    public TimeSpan Length => TimeSpan.FromMinutes(Minutes);
    public TimeSpan WarnLength => Length * WarnPercent / 100;
    public DateTime DueAfter(DateTime start) => Clock.Cut(Calendar.Add(start, Length));
    public DateTime WarnAfter(DateTime start) => Clock.Cut(Calendar.Add(start, WarnLength));

    /// <summary>A stop at the due instant is still in time.</summary>
    public ClockFace Face(DateTime start, DateTime? warn, DateTime due, DateTime? stop) => new(Kind,
        stop is null ? ClockState.Running : stop <= due ? ClockState.Kept : ClockState.Missed, Minutes, start, warn, due, stop);
}

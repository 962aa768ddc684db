using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>Finds contradictions and what is missing before a plan is published.</summary>
internal static class PlanCheck
{
    public static IReadOnlyList<PlanFinding> Run(PlanContent plan)
    {
        var table = new LimitTable(plan.Limits);
        return
        [
            .. Doubles(plan), .. UnknownSeverities(plan), .. Order(plan, table), .. LaxItems(plan, table), .. Groups(plan), .. CallBacks(plan), .. Calendars(plan), .. Indicators(plan),
        ];
    }

    /// <summary>True when keeping <paramref name="a"/> does not mean keeping <paramref name="b"/>: more minutes, or business
    /// hours against all hours.</summary>
    public static bool IsLaxer(LimitRow a, LimitRow b) => b.Minutes is { } limit
        && (a.Minutes is not { } own || own > limit || (a.Calendar == CalendarKind.Business && b.Calendar == CalendarKind.AllHours));

    private static IEnumerable<PlanFinding> Doubles(PlanContent plan) => plan.Limits.GroupBy(l => l.Cell).Where(g => g.Count() > 1)
        .Select(g => new PlanFinding("two-rows", true, PlanStep.Limits, [new Place(g.First(), plan)], g.First()));

    private static IEnumerable<PlanFinding> UnknownSeverities(PlanContent plan)
    {
        var known = plan.Severities.Select(s => s.Code).Append(LimitRow.Any).ToHashSet();
        return plan.Limits.Where(l => !known.Contains(l.Severity)).Select(l => new PlanFinding("unknown-severity", true, PlanStep.Limits, [l.Severity], l));
    }

    /// <summary>Looks at what applies, cell by cell, and names each pair of rows once.</summary>
    private static IEnumerable<PlanFinding> Order(PlanContent plan, LimitTable table)
    {
        var found = new HashSet<(string, string)>();
        foreach (var (kind, severity, item) in AllCells(plan))
        {
            var respond = table.Find(kind, severity, item, ClockKind.Respond);
            var arrive = table.Find(kind, severity, item, ClockKind.Arrive);
            var resolve = table.Find(kind, severity, item, ClockKind.Resolve);
            if (IsLonger(respond, arrive) && found.Add((respond!.Cell, arrive!.Cell)))
                yield return Contradiction("respond-longer", plan, respond, arrive, kind, severity, item);
            if (IsLonger(arrive, resolve) && found.Add((arrive!.Cell, resolve!.Cell)))
                yield return Contradiction("arrive-longer", plan, arrive, resolve, kind, severity, item);
        }
    }

    private static PlanFinding Contradiction(string code, PlanContent plan, LimitRow first, LimitRow second, string kind, string severity, string? item) =>
        new(code, true, PlanStep.Limits, [new Place(kind, severity, item, plan), new Minutes(first.Minutes), new Minutes(second.Minutes)],
            new LimitRow(kind, severity, item, first.Clock, first.Minutes, first.Calendar));

    private static bool IsLonger(LimitRow? a, LimitRow? b) => a?.Minutes is { } first && b?.Minutes is { } second
        && ((a.Calendar == b.Calendar && first > second) || (a.Calendar == CalendarKind.Business && b.Calendar == CalendarKind.AllHours && first >= second));

    /// <summary>An item may only be stricter than what would apply without it. An item without a kind is held against every kind.</summary>
    private static IEnumerable<PlanFinding> LaxItems(PlanContent plan, LimitTable table)
    {
        foreach (var row in plan.Limits.Where(l => l.Item is not null))
        {
            var kinds = row.Kind == LimitRow.Any ? RequestKinds.All.Append(LimitRow.Any) : [row.Kind];
            var severities = row.Severity == LimitRow.Any ? plan.Severities.Select(s => s.Code).Append(LimitRow.Any) : [row.Severity];
            var broken = kinds.SelectMany(k => severities.Select(s => (Kind: k, Severity: s, Wider: table.Find(k, s, null, row.Clock))))
                .FirstOrDefault(x => x.Wider is not null && IsLaxer(row, x.Wider));
            if (broken.Wider is not null)
                yield return new("lax-item", true, PlanStep.Limits, [row.Item, new ClockName(row.Clock), new Minutes(row.Minutes), new Place(broken.Kind, broken.Severity, null, plan), new Minutes(broken.Wider.Minutes)], row);
        }
    }

    private static IEnumerable<PlanFinding> Groups(PlanContent plan)
    {
        foreach (var group in plan.Groups)
        {
            if (group.Clocks.Distinct().Count() < 2 || group.Clocks.Any(c => c is ClockKind.CallBack or ClockKind.Respond))
                yield return new("bad-group", true, PlanStep.Limits, [new Named(group.Name, group.NameEn)]);
        }

        if (plan.Groups.SelectMany(g => g.Clocks.Distinct()).GroupBy(c => c).Any(g => g.Count() > 1))
            yield return new("clock-in-two-groups", true, PlanStep.Limits, []);
    }

    private static IEnumerable<PlanFinding> CallBacks(PlanContent plan)
    {
        if (plan.CallBack.Mode == CallBackMode.None && plan.Limits.Any(l => l.Clock == ClockKind.CallBack && l.Minutes is not null))
            yield return new("call-back-without-policy", true, PlanStep.CallBack, []);
        if (plan.CallBack.Mode == CallBackMode.None && plan.HandOver is not null)
            yield return new("hand-over-without-call-back", false, PlanStep.CallBack, []);
    }

    private static IEnumerable<PlanFinding> Calendars(PlanContent plan)
    {
        var used = plan.Limits.Any(l => l.Calendar == CalendarKind.Business && l.Minutes is not null);
        if (used && plan.Hours.Days.Count == 0)
            yield return new("never-open", true, PlanStep.Calendar, []);
        if (used && plan.Hours.HolidaysClosed && plan.Hours.Days.All(d => d.Day != DayOfWeek.Monday))
            yield return new("make-up-days", false, PlanStep.Calendar, []);
    }

    private static IEnumerable<PlanFinding> Indicators(PlanContent plan) => plan.Indicators.Where(i => i.Mandatory && i.TargetPercent is null)
        .Select(i => new PlanFinding("indicator-missing", true, PlanStep.Indicators, [new Named(i.Name, i.NameEn)]));

    private static IEnumerable<(string Kind, string Severity, string? Item)> AllCells(PlanContent plan)
    {
        var kinds = plan.Limits.Select(l => l.Kind).Prepend(LimitRow.Any).Distinct().ToList();
        var severities = plan.Severities.Select(s => s.Code).Prepend(LimitRow.Any).ToList();
        var items = plan.Limits.Select(l => l.Item).Prepend(null).Distinct().ToList();
        return from item in items from kind in kinds from severity in severities select (kind, severity, item);
    }
}

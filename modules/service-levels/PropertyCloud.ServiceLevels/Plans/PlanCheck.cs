using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>Part of the draft's task list that a finding belongs to.</summary>
public enum PlanStep { Scope = 1, Limits = 2, Calendar = 3, Escalation = 4, CallBack = 5, Ratio = 6, Indicators = 7, Statements = 8 }

/// <param name="Code">Stable.</param>
/// <param name="Text">Chinese original with places; names in <paramref name="Args"/> are originals too.</param>
/// <param name="Blocks">The plan cannot be published with it.</param>
/// <param name="Cell">The cell that shows it, or null.</param>
public sealed record PlanFinding(string Code, bool Blocks, PlanStep Step, string Text, IReadOnlyList<object?> Args, LimitRow? Cell = null);

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
        .Select(g => new PlanFinding("two-rows", true, PlanStep.Limits, "{0}有两个时限，留一个", [new Place(g.First(), plan)], g.First()));

    private static IEnumerable<PlanFinding> UnknownSeverities(PlanContent plan)
    {
        var known = plan.Severities.Select(s => s.Code).Append(LimitRow.Any).ToHashSet();
        return plan.Limits.Where(l => !known.Contains(l.Severity)).Select(l => new PlanFinding("unknown-severity", true, PlanStep.Limits,
            "时限用了没有的轻重等级 {0}，改掉或加上这个等级", [l.Severity], l));
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
                yield return Contradiction("respond-longer", "{0}的响应（{1}）比到场（{2}）还长", plan, respond, arrive, kind, severity, item);
            if (IsLonger(arrive, resolve) && found.Add((arrive!.Cell, resolve!.Cell)))
                yield return Contradiction("arrive-longer", "{0}的到场（{1}）比解决（{2}）还长", plan, arrive, resolve, kind, severity, item);
        }
    }

    private static PlanFinding Contradiction(string code, string text, PlanContent plan, LimitRow first, LimitRow second, string kind, string severity, string? item) =>
        new(code, true, PlanStep.Limits, text, [new Place(kind, severity, item, plan), new Minutes(first.Minutes), new Minutes(second.Minutes)],
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
                yield return new("lax-item", true, PlanStep.Limits, "项目 {0} 的{1}（{2}）比{3}（{4}）宽，项目只能更严",
                    [row.Item, LimitWords.Clock(row.Clock), new Minutes(row.Minutes), new Place(broken.Kind, broken.Severity, null, plan), new Minutes(broken.Wider.Minutes)], row);
        }
    }

    private static IEnumerable<PlanFinding> Groups(PlanContent plan)
    {
        foreach (var group in plan.Groups)
        {
            if (group.Clocks.Distinct().Count() < 2 || group.Clocks.Any(c => c is ClockKind.CallBack or ClockKind.Respond))
                yield return new("bad-group", true, PlanStep.Limits, "「{0}」要有两种以上从报事起算的时限，响应和回访不能放进去", [group.Name]);
        }

        if (plan.Groups.SelectMany(g => g.Clocks.Distinct()).GroupBy(c => c).Any(g => g.Count() > 1))
            yield return new("clock-in-two-groups", true, PlanStep.Limits, "一种时限只能放进一组", []);
    }

    private static IEnumerable<PlanFinding> CallBacks(PlanContent plan)
    {
        if (plan.CallBack.Mode == CallBackMode.None && plan.Limits.Any(l => l.Clock == ClockKind.CallBack && l.Minutes is not null))
            yield return new("call-back-without-policy", true, PlanStep.CallBack, "承诺了回访时限，但回访设成了不做", []);
        if (plan.CallBack.Mode == CallBackMode.None && plan.HandOver is not null)
            yield return new("hand-over-without-call-back", false, PlanStep.CallBack, "每月交接，但没有回访可交", []);
    }

    private static IEnumerable<PlanFinding> Calendars(PlanContent plan)
    {
        var used = plan.Limits.Any(l => l.Calendar == CalendarKind.Business && l.Minutes is not null);
        if (used && plan.Hours.Days.Count == 0)
            yield return new("never-open", true, PlanStep.Calendar, "有时限按工作时间计算，但一周没有一天上班", []);
        if (used && plan.Hours.HolidaysClosed && plan.Hours.Days.All(d => d.Day != DayOfWeek.Monday))
            yield return new("make-up-days", false, PlanStep.Calendar, "调休上班日按周一的时间，但周一不上班", []);
    }

    private static IEnumerable<PlanFinding> Indicators(PlanContent plan) => plan.Indicators.Where(i => i.Mandatory && i.TargetPercent is null)
        .Select(i => new PlanFinding("indicator-missing", true, PlanStep.Indicators, "填写「{0}」的目标，填了才能启用方案", [i.Name]));

    private static IEnumerable<(string Kind, string Severity, string? Item)> AllCells(PlanContent plan)
    {
        var kinds = plan.Limits.Select(l => l.Kind).Prepend(LimitRow.Any).Distinct().ToList();
        var severities = plan.Severities.Select(s => s.Code).Prepend(LimitRow.Any).ToList();
        var items = plan.Limits.Select(l => l.Item).Prepend(null).Distinct().ToList();
        return from item in items from kind in kinds from severity in severities select (kind, severity, item);
    }
}

/// <summary>A cell inside a finding; said in the reader's language when it is shown.</summary>
public sealed record Place(string Kind, string Severity, string? Item, string Words)
{
    internal Place(string kind, string severity, string? item, PlanContent plan) : this(kind, severity, item, LimitWords.Where(kind, severity, item, plan))
    {
    }

    internal Place(LimitRow row, PlanContent plan) : this(row.Kind, row.Severity, row.Item, plan)
    {
    }

    public override string ToString() => Words;
}

/// <summary>A length inside a finding; said in the reader's language when it is shown.</summary>
public sealed record Minutes(int? Value) : IFormattable
{
    public string ToString(string? format, IFormatProvider? provider) => LimitWords.Plain(Value);
    public override string ToString() => LimitWords.Plain(Value);
}

using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>One change between two versions. <paramref name="Cell"/> is set for limits; other parts are named by their step.</summary>
/// <param name="Part">Chinese original.</param>
public sealed record PlanChange(PlanStep Step, string Part, string? Before, string? After, LimitRow? Cell = null, LimitRow? Was = null);

/// <summary>What differs between what is in force and a draft, or between two versions.</summary>
internal static class PlanDiff
{
    public static IReadOnlyList<PlanChange> Between(PlanContent before, PlanContent after) => [.. Limits(before, after), .. Rest(before, after)];

    private static IEnumerable<PlanChange> Limits(PlanContent before, PlanContent after)
    {
        var was = First(before);
        var now = First(after);
        foreach (var cell in was.Keys.Union(now.Keys))
        {
            var (old, row) = (was.GetValueOrDefault(cell), now.GetValueOrDefault(cell));
            if (old == row || (old?.Minutes is null && row?.Minutes is null)) continue;
            var shown = row ?? old! with { Minutes = null };
            yield return new(PlanStep.Limits, LimitWords.Of(shown, row is null ? before : after), Said(old), Said(row), shown, old);
        }
    }

    private static Dictionary<string, LimitRow> First(PlanContent plan) => plan.Limits.GroupBy(l => l.Cell).ToDictionary(g => g.Key, g => g.First());

    private static string Said(LimitRow? row) => row?.Minutes is null ? "不承诺" : LimitWords.Plain(row.Minutes) + (row.Calendar == CalendarKind.Business ? "（工作时间）" : "");

    private static IEnumerable<PlanChange> Rest(PlanContent before, PlanContent after)
    {
        if (before.Name != after.Name || before.NameEn != after.NameEn) yield return new(PlanStep.Scope, "方案名称", before.Name, after.Name);
        if (!before.Severities.SequenceEqual(after.Severities))
            yield return new(PlanStep.Scope, "轻重等级", string.Join('、', before.Severities.Select(s => s.Name)), string.Join('、', after.Severities.Select(s => s.Name)));
        if (Groups(before) != Groups(after)) yield return new(PlanStep.Limits, "任一即可", Groups(before), Groups(after));
        if (before.Hours != after.Hours) yield return new(PlanStep.Calendar, "工作时间", null, null);
        if (before.WarnPercent != after.WarnPercent) yield return new(PlanStep.Escalation, "提醒", $"{before.WarnPercent}%", $"{after.WarnPercent}%");
        if (!before.Escalation.SequenceEqual(after.Escalation)) yield return new(PlanStep.Escalation, "升级", null, null);
        if (before.CallBack != after.CallBack) yield return new(PlanStep.CallBack, "回访方式", null, null);
        if (before.HandOver != after.HandOver) yield return new(PlanStep.CallBack, "交接", null, null);
        if (before.Confirmation != after.Confirmation) yield return new(PlanStep.CallBack, "验收|规则", null, null);
        if (Ratio(before) != Ratio(after)) yield return new(PlanStep.Ratio, "每位{butler}户数", Ratio(before), Ratio(after));
        if (!before.Indicators.SequenceEqual(after.Indicators)) yield return new(PlanStep.Indicators, "指标", null, null);
        if (!before.Statements.SequenceEqual(after.Statements)) yield return new(PlanStep.Statements, "其他承诺", null, null);
    }

    private static string Groups(PlanContent plan) => string.Join('、', plan.Groups.Select(g => $"{g.Name} {string.Join('/', g.Clocks.Select(LimitWords.Clock))}"));

    private static string Ratio(PlanContent plan) => plan.HouseholdsPerButler is not { } ratio ? "" : string.Join('、',
        (ratio.ByGrade ?? new Dictionary<string, int>()).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Value}").Prepend(ratio.Default?.ToString(System.Globalization.CultureInfo.InvariantCulture)).Where(s => s is not null));
}

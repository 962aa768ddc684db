using PropertyCloud.Kernel.Localization;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>One change between two versions, which each reader is told in their own language.</summary>
/// <param name="Before">Null where there was nothing, or where only the part is named.</param>
/// <param name="Cell">Set for limits; other parts are named by their step.</param>
public sealed record PlanChange(PlanStep Step, ITextPart Part, ITextPart? Before, ITextPart? After, LimitRow? Cell = null);

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
            yield return new(PlanStep.Limits, new Said("{0}，{1}", new Place(shown, row is null ? before : after), new ClockName(shown.Clock)), Promise.Of(old), Promise.Of(row), shown);
        }
    }

    private static Dictionary<string, LimitRow> First(PlanContent plan) => plan.Limits.GroupBy(l => l.Cell).ToDictionary(g => g.Key, g => g.First());

    private static IEnumerable<PlanChange> Rest(PlanContent before, PlanContent after)
    {
        if (before.Name != after.Name || before.NameEn != after.NameEn) yield return new(PlanStep.Scope, new Said("方案名称"), new Named(before.Name, before.NameEn), new Named(after.Name, after.NameEn));
        if (!before.Severities.SequenceEqual(after.Severities)) yield return new(PlanStep.Scope, new Said("轻重等级"), Severities(before), Severities(after));
        if (Groups(before) is var were && Groups(after) is var are && were.ToString() != are.ToString()) yield return new(PlanStep.Limits, new Said("任一即可"), were, are);
        if (before.Hours != after.Hours) yield return Only(PlanStep.Calendar, "工作时间");
        if (before.WarnPercent != after.WarnPercent) yield return new(PlanStep.Escalation, new Said("提醒"), Percent(before.WarnPercent), Percent(after.WarnPercent));
        if (!before.Escalation.SequenceEqual(after.Escalation)) yield return Only(PlanStep.Escalation, "升级");
        if (before.CallBack != after.CallBack) yield return Only(PlanStep.CallBack, "回访方式");
        if (before.HandOver != after.HandOver) yield return Only(PlanStep.CallBack, "交接");
        if (before.Confirmation != after.Confirmation) yield return Only(PlanStep.CallBack, "验收|规则");
        if (Ratio(before) is var ratio && Ratio(after) is var other && ratio.ToString() != other.ToString()) yield return new(PlanStep.Ratio, new Said("每位{butler}户数"), ratio, other);
        if (!before.Indicators.SequenceEqual(after.Indicators)) yield return Only(PlanStep.Indicators, "指标");
        if (!before.Statements.SequenceEqual(after.Statements)) yield return Only(PlanStep.Statements, "其他承诺");
    }

    private static PlanChange Only(PlanStep step, string part) => new(step, new Said(part), null, null);

    private static Named Percent(int share) => new($"{share}%", null);

    private static Listed Severities(PlanContent plan) => new([.. plan.Severities.Select(s => new Named(s.Name, s.NameEn))]);

    /// <summary>By their clocks: a group's name is made of them where the company gave it none.</summary>
    private static Listed Groups(PlanContent plan) => new([.. plan.Groups.Select(g => new Listed([.. g.Clocks.Select(c => new ClockName(c))], "或"))]);

    private static Listed Ratio(PlanContent plan)
    {
        if (plan.HouseholdsPerButler is not { } ratio) return new([]);
        var byGrade = (ratio.ByGrade ?? new Dictionary<string, int>()).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Named($"{g.Key} {g.Value}", null));
        return new([.. ratio.Default is { } all ? [new Named($"{all}", null)] : Array.Empty<Named>(), .. byGrade]);
    }
}

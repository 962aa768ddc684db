using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>What even a draft may not hold: values out of range, lengths, malformed hours. Throws once with all of them.</summary>
internal static class PlanRules
{
    public const int LongestMinutes = 366 * 24 * 60;
    private static readonly System.Text.RegularExpressions.Regex Code = new("^[a-z0-9][a-z0-9-]{0,39}$");

    public static void Check(PlanContent content)
    {
        var check = new Check()
            .Required(content.Name, "name", "填写方案名称").Max(content.Name, 60, "name").Max(content.NameEn, 120, "nameEn")
            .That(content.WarnPercent is >= 1 and <= 99, "warnPercent", "service-levels.percent", "提醒的比例在 1 到 99 之间")
            .That(content.Limits.Count <= 400, "limits", "service-levels.too-many-limits", "时限不能超过 {0} 行", 400)
            .That(content.Limits.All(l => l.Minutes is null or (>= 1 and <= LongestMinutes)), "minutes", "service-levels.minutes", "时限在 1 分钟到 366 天之间")
            .That(content.Limits.All(l => l.Kind == LimitRow.Any || RequestKinds.All.Contains(l.Kind)), "kind", "service-levels.unknown-kind", "请求类别不认识")
            .That(content.Limits.All(l => l.Item is null || Code.IsMatch(l.Item)), "item", "service-levels.item-code", "项目代码只用小写字母、数字和横线")
            .That(content.Limits.All(l => Enum.IsDefined(l.Clock) && Enum.IsDefined(l.Calendar)), "clock", "service-levels.unknown-clock", "时限种类不认识");
        Severities(check, content.Severities);
        Policies(check, content);
        Hours(check, content.Hours);
        Rows(check, content);
        check.ThrowIfAny();
    }

    private static void Severities(Check check, IReadOnlyList<SeverityRow> rows)
    {
        check.That(rows.Count is >= 1 and <= 12, "severities", "service-levels.severities", "轻重等级要有 1 到 12 个")
            .That(rows.All(r => Code.IsMatch(r.Code)), "severityCode", "service-levels.severity-code", "等级代码只用小写字母、数字和横线")
            .That(rows.Select(r => r.Code).Distinct().Count() == rows.Count, "severityCode", "service-levels.severity-twice", "等级代码重复了")
            .That(rows.All(r => !string.IsNullOrWhiteSpace(r.Name) && r.Name.Length <= 40), "severityName", "service-levels.severity-name", "填写等级名称，不超过 40 个字")
            .That(rows.All(r => (r.Hint?.Length ?? 0) <= 100 && (r.HintEn?.Length ?? 0) <= 200), "severityHint", "service-levels.severity-hint", "等级说明不能超过 100 个字");
    }

    private static void Policies(Check check, PlanContent content)
    {
        check.That(content.CallBack.Mode != CallBackMode.Sample || content.CallBack.SamplePercent is >= 1 and <= 100, "samplePercent", "service-levels.percent", "抽查的比例在 1 到 100 之间")
            .That(content.CallBack.Attempts is >= 1 and <= 20, "attempts", "service-levels.attempts", "回访次数在 1 到 20 之间")
            .That(content.Confirmation.RemindAfterHours is >= 1 and <= 720, "remindAfterHours", "service-levels.remind", "提醒验收在 1 到 720 小时之间")
            .That(content.Confirmation.ConfirmAfterDays is >= 1 and <= 90, "confirmAfterDays", "service-levels.confirm", "自动验收在 1 到 90 天之间")
            .That(content.Confirmation.RemindAfterHours <= content.Confirmation.ConfirmAfterDays * 24, "remindAfterHours", "service-levels.remind-late", "提醒要早于自动验收")
            .That(content.HouseholdsPerButler?.Default is null or (>= 1 and <= 100_000), "ratio", "service-levels.ratio", "户数要大于 0")
            .That(content.HouseholdsPerButler?.ByGrade?.Values.All(v => v is >= 1 and <= 100_000) != false, "ratio", "service-levels.ratio", "户数要大于 0")
            .That(content.Escalation.Count <= 10, "escalation", "service-levels.escalation", "升级不能超过 {0} 步", 10)
            .That(content.Escalation.All(s => s.AfterMinutes is >= 0 and <= LongestMinutes && Kernel.Security.SeededRoles.All.Contains(s.ToRole)), "escalation", "service-levels.escalation-step", "升级的时间或角色不对")
            .That(content.HandOver is null || Kernel.Security.SeededRoles.All.Contains(content.HandOver.ToRole), "toRole", "service-levels.role", "选择交接给谁");
    }

    private static void Hours(Check check, WeeklyHours hours)
    {
        check.That(hours.Days.All(s => Enum.IsDefined(s.Day) && s.FromMinute is >= 0 and < 1440 && s.ToMinute <= 1440 && s.ToMinute > s.FromMinute), "hours", "service-levels.hours", "下班时间要晚于上班时间")
            .That(hours.Days.GroupBy(s => s.Day).All(d => d.OrderBy(s => s.FromMinute).Zip(d.OrderBy(s => s.FromMinute).Skip(1)).All(p => p.First.ToMinute <= p.Second.FromMinute)),
                "hours", "service-levels.hours-overlap", "同一天的两段时间不能重叠");
    }

    private static void Rows(Check check, PlanContent content)
    {
        check.That(content.Indicators.Count <= 20 && content.Indicators.All(i => !string.IsNullOrWhiteSpace(i.Name) && i.Name.Length <= 60), "indicators", "service-levels.indicators", "填写指标名称，最多 20 项")
            .That(content.Indicators.All(i => i.TargetPercent is null or (>= 0 and <= 100)), "target", "service-levels.target", "指标在 0 到 100 之间")
            .That(content.Statements.Count <= 30 && content.Statements.All(s => !string.IsNullOrWhiteSpace(s.Text) && s.Text.Length <= 200 && (s.TextEn?.Length ?? 0) <= 400), "statements", "service-levels.statements", "每条承诺不超过 200 个字，最多 30 条")
            .That(content.Groups.Count <= 5 && content.Groups.All(g => g.Name.Length is >= 1 and <= 60), "groups", "service-levels.groups", "填写组名，最多 5 组");
    }
}

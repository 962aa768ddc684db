using System.Globalization;
using Microsoft.AspNetCore.Http;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>Turns a posted step of the editor into the draft with that step changed. A repeated row that is left empty goes.</summary>
internal sealed class PlanForms(IFormCollection form)
{
    private readonly Check _check = new();

    public static readonly IReadOnlyList<PlanStep> Steps = Enum.GetValues<PlanStep>();

    public PlanContent Apply(PlanStep step, PlanContent draft)
    {
        var changed = step switch
        {
            PlanStep.Scope => Scope(draft),
            PlanStep.Limits => draft with { Groups = Groups() },
            PlanStep.Calendar => draft with { Hours = Hours() },
            PlanStep.Escalation => draft with { WarnPercent = Number("warnPercent") ?? 0, Escalation = Escalation() },
            PlanStep.CallBack => CallBack(draft),
            PlanStep.Ratio => draft with { HouseholdsPerButler = Ratio() },
            PlanStep.Indicators => draft with { Indicators = Indicators() },
            _ => draft with { Statements = Statements() },
        };
        _check.ThrowIfAny();
        return changed;
    }

    /// <summary>The posted cell. An emptied cell loses its row, and gets one that promises nothing where a wider row speaks.</summary>
    public PlanContent ApplyCell(PlanContent draft, MatrixPlace place, ClockKind clock, bool promised)
    {
        var others = draft.Limits.Where(l => l.Clock != clock || new MatrixPlace(l.Kind, l.Severity, l.Item) != place).ToList();
        var row = new LimitRow(place.Kind, place.Severity, place.Item, clock, promised ? Minutes() : null, Text("calendar") == "business" ? CalendarKind.Business : CalendarKind.AllHours);
        _check.ThrowIfAny();
        if (!promised && new LimitTable([.. others, row]).Wider(row)?.Minutes is null) return draft with { Limits = others };
        return draft with { Limits = [.. others, row] };
    }

    private int? Minutes()
    {
        var unit = Text("unit") switch { "days" => 1440, "hours" => 60, _ => 1 };
        if (!decimal.TryParse(Text("amount"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount <= 0 || amount * unit > PlanRules.LongestMinutes || amount * unit != decimal.Truncate(amount * unit))
        {
            _check.That(false, "amount", "service-levels.minutes", "时限在 1 分钟到 366 天之间");
            return null;
        }

        return (int)(amount * unit);
    }

    private PlanContent Scope(PlanContent draft)
    {
        var emergency = form["emergency"].ToString();
        var codes = form["severityCode"];
        var rows = Rows("severityName").Select(r => new SeverityRow(Code(codes, r.Index), r.Value, At("severityNameEn", r.Index), At("severityHint", r.Index), At("severityHintEn", r.Index), false)).ToList();
        return draft with { Name = Text("name") ?? "", NameEn = Text("nameEn"), Severities = [.. rows.Select(s => s with { Emergency = s.Code == emergency })] };
    }

    private static string Code(Microsoft.Extensions.Primitives.StringValues codes, int index) =>
        index < codes.Count && !string.IsNullOrWhiteSpace(codes[index]) ? codes[index]!.Trim() : string.Create(CultureInfo.InvariantCulture, $"level-{index + 1}");

    private IReadOnlyList<ClockGroup> Groups()
    {
        ClockKind[] allowed = [ClockKind.Arrive, ClockKind.Resolve, ClockKind.FeedBack];
        var clocks = form["either"].Select(v => int.TryParse(v, out var n) ? (ClockKind)n : 0).Where(allowed.Contains).Distinct().Order().ToList();
        _check.That(clocks.Count != 1, "either", "service-levels.one-in-group", "选两种以上，或一种也不选");
        return clocks.Count < 2 ? [] : [new(string.Join('或', clocks.Select(LimitWords.Clock)), null, clocks)];
    }

    private WeeklyHours Hours()
    {
        var spans = new List<OpenSpan>();
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            foreach (var part in new[] { 1, 2 })
            {
                var (from, to) = (Time($"from-{(int)day}-{part}"), Time($"to-{(int)day}-{part}"));
                if (from is null && to is null) continue;
                _check.That(from is not null && to is not null, $"from-{(int)day}-{part}", "service-levels.hours-half", "上班和下班时间都要填");
                if (from is { } opens && to is { } closes) spans.Add(new(day, opens, closes == 0 ? 1440 : closes));
            }
        }

        return new([.. spans.OrderBy(s => s.Day).ThenBy(s => s.FromMinute)], form["holidaysClosed"].Count > 0);
    }

    private int? Time(string field) => TimeOnly.TryParseExact(Text(field), ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (time.Hour * 60) + time.Minute : null;

    private IReadOnlyList<EscalationStep> Escalation() => [.. Rows("afterMinutes")
        .Select(r => new EscalationStep(Number(r.Value, "afterMinutes") ?? 0, At("toRole", r.Index) ?? "")).OrderBy(s => s.AfterMinutes)];

    private PlanContent CallBack(PlanContent draft)
    {
        var mode = Enum.TryParse<CallBackMode>(Text("mode"), true, out var read) && Enum.IsDefined(read) ? read : CallBackMode.None;
        return draft with
        {
            CallBack = new(mode, mode == CallBackMode.Sample ? Number("samplePercent") ?? 0 : 0, Number("attempts") ?? draft.CallBack.Attempts),
            HandOver = form["monthly"].Count > 0 ? new(Text("toRole") ?? "") : null,
            Confirmation = new(Number("remindAfterHours") ?? 0, Number("confirmAfterDays") ?? 0),
        };
    }

    private HouseholdRatio? Ratio()
    {
        var grades = Rows("grade").Select(r => (r.Value, Number: Number(At("gradeRatio", r.Index), "gradeRatio"))).Where(g => g.Number is not null)
            .GroupBy(g => g.Value).ToDictionary(g => g.Key, g => g.First().Number!.Value);
        var all = Number("ratio");
        return all is null && grades.Count == 0 ? null : new(all, grades.Count == 0 ? null : grades);
    }

    private IReadOnlyList<IndicatorRow> Indicators()
    {
        var mandatory = form["indicatorMandatory"].ToHashSet();
        return [.. Rows("indicatorName").Select(r => new IndicatorRow(At("indicatorCode", r.Index) ?? string.Create(CultureInfo.InvariantCulture, $"indicator-{r.Index + 1}"), r.Value,
            At("indicatorNameEn", r.Index), Percent(At("indicatorTarget", r.Index)), mandatory.Contains(r.Index.ToString(CultureInfo.InvariantCulture))))];
    }

    private IReadOnlyList<StatementRow> Statements() => [.. Rows("statement").Select(r => new StatementRow(r.Value, At("statementEn", r.Index)))];

    private decimal? Percent(string? text)
    {
        if (text is null) return null;
        var ok = decimal.TryParse(text.TrimEnd('%', '％'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
        _check.That(ok, "target", "service-levels.target", "指标在 0 到 100 之间");
        return ok ? value : null;
    }

    private IEnumerable<(int Index, string Value)> Rows(string field) => form[field].Select((v, i) => (i, v?.Trim() ?? "")).Where(r => r.Item2.Length > 0);

    private string? At(string field, int index) => index < form[field].Count && form[field][index]?.Trim() is { Length: > 0 } text ? text : null;

    private string? Text(string field) => form[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    private int? Number(string field) => Number(Text(field), field);

    private int? Number(string? text, string field)
    {
        if (text is null) return null;
        var ok = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        _check.That(ok, field, "service-levels.number", "填写一个整数");
        return ok ? value : null;
    }
}

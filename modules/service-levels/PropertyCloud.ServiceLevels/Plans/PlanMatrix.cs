using System.Globalization;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.ServiceLevels.Clocks;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>A place in the matrix: kind, severity and item; the same text stands in addresses.</summary>
internal sealed record MatrixPlace(string Kind, string Severity, string? Item)
{
    public static readonly MatrixPlace All = new(LimitRow.Any, LimitRow.Any, null);

    public string Text => $"{Kind}|{Severity}|{Item}";

    public static MatrixPlace? Parse(string? text) => text?.Split('|') is [{ Length: > 0 } kind, { Length: > 0 } severity, var item, ..]
        ? new(kind, severity, item.Length == 0 ? null : item) : null;
}

/// <summary>Draws a plan as kinds and severities by the five clocks. Each cell shows what applies, also where a wider row says it.</summary>
internal sealed class PlanMatrix(Texts texts, PromiseWriter words)
{
    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <param name="edit">Address of a cell's editor, or null where nobody edits.</param>
    /// <param name="inForce">Marks what differs from it; with its number.</param>
    public ClockMatrix Build(PlanContent plan, string caption, Func<string, string>? edit = null, (PlanContent Content, int Number)? inForce = null,
        IReadOnlyList<PlanFinding>? findings = null, string? open = null, MatrixPlace? added = null)
    {
        var table = new LimitTable(plan.Limits);
        var before = inForce is { } old ? new LimitTable(old.Content.Limits) : null;
        var rows = Places(plan, added).Where(p => edit is not null || Speaks(p)).Select(place => new MatrixRow(words.Where(place.Kind, place.Severity, place.Item, plan), Hint(place, plan),
            [.. ClockCalculator.Kinds.Select(clock => Cell(place, clock))])).ToList();
        return new([.. ClockCalculator.Kinds.Select(k => (words.Clock(k), texts.Say(LimitWords.ClockHint(k))))], rows, caption);

        // Who only reads is spared rows that repeat the first one.
        bool Speaks(MatrixPlace place) => place == MatrixPlace.All || ClockCalculator.Kinds.Any(k => Of(place, k) != Of(MatrixPlace.All, k));

        (int?, CalendarKind?) Of(MatrixPlace place, ClockKind clock) => table.Find(place.Kind, place.Severity, place.Item, clock) is { Minutes: { } minutes } row ? (minutes, row.Calendar) : (null, null);

        MatrixCell Cell(MatrixPlace place, ClockKind clock)
        {
            var row = table.Find(place.Kind, place.Severity, place.Item, clock);
            var was = before?.Find(place.Kind, place.Severity, place.Item, clock);
            var cell = $"{place.Text}|{(int)clock}";
            var changed = before is not null && (was?.Minutes != row?.Minutes || (row?.Minutes is not null && was?.Calendar != row.Calendar))
                ? was?.Minutes is null ? texts.Say("v{0} 不承诺", inForce!.Value.Number) : texts.Say("v{0} 为 {1}", inForce!.Value.Number, words.Length(was)) : null;
            return new(row?.Minutes is { } minutes ? words.Limit(minutes) : null,
                cell == open ? texts.Say("正在修改") : row?.Minutes is null ? null : Calendar(row),
                cell == open ? null : changed, cell == open ? null : Warning(findings, place, clock), edit?.Invoke(cell), cell == open);
        }
    }

    public string Calendar(LimitRow row) => texts.Say(row.Calendar == CalendarKind.Business ? "工作时间" : "全天候");

    private static string? Hint(MatrixPlace place, PlanContent plan) => place is { Kind: LimitRow.Any, Item: null } && plan.Severities.FirstOrDefault(s => s.Code == place.Severity) is { } row
        ? IsEnglish ? row.HintEn ?? row.Hint : row.Hint : null;

    private string? Warning(IReadOnlyList<PlanFinding>? findings, MatrixPlace place, ClockKind clock) =>
        findings?.FirstOrDefault(f => f.Cell is { } c && c.Clock == clock && c.Kind == place.Kind && c.Severity == place.Severity && c.Item == place.Item)?.Code switch
        {
            "respond-longer" => texts.Say("比到场还长"),
            "arrive-longer" => texts.Say("比解决还长"),
            "lax-item" => texts.Say("比这一类宽"),
            "two-rows" => texts.Say("有两个时限"),
            "unknown-severity" => texts.Say("没有这个等级"),
            _ => null,
        };

    /// <summary>Any request, each severity, then whatever else has a row of its own.</summary>
    private static IEnumerable<MatrixPlace> Places(PlanContent plan, MatrixPlace? added)
    {
        var own = plan.Limits.Select(l => new MatrixPlace(l.Kind, l.Severity, l.Item));
        return new[] { MatrixPlace.All }.Concat(plan.Severities.Select(s => new MatrixPlace(LimitRow.Any, s.Code, null)))
            .Concat(own.OrderBy(p => p.Item is not null).ThenBy(p => Order(p.Kind)).ThenBy(p => p.Item).ThenBy(p => p.Severity))
            .Concat(added is null ? [] : [added]).Distinct();
    }

    private static int Order(string kind)
    {
        for (var i = 0; i < RequestKinds.All.Count; i++)
            if (RequestKinds.All[i] == kind) return i;
        return -1;
    }
}

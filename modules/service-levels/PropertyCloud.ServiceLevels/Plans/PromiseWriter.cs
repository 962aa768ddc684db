using System.Globalization;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.ServiceLevels.Clocks;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>Says a plan in sentences, in the reader's language; also what it does not promise (R19, R196).</summary>
internal sealed class PromiseWriter(Texts texts)
{
    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public IReadOnlyList<PromiseLine> Describe(PlanContent plan) =>
        [.. Promised(plan), .. plan.Statements.Select(s => new PromiseLine(IsEnglish ? s.TextEn ?? s.Text : s.Text, true)), .. NotPromised(plan)];

    /// <summary>Length of a promise.</summary>
    public string Limit(int minutes) => Say(new Minutes(minutes));

    public string Clock(ClockKind kind) => texts.Say(LimitWords.Clock(kind));

    public string Where(LimitRow row, PlanContent plan) => Say(new Place(row, plan));

    public string Where(string kind, string severity, string? item, PlanContent plan) => Say(new Place(kind, severity, item, plan));

    /// <summary>A finding, a change's parts, a place or a length in the reader's language.</summary>
    public string Say(ITextPart part) => part.Say(texts, CultureInfo.CurrentUICulture);

    public string Length(LimitRow? row) => Say(Promise.Of(row));

    private string Severity(string code, PlanContent plan) =>
        plan.Severities.FirstOrDefault(s => s.Code == code) is { } row ? IsEnglish ? row.NameEn ?? row.Name : row.Name : code;

    private IEnumerable<PromiseLine> Promised(PlanContent plan)
    {
        var said = new HashSet<LimitRow>();
        foreach (var row in plan.Limits.Where(l => l.Minutes is not null).OrderBy(l => l.Item is not null).ThenBy(l => l.Kind != LimitRow.Any).ThenBy(l => l.Clock))
        {
            if (!said.Add(row)) continue;
            var partner = Partner(plan, row);
            if (partner is not null) said.Add(partner);
            yield return new(Sentence(plan, row, partner), true);
        }
    }

    /// <summary>The other clock of an "either" group with the same limit: said in one sentence.</summary>
    private static LimitRow? Partner(PlanContent plan, LimitRow row) =>
        plan.Groups.FirstOrDefault(g => g.Clocks.Contains(row.Clock)) is { } group
            ? plan.Limits.FirstOrDefault(l => l.Clock != row.Clock && group.Clocks.Contains(l.Clock) && (l with { Clock = row.Clock }) == row)
            : null;

    private string Sentence(PlanContent plan, LimitRow row, LimitRow? partner)
    {
        var (where, limit) = (Where(row, plan), Limit(row.Minutes!.Value));
        if (row.Calendar == CalendarKind.Business) limit = texts.Say("{0}（只算工作时间）", limit);
        if (partner is not null) return texts.Say("{0}，{1}内{2}或{3}", where, limit, Done(row.Clock), Done(partner.Clock));
        return row.Clock switch
        {
            ClockKind.Respond => texts.Say("{0}，{1}内有人回应", where, limit),
            ClockKind.Arrive => texts.Say("{0}，{1}内到场", where, limit),
            ClockKind.Resolve => texts.Say("{0}，{1}内解决", where, limit),
            ClockKind.FeedBack => texts.Say("{0}，{1}内给出答复", where, limit),
            _ => texts.Say("{0}，验收后 {1}内回访", where, limit),
        };
    }

    private string Done(ClockKind clock) => texts.Say(LimitWords.Clock(clock) + "|任一");

    private IEnumerable<PromiseLine> NotPromised(PlanContent plan)
    {
        foreach (var clock in ClockCalculator.Kinds)
        {
            if (clock == ClockKind.CallBack && plan.CallBack.Mode != CallBackMode.None && !plan.Limits.Any(l => l.Clock == clock && l.Minutes is not null))
                yield return new(texts.Say("会回访，但不承诺多久之内"), false);
            else if (Gap(plan, clock) is { } gap)
                yield return new(gap.Count == 0 ? texts.Say("{0}时间不承诺", Clock(clock)) : texts.Say("{0}：{1}时间不承诺", string.Join(texts.Say("、|列"), gap), Clock(clock)), false);
        }
    }

    /// <summary>Null: promised for all; empty: for nothing; else the severities (or the other kinds) that have no promise.</summary>
    private List<string>? Gap(PlanContent plan, ClockKind clock)
    {
        var rows = plan.Limits.Where(l => l.Clock == clock && l.Item is null).ToList();
        if (rows.All(l => l.Minutes is null)) return [];
        var table = new LimitTable(plan.Limits);
        if (table.Find(LimitRow.Any, LimitRow.Any, null, clock)?.Minutes is not null) return null;
        var open = plan.Severities.Where(s => table.Find(LimitRow.Any, s.Code, null, clock)?.Minutes is null).Select(s => Severity(s.Code, plan)).ToList();
        if (open.Count == 0) return null;
        return open.Count == plan.Severities.Count ? [texts.Say("其他请求")] : open;
    }
}

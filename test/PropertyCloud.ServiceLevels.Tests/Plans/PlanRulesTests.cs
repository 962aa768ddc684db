using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;
using static PropertyCloud.ServiceLevels.Tests.Plans.SamplePlans;

namespace PropertyCloud.ServiceLevels.Tests.Plans;

/// <summary>Each range with both its ends: the last value that is taken and the first that is refused, under which name.</summary>
public sealed class PlanRulesTests
{
    private const int LongestMinutes = 366 * 24 * 60;

    private static string Long(int length) => new('长', length);
    private static SeverityRow Severity(string code, string name = "一般", string? hint = null, string? hintEn = null) => new(code, name, null, hint, hintEn, false);
    private static SeverityRow[] Severities(int count) => [.. Enumerable.Range(1, count).Select(n => Severity($"s{n}"))];
    private static LimitRow[] Limits(int count) => [.. Enumerable.Range(1, count).Select(n => Limit(ClockKind.Respond, 5, item: $"i{n}"))];
    private static IndicatorRow Indicator(string name = "满意率", decimal? target = null) => new("x", name, null, target, false);
    private static EscalationStep Step(int after = 0, string role = "supervisor") => new(after, role);
    private static OpenSpan Span(int from, int to, DayOfWeek day = DayOfWeek.Monday) => new(day, from, to);
    private static T[] Times<T>(int count, T one) => [.. Enumerable.Repeat(one, count)];

    private static PlanContent Ratio(int? all, int? grade = null) =>
        Standard with { HouseholdsPerButler = new(all, grade is { } g ? new Dictionary<string, int> { ["高档"] = g } : null) };

    public static TheoryData<string, Func<PlanContent>> Taken => new()
    {
        { "name", () => Standard with { Name = Long(60), NameEn = Long(120) } },
        { "warn", () => Standard with { WarnPercent = 1 } },
        { "warn", () => Standard with { WarnPercent = 99 } },
        { "limits", () => Standard with { Limits = Limits(400) } },
        { "minutes", () => Standard with { Limits = [Limit(ClockKind.Respond, 1), Limit(ClockKind.Resolve, LongestMinutes), Limit(ClockKind.Arrive, null)] } },
        { "item", () => Standard with { Limits = [Limit(ClockKind.Respond, 5, item: "a"), Limit(ClockKind.Respond, 5, item: "1" + new string('a', 39))] } },
        { "severities", () => Standard with { Severities = Severities(12), Limits = [] } },
        { "severity name and hint", () => Standard with { Severities = [Severity("a", Long(40), Long(100), Long(200))] } },
        { "sample", () => Standard with { CallBack = new(CallBackMode.Sample, 1, 1) } },
        { "sample", () => Standard with { CallBack = new(CallBackMode.Sample, 100, 20) } },
        { "no sample", () => Standard with { CallBack = new(CallBackMode.All, 0, 3) } },
        { "confirmation", () => Standard with { Confirmation = new(1, 1) } },
        { "confirmation", () => Standard with { Confirmation = new(720, 30) } },
        { "confirmation", () => Standard with { Confirmation = new(24, 90) } },
        { "confirmation", () => Standard with { Confirmation = new(24, 1) } },
        { "ratio", () => Ratio(1, 1) },
        { "ratio", () => Ratio(100_000, 100_000) },
        { "ratio", () => Ratio(null) },
        { "ratio", () => Standard with { HouseholdsPerButler = null } },
        { "escalation", () => Standard with { Escalation = Times(10, Step(LongestMinutes)) } },
        { "hand-over", () => Standard with { HandOver = null } },
        { "hours", () => Standard with { Hours = new([Span(0, 720), Span(720, 1440)]) } },
        { "hours", () => Standard with { Hours = new([Span(720, 1440), Span(0, 720), Span(0, 720, DayOfWeek.Tuesday)]) } },
        { "hours", () => Standard with { Hours = new([Span(1439, 1440)]) } },
        { "indicators", () => Standard with { Indicators = Times(20, Indicator(Long(60))) } },
        { "target", () => Standard with { Indicators = [Indicator(target: 0), Indicator(target: 100), Indicator()] } },
        { "statements", () => Standard with { Statements = Times(30, new StatementRow(Long(200), Long(400))) } },
        { "groups", () => Standard with { Groups = Times(5, new ClockGroup(Long(60), null, [])) } },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void Check_AtTheEndOfARange_IsTaken(string what, object content) => Should.NotThrow(() => PlanRules.Check(((Func<PlanContent>)content)()), what);

    public static TheoryData<string, string, Func<PlanContent>> Refused => new()
    {
        { "name", "kernel.required", () => Standard with { Name = " " } },
        { "name", "kernel.too-long", () => Standard with { Name = Long(61) } },
        { "nameEn", "kernel.too-long", () => Standard with { NameEn = Long(121) } },
        { "warnPercent", "service-levels.percent", () => Standard with { WarnPercent = 0 } },
        { "warnPercent", "service-levels.percent", () => Standard with { WarnPercent = 100 } },
        { "limits", "service-levels.too-many-limits", () => Standard with { Limits = Limits(401) } },
        { "minutes", "service-levels.minutes", () => Standard with { Limits = [Limit(ClockKind.Respond, 5), Limit(ClockKind.Arrive, 0)] } },
        { "minutes", "service-levels.minutes", () => Standard with { Limits = [Limit(ClockKind.Respond, LongestMinutes + 1)] } },
        { "kind", "service-levels.unknown-kind", () => Standard with { Limits = [Limit(ClockKind.Respond, 5), Limit(ClockKind.Respond, 5, "wish")] } },
        { "item", "service-levels.item-code", () => Standard with { Limits = [Limit(ClockKind.Respond, 5), Limit(ClockKind.Respond, 5, item: "Lift")] } },
        { "item", "service-levels.item-code", () => Standard with { Limits = [Limit(ClockKind.Respond, 5, item: new string('a', 41))] } },
        { "item", "service-levels.item-code", () => Standard with { Limits = [Limit(ClockKind.Respond, 5, item: "-a")] } },
        { "clock", "service-levels.unknown-clock", () => Standard with { Limits = [Limit((ClockKind)9, 5)] } },
        { "clock", "service-levels.unknown-clock", () => Standard with { Limits = [Limit(ClockKind.Respond, 5, calendar: (CalendarKind)9)] } },
        { "severities", "service-levels.severities", () => Standard with { Severities = [] } },
        { "severities", "service-levels.severities", () => Standard with { Severities = Severities(13) } },
        { "severityCode", "service-levels.severity-code", () => Standard with { Severities = [Severity("a"), Severity("B")] } },
        { "severityCode", "service-levels.severity-twice", () => Standard with { Severities = [Severity("a"), Severity("a")] } },
        { "severityName", "service-levels.severity-name", () => Standard with { Severities = [Severity("a"), Severity("b", " ")] } },
        { "severityName", "service-levels.severity-name", () => Standard with { Severities = [Severity("a"), Severity("b", Long(41))] } },
        { "severityHint", "service-levels.severity-hint", () => Standard with { Severities = [Severity("a"), Severity("b", hint: Long(101))] } },
        { "severityHint", "service-levels.severity-hint", () => Standard with { Severities = [Severity("a"), Severity("b", hintEn: Long(201))] } },
        { "samplePercent", "service-levels.percent", () => Standard with { CallBack = new(CallBackMode.Sample, 0, 3) } },
        { "samplePercent", "service-levels.percent", () => Standard with { CallBack = new(CallBackMode.Sample, 101, 3) } },
        { "attempts", "service-levels.attempts", () => Standard with { CallBack = new(CallBackMode.All, 0, 0) } },
        { "attempts", "service-levels.attempts", () => Standard with { CallBack = new(CallBackMode.All, 0, 21) } },
        { "remindAfterHours", "service-levels.remind", () => Standard with { Confirmation = new(0, 3) } },
        { "remindAfterHours", "service-levels.remind", () => Standard with { Confirmation = new(721, 90) } },
        { "confirmAfterDays", "service-levels.confirm", () => Standard with { Confirmation = new(24, 91) } },
        { "remindAfterHours", "service-levels.remind-late", () => Standard with { Confirmation = new(25, 1) } },
        { "ratio", "service-levels.ratio", () => Ratio(0) },
        { "ratio", "service-levels.ratio", () => Ratio(100_001) },
        { "ratio", "service-levels.ratio", () => Ratio(150, 0) },
        { "ratio", "service-levels.ratio", () => Ratio(150, 100_001) },
        { "escalation", "service-levels.escalation", () => Standard with { Escalation = Times(11, Step()) } },
        { "escalation", "service-levels.escalation-step", () => Standard with { Escalation = [Step(), Step(-1)] } },
        { "escalation", "service-levels.escalation-step", () => Standard with { Escalation = [Step(), Step(LongestMinutes + 1)] } },
        { "escalation", "service-levels.escalation-step", () => Standard with { Escalation = [Step(), Step(0, "king")] } },
        { "toRole", "service-levels.role", () => Standard with { HandOver = new("king") } },
        { "hours", "service-levels.hours", () => Standard with { Hours = new([Span(540, 1080), Span(600, 600, DayOfWeek.Friday)]) } },
        { "hours", "service-levels.hours", () => Standard with { Hours = new([Span(-1, 600)]) } },
        { "hours", "service-levels.hours", () => Standard with { Hours = new([Span(600, 1441)]) } },
        { "hours", "service-levels.hours", () => Standard with { Hours = new([Span(540, 600, (DayOfWeek)7)]) } },
        { "hours", "service-levels.hours-overlap", () => Standard with { Hours = new([Span(540, 720), Span(719, 1080)]) } },
        { "hours", "service-levels.hours-overlap", () => Standard with { Hours = new([Span(800, 900), Span(540, 801), Span(1000, 1100)]) } },
        { "indicators", "service-levels.indicators", () => Standard with { Indicators = Times(21, Indicator()) } },
        { "indicators", "service-levels.indicators", () => Standard with { Indicators = [Indicator(), Indicator(" ")] } },
        { "indicators", "service-levels.indicators", () => Standard with { Indicators = [Indicator(), Indicator(Long(61))] } },
        { "target", "service-levels.target", () => Standard with { Indicators = [Indicator(), Indicator(target: 100.1m)] } },
        { "target", "service-levels.target", () => Standard with { Indicators = [Indicator(), Indicator(target: -0.1m)] } },
        { "statements", "service-levels.statements", () => Standard with { Statements = Times(31, new StatementRow("x", null)) } },
        { "statements", "service-levels.statements", () => Standard with { Statements = [new("x", null), new(" ", null)] } },
        { "statements", "service-levels.statements", () => Standard with { Statements = [new("x", null), new(Long(201), null)] } },
        { "statements", "service-levels.statements", () => Standard with { Statements = [new("x", null), new("x", Long(401))] } },
        { "groups", "service-levels.groups", () => Standard with { Groups = Times(6, new ClockGroup("x", null, [])) } },
        { "groups", "service-levels.groups", () => Standard with { Groups = [new("x", null, []), new("", null, [])] } },
        { "groups", "service-levels.groups", () => Standard with { Groups = [new("x", null, []), new(Long(61), null, [])] } },
    };

    [Fact]
    public void Check_NoDaysToConfirm_IsRefusedBeforeAnythingElse() => Should.Throw<InvalidInputException>(() => PlanRules.Check(Standard with { Confirmation = new(24, 0) }))
        .Errors.Select(e => e.Field).ShouldBe(["confirmAfterDays", "remindAfterHours"]);

    [Theory]
    [MemberData(nameof(Refused))]
    public void Check_BeyondARange_SaysWhichFieldAndWhy(string field, string code, object content)
    {
        var refused = Should.Throw<InvalidInputException>(() => PlanRules.Check(((Func<PlanContent>)content)()));
        refused.Status.ShouldBe(422);
        refused.Errors.Select(e => (e.Field, e.Code)).ShouldBe([(field, code)]);
        refused.Errors[0].Text.ShouldNotBeNullOrWhiteSpace();
    }
}

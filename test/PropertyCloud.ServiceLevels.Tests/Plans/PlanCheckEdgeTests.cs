using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;
using static PropertyCloud.ServiceLevels.Tests.Plans.SamplePlans;

namespace PropertyCloud.ServiceLevels.Tests.Plans;

/// <summary>Contradictions at their border, and what is only a hint.</summary>
public sealed class PlanCheckEdgeTests
{
    private static PlanFinding[] Find(PlanContent plan) => [.. PlanCheck.Run(plan)];
    private static PlanContent With(params LimitRow[] limits) => Standard with { Limits = limits };
    private static string Say(PlanFinding finding) => string.Format(System.Globalization.CultureInfo.InvariantCulture, finding.Text, [.. finding.Args]);

    [Fact]
    public void EqualLimits_AreNoContradiction() =>
        Find(With(Limit(ClockKind.Respond, 60), Limit(ClockKind.Arrive, 60), Limit(ClockKind.Resolve, 60))).ShouldBeEmpty();

    [Fact]
    public void EqualBusinessMinutes_AgainstAllHours_AreLonger_FewerAreNot()
    {
        Find(With(Limit(ClockKind.Arrive, 60, calendar: CalendarKind.Business), Limit(ClockKind.Resolve, 61))).ShouldBeEmpty();
        Find(With(Limit(ClockKind.Arrive, 60, calendar: CalendarKind.Business), Limit(ClockKind.Resolve, 60))).Length.ShouldBe(1);
        Find(With(Limit(ClockKind.Arrive, 90), Limit(ClockKind.Resolve, 60, calendar: CalendarKind.Business))).ShouldBeEmpty();
    }

    [Fact]
    public void OnePairOfRows_IsNamedOnce_TwoPairsTwice()
    {
        Find(With(Limit(ClockKind.Arrive, 60), Limit(ClockKind.Resolve, 30))).Length.ShouldBe(1);
        Find(With(Limit(ClockKind.Arrive, 60), Limit(ClockKind.Resolve, 30), Limit(ClockKind.Resolve, 20, RequestKinds.Repair))).Length.ShouldBe(2);
    }

    [Fact]
    public void UnsetRow_ContradictsNothing() => Find(With(Limit(ClockKind.Arrive, null), Limit(ClockKind.Resolve, 30))).ShouldBeEmpty();

    [Fact]
    public void BothContradictions_AreFound() =>
        Find(With(Limit(ClockKind.Respond, 90), Limit(ClockKind.Arrive, 60), Limit(ClockKind.Resolve, 30))).Select(f => f.Code).ShouldBe(["respond-longer", "arrive-longer"]);

    [Fact]
    public void EachFinding_SaysWhereItIsMendedAndWhetherItBlocks()
    {
        var plan = Standard with
        {
            Limits = [Limit(ClockKind.Respond, 30), Limit(ClockKind.Respond, 20), Limit(ClockKind.Arrive, 5, severity: "terrible"), Limit(ClockKind.CallBack, 1440, calendar: CalendarKind.Business)],
            CallBack = new(CallBackMode.None, 0, 3),
            HandOver = new("supervisor"),
            Hours = new([]),
            Groups = [new("甲", null, [ClockKind.Resolve, ClockKind.FeedBack]), new("乙", null, [ClockKind.Resolve, ClockKind.Arrive])],
            Indicators = [new("intact", "完好率", null, null, true)],
        };
        Find(plan).Select(f => (f.Code, f.Blocks, f.Step)).ShouldBe(
        [
            ("two-rows", true, PlanStep.Limits), ("unknown-severity", true, PlanStep.Limits), ("clock-in-two-groups", true, PlanStep.Limits),
            ("call-back-without-policy", true, PlanStep.CallBack), ("hand-over-without-call-back", false, PlanStep.CallBack),
            ("never-open", true, PlanStep.Calendar), ("make-up-days", false, PlanStep.Calendar), ("indicator-missing", true, PlanStep.Indicators),
        ], ignoreOrder: true);
        Find(plan).ShouldAllBe(f => Say(f).Length > 5);
        Say(Find(plan).Single(f => f.Code == "unknown-severity")).ShouldContain("terrible");
        Say(Find(plan).Single(f => f.Code == "indicator-missing")).ShouldContain("完好率");
    }

    [Theory]
    [InlineData(ClockKind.Respond, ClockKind.Resolve)]
    [InlineData(ClockKind.CallBack, ClockKind.Resolve)]
    [InlineData(ClockKind.Resolve, ClockKind.Resolve)]
    public void Group_OfWhatCannotStandForOneAnother_IsFound(ClockKind first, ClockKind second) =>
        Find(Standard with { Groups = [new("组", null, [first, second])] }).ShouldHaveSingleItem().Code.ShouldBe("bad-group");

    [Fact]
    public void CallBackWithoutAFigure_NeedsNoPolicy() =>
        Find(Standard with { Limits = [Limit(ClockKind.CallBack, null)], CallBack = new(CallBackMode.None, 0, 3), HandOver = null }).ShouldBeEmpty();

    [Fact]
    public void MakeUpDays_NeedAMonday_OnlyWhereHolidaysClose()
    {
        var tuesday = With(Limit(ClockKind.Respond, 30, calendar: CalendarKind.Business)) with { Hours = new([new(DayOfWeek.Tuesday, 540, 1080)]) };
        Find(tuesday).Select(f => (f.Code, f.Blocks)).ShouldBe([("make-up-days", false)]);
        Find(tuesday with { Hours = tuesday.Hours with { HolidaysClosed = false } }).ShouldBeEmpty();
        Find(With(Limit(ClockKind.Respond, 30)) with { Hours = new([]) }).ShouldBeEmpty();
    }

    [Fact]
    public void IndicatorThatIsNotMandatory_MayStayOpen() => Find(Standard with { Indicators = [new("x", "x", null, null, false)] }).ShouldBeEmpty();

    [Fact]
    public void LaxItem_OfAnyKind_IsHeldAgainstEveryKind()
    {
        var finding = Find(With(Limit(ClockKind.Respond, 30, RequestKinds.Repair), Limit(ClockKind.Respond, 60, item: "lift"))).ShouldHaveSingleItem();
        (finding.Code, finding.Cell!.Item).ShouldBe(("lax-item", "lift"));
        Say(finding).ShouldContain("lift");
    }

    [Fact]
    public void ItemInBusinessHours_AgainstBusinessHours_IsFine() => Find(With(Limit(ClockKind.Respond, 30, RequestKinds.Repair, calendar: CalendarKind.Business),
        Limit(ClockKind.Respond, 30, RequestKinds.Repair, Any, "lift", CalendarKind.Business))).ShouldBeEmpty();

    [Fact]
    public void Wider_IsWhatWouldApplyWithoutTheRow()
    {
        LimitRow any = Limit(ClockKind.Respond, 60), kind = Limit(ClockKind.Respond, 40, RequestKinds.Repair), item = Limit(ClockKind.Respond, 20, RequestKinds.Repair, Any, "lift");
        var table = new LimitTable([any, kind, item]);
        table.Wider(item).ShouldBe(kind);
        table.Wider(kind).ShouldBe(any);
        table.Wider(any).ShouldBeNull();
        table.Find(RequestKinds.Repair, "normal", "door", ClockKind.Respond).ShouldBe(kind);
        table.Find(RequestKinds.Repair, "normal", "lift", ClockKind.Respond).ShouldBe(item);
        table.Find(RequestKinds.Repair, "normal", "lift", ClockKind.Arrive).ShouldBeNull();
    }
}

using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;
using static PropertyCloud.ServiceLevels.Tests.Plans.SamplePlans;

namespace PropertyCloud.ServiceLevels.Tests.Plans;

public sealed class PlanCheckTests
{
    private static string[] Codes(PlanContent plan) => [.. PlanCheck.Run(plan).Select(f => f.Code)];
    private static PlanContent With(params LimitRow[] limits) => Standard with { Limits = limits };

    [Fact, Trait("Requirement", "R22")]
    public void Run_TheTemplatesPlans_FindNothing()
    {
        Codes(Standard).ShouldBeEmpty();
        Codes(Considerate).ShouldBeEmpty();
        Codes(LittleButler).ShouldBeEmpty();
    }

    [Fact]
    public void Run_RespondLongerThanArrive_IsFound()
    {
        var finding = PlanCheck.Run(LittleButler with { Limits = [.. LittleButler.Limits, Limit(ClockKind.Respond, 10)] }).ShouldHaveSingleItem();
        finding.Code.ShouldBe("respond-longer");
        finding.Blocks.ShouldBeTrue();
        finding.Cell.ShouldBe(Limit(ClockKind.Respond, 10, severity: "emergency"));
        string.Format(System.Globalization.CultureInfo.InvariantCulture, finding.Text, [.. finding.Args]).ShouldBe("紧急的响应（10 分钟）比到场（3 分钟）还长");
    }

    [Fact]
    public void Run_ArriveLongerThanResolve_IsFound() => Codes(With(Limit(ClockKind.Arrive, 60), Limit(ClockKind.Resolve, 30))).ShouldBe(["arrive-longer"]);

    [Fact]
    public void Run_BusinessHoursAgainstAllHours_AreLonger() =>
        Codes(With(Limit(ClockKind.Arrive, 60, calendar: CalendarKind.Business), Limit(ClockKind.Resolve, 60))).ShouldBe(["arrive-longer"]);

    [Theory, Trait("Requirement", "R22")]
    [InlineData(60, CalendarKind.AllHours)]
    [InlineData(10, CalendarKind.Business)]
    [InlineData(null, CalendarKind.AllHours)]
    public void Run_ItemLaxerThanItsKind_IsFound(int? minutes, CalendarKind calendar) =>
        Codes(With(Limit(ClockKind.Respond, 30, RequestKinds.Repair), Limit(ClockKind.Respond, minutes, RequestKinds.Repair, Any, "lift", calendar))).ShouldBe(["lax-item"]);

    [Fact]
    public void Run_ItemStricterThanItsKind_IsFine() =>
        Codes(With(Limit(ClockKind.Respond, 30, RequestKinds.Repair), Limit(ClockKind.Respond, 30, RequestKinds.Repair, Any, "door"), Limit(ClockKind.Respond, 5, RequestKinds.Repair, Any, "lift"))).ShouldBeEmpty();

    [Fact]
    public void Run_ItemLaxerForOneSeverity_IsFound() =>
        Codes(With(Limit(ClockKind.Respond, 30), Limit(ClockKind.Respond, 5, severity: "emergency"), Limit(ClockKind.Respond, 10, item: "lift"))).ShouldContain("lax-item");

    [Fact]
    public void Run_UnknownSeverity_IsFound() => Codes(With(Limit(ClockKind.Respond, 30, severity: "terrible"))).ShouldBe(["unknown-severity"]);

    [Fact]
    public void Run_TwoRowsForOneCell_AreFound() => Codes(With(Limit(ClockKind.Respond, 30), Limit(ClockKind.Respond, 20))).ShouldBe(["two-rows"]);

    [Fact, Trait("Requirement", "R190")]
    public void Run_MandatoryIndicatorWithoutValue_IsFound() => Codes(FiveStar).ShouldBe(["indicator-missing"]);

    [Fact]
    public void Run_PromisedCallBackWithoutPolicy_IsFound() =>
        Codes(Standard with { Limits = [Limit(ClockKind.CallBack, 1440)], CallBack = new(CallBackMode.None, 0, 3), HandOver = null }).ShouldBe(["call-back-without-policy"]);

    [Fact]
    public void Run_GroupWithCallBack_IsFound() => Codes(Standard with { Groups = [new("x", null, [ClockKind.Resolve, ClockKind.CallBack])] }).ShouldBe(["bad-group"]);

    [Fact]
    public void Run_BusinessHoursWithoutAnOpenHour_AreFound() =>
        Codes(With(Limit(ClockKind.Respond, 30, calendar: CalendarKind.Business)) with { Hours = new([]) }).ShouldContain("never-open");
}

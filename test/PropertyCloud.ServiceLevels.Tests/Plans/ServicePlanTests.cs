using Microsoft.Extensions.Time.Testing;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;
using static PropertyCloud.ServiceLevels.Tests.Plans.SamplePlans;

namespace PropertyCloud.ServiceLevels.Tests.Plans;

public sealed class ServicePlanTests
{
    private readonly FakeTimeProvider _clock = new(new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero));

    private ServicePlan Draft(PlanContent content) => ServicePlan.CreateDefault(content, _clock, null);

    [Fact, Trait("Requirement", "R107")]
    public void Publish_Twice_MakesVersionsOneAndTwoAndLeavesTheFirst()
    {
        var plan = Draft(Standard);
        var first = plan.Publish(plan.Version, _clock, null);
        plan.OpenDraft(PlanContent.Deserialize(first.Content), _clock, null);
        plan.SaveDraft(plan.DraftContent()! with { Limits = [Limit(ClockKind.Respond, 5)] }, plan.Version, _clock, null);
        var second = plan.Publish(plan.Version, _clock, null);
        (first.Number, second.Number).ShouldBe((1, 2));
        PlanContent.Deserialize(first.Content).SaysTheSameAs(Standard).ShouldBeTrue();
        plan.InForceId.ShouldBe(second.Id);
        plan.HasDraft.ShouldBeFalse();
        plan.Events.OfType<PlanPublished>().Select(e => e.Number).ShouldBe([1, 2]);
    }

    [Fact, Trait("Requirement", "R190")]
    public void Publish_WithMandatoryValueMissing_IsRefused()
    {
        var plan = Draft(FiveStar);
        var refused = Should.Throw<DomainException>(() => plan.Publish(plan.Version, _clock, null));
        refused.Code.ShouldBe("service-levels.not-publishable");
        refused.Message.ShouldContain("设备设施完好率");
        plan.InForceId.ShouldBeNull();
        plan.LastNumber.ShouldBe(0);
    }

    [Fact]
    public void Publish_WithContradiction_IsRefused()
    {
        var plan = Draft(Standard with { Limits = [Limit(ClockKind.Arrive, 60), Limit(ClockKind.Resolve, 30)] });
        Should.Throw<DomainException>(() => plan.Publish(plan.Version, _clock, null)).Code.ShouldBe("service-levels.not-publishable");
    }

    [Fact]
    public void Publish_WithoutDraft_IsRefused()
    {
        var plan = Draft(Standard);
        plan.Publish(plan.Version, _clock, null);
        Should.Throw<DomainException>(() => plan.Publish(plan.Version, _clock, null)).Code.ShouldBe("service-levels.no-draft");
    }

    [Fact]
    public void SaveDraft_ThatSomebodyElseChanged_IsRefused()
    {
        var plan = Draft(Standard);
        Should.Throw<DomainException>(() => plan.SaveDraft(Considerate, plan.Version + 1, _clock, null)).Code.ShouldBe("service-levels.draft-changed");
        plan.DraftContent()!.Name.ShouldBe(Standard.Name);
    }

    [Fact]
    public void DiscardDraft_LeavesWhatIsInForce()
    {
        var plan = Draft(Standard);
        var version = plan.Publish(plan.Version, _clock, null);
        plan.OpenDraft(Considerate, _clock, null);
        plan.DiscardDraft();
        plan.HasDraft.ShouldBeFalse();
        plan.InForceId.ShouldBe(version.Id);
    }

    [Fact]
    public void OpenDraft_WhenOneIsOpen_KeepsIt()
    {
        var plan = Draft(Standard);
        plan.OpenDraft(Considerate, _clock, null);
        plan.DraftContent()!.Name.ShouldBe(Standard.Name);
    }

    [Fact]
    public void EndOverride_OfTheDefault_IsRefused() =>
        Should.Throw<DomainException>(() => Draft(Standard).EndOverride()).Code.ShouldBe("service-levels.default-stays");

    [Fact]
    public void EndOverride_OfACommunity_LeavesTheWiderPlan()
    {
        var plan = ServicePlan.CreateForCommunity(Guid.Empty, Standard, _clock, null);
        plan.Publish(plan.Version, _clock, null);
        plan.EndOverride();
        plan.InForceId.ShouldBeNull();
    }

    public static TheoryData<string, Func<PlanContent, object>> Broken => new()
    {
        { "name", p => p with { Name = " " } },
        { "warnPercent", p => p with { WarnPercent = 100 } },
        { "minutes", p => p with { Limits = [Limit(ClockKind.Respond, 0)] } },
        { "kind", p => p with { Limits = [Limit(ClockKind.Respond, 5, "wish")] } },
        { "severities", p => p with { Severities = [] } },
        { "severityCode", p => p with { Severities = [SeverityRow.Default[0], SeverityRow.Default[0]] } },
        { "samplePercent", p => p with { CallBack = new(CallBackMode.Sample, 0, 3) } },
        { "escalation", p => p with { Escalation = [new(0, "king")] } },
        { "remindAfterHours", p => p with { Confirmation = new(100, 1) } },
        { "hours", p => p with { Hours = new([new(DayOfWeek.Monday, 600, 600)]) } },
        { "target", p => p with { Indicators = [new("x", "x", null, 101, false)] } },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void SaveDraft_OutOfRange_NamesTheField(string field, object change)
    {
        var plan = Draft(Standard);
        var broken = (PlanContent)((Func<PlanContent, object>)change)(Standard);
        var refused = Should.Throw<InvalidInputException>(() => plan.SaveDraft(broken, plan.Version, _clock, null));
        refused.Errors.ShouldContain(e => e.Field == field);
    }

    [Fact]
    public void Content_SerializedAndRead_SaysTheSame()
    {
        foreach (var plan in new[] { Standard, Considerate, LittleButler, FiveStar })
            PlanContent.Deserialize(plan.Serialize()).SaysTheSameAs(plan).ShouldBeTrue();
    }

    [Fact, Trait("Requirement", "R1")]
    public void Ratio_ByGrade_FallsBackToTheDefault()
    {
        Standard.HouseholdsPerButler!.For("标准").ShouldBe(200);
        Standard.HouseholdsPerButler!.For(null).ShouldBe(150);
    }

    [Fact, Trait("Requirement", "R106")]
    public void Diff_NamesWhatChanged()
    {
        var changes = PlanDiff.Between(LittleButler, LittleButler with { Limits = [.. LittleButler.Limits.Skip(1), Limit(ClockKind.Respond, 10)], WarnPercent = 80 });
        changes.Select(c => ($"{c.Part}", $"{c.Before}", $"{c.After}")).ShouldBe([("紧急，到场", "3 分钟", "不承诺"), ("任何请求，响应", "不承诺", "10 分钟"), ("提醒", "70%", "80%")], ignoreOrder: true);
        PlanDiff.Between(Standard, PlanContent.Deserialize(Standard.Serialize())).ShouldBeEmpty();
    }
}

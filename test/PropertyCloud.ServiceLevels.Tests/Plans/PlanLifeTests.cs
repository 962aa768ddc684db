using Microsoft.Extensions.Time.Testing;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;
using static PropertyCloud.ServiceLevels.Tests.Plans.SamplePlans;

namespace PropertyCloud.ServiceLevels.Tests.Plans;

/// <summary>Who may do what to a plan when: drafts, overrides and who was faster.</summary>
public sealed class PlanLifeTests
{
    private static readonly Guid Community = Guid.Parse("018f0000-0000-7000-8000-00000000000c");
    private static readonly Guid Author = Guid.Parse("018f0000-0000-7000-8000-00000000000a");
    private static readonly DateTime Now = new(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly FakeTimeProvider _clock = new(new(Now));

    private ServicePlan Draft() => ServicePlan.CreateDefault(Standard, _clock, Author);

    private ServicePlan Override() => ServicePlan.CreateForCommunity(Community, Standard, _clock, Author);

    [Fact]
    public void Create_KnowsItsScopeAndItsDraft()
    {
        var plan = Override();
        (plan.Scope, plan.CommunityId, plan.Grade, plan.IsDefault, plan.Name, plan.DraftSavedAt, plan.DraftSavedBy)
            .ShouldBe(($"community:{Community:N}", Community, null, false, Standard.Name, Now, Author));
        var grade = ServicePlan.CreateForGrade("高档", Standard, _clock, null);
        (grade.Scope, grade.CommunityId, grade.Grade).ShouldBe(("grade:高档", null, "高档"));
        (Draft().Scope, Draft().IsDefault).ShouldBe((ServicePlan.ScopeOfDefault, true));
    }

    [Fact]
    public void Create_OutOfRange_IsRefused() => Should.Throw<InvalidInputException>(() => ServicePlan.CreateDefault(Standard with { Name = " " }, _clock, null));

    [Fact]
    public void SaveDraft_KeepsTheNewContent()
    {
        var plan = Draft();
        plan.SaveDraft(Standard with { WarnPercent = 55 }, plan.Version, _clock, null);
        plan.DraftContent()!.WarnPercent.ShouldBe(55);
        plan.DraftSavedBy.ShouldBeNull();
    }

    [Fact]
    public void SaveDraft_WhenItWasPublishedMeanwhile_IsRefused()
    {
        var plan = Draft();
        plan.Publish(plan.Version, _clock, null);
        Should.Throw<DomainException>(() => plan.SaveDraft(Considerate, plan.Version, _clock, null)).Code.ShouldBe("service-levels.no-draft");
    }

    [Fact]
    public void SavingAndPublishing_WhatSomebodyElseChanged_AreConflicts()
    {
        var plan = Draft();
        Should.Throw<DomainException>(() => plan.SaveDraft(Considerate, plan.Version + 1, _clock, null)).Status.ShouldBe(409);
        Should.Throw<DomainException>(() => plan.Publish(plan.Version + 1, _clock, null)).Code.ShouldBe("service-levels.draft-changed");
        plan.LastNumber.ShouldBe(0);
    }

    [Fact]
    public void Publish_TakesTheNameOfTheVersion_AndSaysWhoAndWhen()
    {
        var plan = Draft();
        plan.Publish(plan.Version, _clock, null);
        plan.OpenDraft(Considerate, _clock, null);
        plan.Name.ShouldBe(Standard.Name, "a draft renames nothing while another version is in force");
        var version = plan.Publish(plan.Version, _clock, Author);
        plan.Name.ShouldBe(Considerate.Name);
        (version.PlanId, version.Name, version.PublishedAt, version.PublishedBy).ShouldBe((plan.Id, Considerate.Name, Now, Author));
    }

    [Fact]
    public void Rename_OfADraftBeforeTheFirstVersion_RenamesThePlan()
    {
        var plan = Draft();
        plan.SaveDraft(Standard with { Name = "新方案" }, plan.Version, _clock, null);
        plan.Name.ShouldBe("新方案");
    }

    [Fact]
    public void DiscardDraft_OfAnOverrideThatWasNeverPublished_IsRefused() =>
        Should.Throw<DomainException>(() => Override().DiscardDraft()).Code.ShouldBe("service-levels.never-published");

    [Fact]
    public void DiscardDraft_OfTheDefault_LeavesNothing()
    {
        var plan = Draft();
        plan.DiscardDraft();
        (plan.HasDraft, plan.DraftContent(), plan.DraftSavedAt, plan.DraftSavedBy).ShouldBe((false, null, null, null));
        plan.DiscardDraft();
    }

    [Fact]
    public void DiscardDraft_OfAPublishedOverride_GoesAndMayGoAgain()
    {
        var plan = Override();
        plan.Publish(plan.Version, _clock, null);
        plan.OpenDraft(Considerate, _clock, null);
        plan.DiscardDraft();
        plan.DiscardDraft();
        plan.HasDraft.ShouldBeFalse();
    }

    [Fact]
    public void EndOverride_IsToldOnce()
    {
        var plan = Override();
        var version = plan.Publish(plan.Version, _clock, null);
        plan.EndOverride();
        plan.EndOverride();
        plan.Events.OfType<PlanPublished>().ShouldBe([new(plan.Id, version.Id, 1), new(plan.Id, version.Id, 1)], "publishing and ending, no third");
    }

    [Fact]
    public void EndOverride_BeforeTheFirstVersion_ChangesNothing()
    {
        var plan = Override();
        plan.EndOverride();
        plan.Events.ShouldBeEmpty();
    }
}

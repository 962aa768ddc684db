using PropertyCloud.Kernel.Security;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.HandOvers;
using PropertyCloud.Butler.Tests.Requests;
using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Tests.HandOvers;

public sealed class HandOverTests
{
    private readonly Given _ = new();
    private static readonly HandOverFigures Figures = new(40, 38, 2, 38, 36, 2, 470, 3, 4);

    private HandOver Draft() => HandOver.Open(Ids.New(_.Clock), _.Butler.Id!.Value, 2026, 8, "supervisor");

    private HandOver Submitted()
    {
        var handOver = Draft();
        handOver.Submit(Figures, 0, true, null, _.Butler, _.Now);
        return handOver;
    }

    [Fact, Trait("Requirement", "R44")]
    public void Submit_WhileCallBacksAreMissing_IsRefused() =>
        Given.Refused(() => Draft().Submit(Figures, 1, true, null, _.Butler, _.Now)).Code.ShouldBe("butler.call-backs-missing");

    [Fact]
    public void Submit_WhileTheMonthRuns_IsRefused() => Given.Refused(() => Draft().Submit(Figures, 0, false, null, _.Butler, _.Now)).Code.ShouldBe("butler.month-running");

    [Fact]
    public void Submit_OfAnothersMonth_IsRefused() => Given.Refused(() => Draft().Submit(Figures, 0, true, null, _.Other, _.Now)).Status.ShouldBe(403);

    [Fact, Trait("Requirement", "R44"), Trait("Requirement", "R80")]
    public void Submit_ThenAccept_IsTold()
    {
        var handOver = Submitted();
        handOver.Accept(_.Other, _.Now);
        handOver.Status.ShouldBe(HandOverStatus.Accepted);
        handOver.Events.OfType<HandOverChanged>().Select(e => e.Change).ShouldBe([HandOverChange.Submitted, HandOverChange.Accepted]);
    }

    [Fact]
    public void Submit_Twice_IsRefused() => Given.Refused(() => Submitted().Submit(Figures, 0, true, null, _.Butler, _.Now)).Code.ShouldBe("butler.hand-over-submitted");

    [Fact]
    public void Return_NeedsAReason_AndMayBeSubmittedAgain()
    {
        var handOver = Submitted();
        Given.Refused(() => handOver.Return("", _.Other, _.Now)).Status.ShouldBe(422);
        handOver.Return("少了两张回访记录", _.Other, _.Now);
        handOver.Status.ShouldBe(HandOverStatus.Returned);
        handOver.Submit(Figures, 0, true, null, _.Butler, _.Now);
        handOver.ReturnReason.ShouldBeNull();
    }

    [Fact]
    public void Accept_OfOnesOwn_IsRefused() => Given.Refused(() => Submitted().Accept(_.Butler, _.Now)).Code.ShouldBe("butler.own-hand-over");

    [Fact]
    public void Accept_OfADraft_IsRefused() => Given.Refused(() => Draft().Accept(_.Other, _.Now)).Code.ShouldBe("butler.hand-over-not-submitted");

    [Fact]
    public void Accept_Twice_SaysWhen()
    {
        var handOver = Submitted();
        handOver.Accept(_.Other, _.Now);
        Given.Refused(() => handOver.Accept(_.Other, _.Now)).Code.ShouldBe("butler.hand-over-accepted");
    }

    [Fact, Trait("Requirement", "R80")]
    public void ReceivingRoles_OfADepartmentHead_CountOnlyWhereTheButlersAre()
    {
        HandOverInbox.ReceivingRoles(Head(Departments.CustomerService)).ShouldBe([SeededRoles.DepartmentHead]);
        HandOverInbox.ReceivingRoles(Head(Departments.Engineering)).ShouldBeEmpty();
    }

    private static UserAccess Head(string department) => new(Given.Id(9), "赵主管", null, department, new HashSet<string>(), new(DataScopeKind.Department, [], department), [SeededRoles.DepartmentHead]);
}

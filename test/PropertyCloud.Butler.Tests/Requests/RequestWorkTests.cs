using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Requests;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Butler.Tests.Requests;

public sealed class RequestWorkTests
{
    private readonly Given _ = new();

    [Fact, Trait("Requirement", "R20"), Trait("Requirement", "R132")]
    public void Accept_StopsRespondInTheButlersName()
    {
        var request = _.Accepted();
        request.Status.ShouldBe(RequestStatus.Accepted);
        request.AcceptedBy.ShouldBe(_.Butler.Id);
        var fact = request.Facts.ShouldHaveSingleItem();
        fact.Kind.ShouldBe(ClockFactKind.Responded);
        fact.At.ShouldBe(_.Now);
    }

    [Fact]
    public void Accept_WhenAlreadyAccepted_SaysWhoAndWhen()
    {
        var request = _.Accepted();
        var refused = Given.Refused(() => request.Accept(_.Other, _.Now));
        refused.Code.ShouldBe("butler.moved-on");
        refused.Text.ShouldBe("{0} {1} 已受理，你看到的是旧的");
        refused.Args.ShouldBe(["周敏", "15:31"]);
    }

    [Fact]
    public void Accept_ByWhoStandsIn_LeavesTheResponsible()
    {
        var request = _.Reported();
        request.Accept(_.Other, _.Now);
        request.ResponsibleId.ShouldBe(_.Butler.Id);
        request.AcceptedBy.ShouldBe(_.Other.Id);
    }

    [Fact]
    public void Accept_WhereNobodyWasResponsible_TakesIt()
    {
        var request = Request.Report(_.New() with { ResponsibleId = null }, 24, _.Resident);
        request.Accept(_.Other, _.Now);
        request.ResponsibleId.ShouldBe(_.Other.Id);
    }

    [Fact, Trait("Requirement", "R43"), Trait("Requirement", "R48"), Trait("Requirement", "R52")]
    public void Dispatch_WantsAnOrderOfEachDepartment()
    {
        var request = _.Dispatched("engineering", "environment");
        request.Status.ShouldBe(RequestStatus.InProgress);
        request.Stage.ShouldBe(BoardStage.ToTake);
        request.Events.OfType<OrderWanted>().Select(o => o.Department).ShouldBe(["engineering", "environment"]);
        request.Events.OfType<OrderWanted>().Select(o => o.OrderId).ShouldBe(request.Orders.Select(o => o.Id));
    }

    [Fact]
    public void Dispatch_BeforeAccepting_IsRefused() =>
        Given.Refused(() => _.Reported().Dispatch([new("engineering", null, null)], _.Butler, _.Now)).Code.ShouldBe("butler.moved-on");

    [Fact]
    public void Dispatch_ToNobody_IsRefused() => Given.Refused(() => _.Accepted().Dispatch([], _.Butler, _.Now)).Code.ShouldBe("butler.no-department");

    [Fact]
    public void Dispatch_ToUnknownDepartment_IsRefused() =>
        Given.Refused(() => _.Accepted().Dispatch([new("kitchen", null, null)], _.Butler, _.Now)).Code.ShouldBe("butler.unknown-department");

    [Fact]
    public void Dispatch_TwiceToOneDepartment_IsRefused()
    {
        var request = _.Dispatched();
        Given.Refused(() => request.Dispatch([new("engineering", null, null)], _.Butler, _.Now)).Code.ShouldBe("butler.department-has-order");
    }

    [Fact, Trait("Requirement", "R148")]
    public void MirrorOrder_ArrivalOfTheFirst_StopsArriveOnce()
    {
        var request = _.Dispatched("engineering", "environment");
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Arrived, OrderStatus.Arrived, 2), _.Engineer);
        var first = _.Now;
        _.Later(3);
        request.MirrorOrder(_.Heard(request.Orders[1], OrderChange.Arrived, OrderStatus.Arrived, 2), _.Engineer);
        request.Facts.Where(f => f.Kind == ClockFactKind.Arrived).ShouldHaveSingleItem().At.ShouldBe(first);
    }

    [Fact]
    public void MirrorOrder_EarlierArrivalHeardLater_IsTheFirst()
    {
        var request = _.Dispatched("engineering", "environment");
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Arrived, OrderStatus.Arrived, 2), _.Engineer);
        var earlier = _.Now.AddMinutes(-3);
        request.MirrorOrder(_.Heard(request.Orders[1], OrderChange.Arrived, OrderStatus.Arrived, 2, at: earlier), _.Engineer);
        request.Facts.Where(f => f.Kind == ClockFactKind.Arrived).Min(f => f.At).ShouldBe(earlier);
    }

    [Fact]
    public void MirrorOrder_EarlierCompletionHeardLast_StopsResolveAtTheLaterOne()
    {
        var request = _.Dispatched("engineering", "environment");
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Completed, OrderStatus.Completed, 4), _.Engineer);
        request.MirrorOrder(_.Heard(request.Orders[1], OrderChange.Completed, OrderStatus.Completed, 4, at: _.Now.AddMinutes(-3)), _.Engineer);
        request.Facts.Single(f => f.Kind == ClockFactKind.Resolved).At.ShouldBe(_.Now);
        request.CompletedAt.ShouldBe(_.Now);
    }

    [Fact, Trait("Requirement", "R148"), Trait("Requirement", "R12")]
    public void MirrorOrder_LastOpenOneCompletes_StopsResolveAtTheEventsTime()
    {
        var request = _.Dispatched("engineering", "environment");
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Completed, OrderStatus.Completed, 4, at: _.Now.AddMinutes(-5)), _.Engineer);
        request.Status.ShouldBe(RequestStatus.InProgress);
        request.Facts.ShouldNotContain(f => f.Kind == ClockFactKind.Resolved);
        var done = _.Now.AddMinutes(-1);
        request.MirrorOrder(_.Heard(request.Orders[1], OrderChange.Completed, OrderStatus.Completed, 4, at: done), _.Engineer);
        request.Status.ShouldBe(RequestStatus.AwaitingConfirmation);
        request.Facts.Single(f => f.Kind == ClockFactKind.Resolved).At.ShouldBe(done);
    }

    [Fact]
    public void MirrorOrder_KnownAlready_ChangesNothing()
    {
        var request = _.Dispatched();
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Completed, OrderStatus.Completed, 5), _.Engineer);
        var (lines, facts) = (request.LineCount, request.Facts);
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Completed, OrderStatus.Completed, 5, at: _.Now.AddMinutes(3)), _.Engineer).ShouldBeFalse();
        (request.LineCount, request.Facts).ShouldBe((lines, facts));
    }

    [Fact]
    public void MirrorOrder_OlderHeardLate_IsWrittenDown_AndMovesNothing()
    {
        var request = _.Dispatched();
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Completed, OrderStatus.Completed, 5), _.Engineer);
        var (completed, moved) = (request.CompletedAt, request.MovedAt);
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Taken, OrderStatus.Taken, 2, at: _.Now.AddMinutes(-1)) with { AssigneeId = _.Other.Id }, _.Engineer).ShouldBeTrue();
        (request.Status, request.CompletedAt, request.MovedAt).ShouldBe((RequestStatus.AwaitingConfirmation, completed, moved));
        (request.Orders[0].Status, request.Orders[0].AssigneeId, request.Orders[0].TakenAt).ShouldBe((OrderStatus.Completed, _.Engineer.Id, _.Now.AddMinutes(-1)));
        request.Entries.ShouldContain(e => e.Kind == EntryKind.Taken);
    }

    [Fact]
    public void MirrorOrder_OnlyOneDeclines_TheRequestIsTheButlersAgain()
    {
        var request = _.Dispatched();
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Declined, OrderStatus.Declined, 2, "要厂家来"), _.Engineer);
        request.Status.ShouldBe(RequestStatus.Accepted);
        request.Notes.ShouldContain(n => n.Kind == EntryKind.OrderDeclined && n.Text == "要厂家来");
        request.Entries.ShouldNotContain(e => e.Text == "要厂家来");
    }

    [Fact]
    public void MirrorOrder_OneOfTwoDeclines_TheOtherGoesOn()
    {
        var request = _.Dispatched("engineering", "environment");
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Declined, OrderStatus.Declined, 2), _.Engineer);
        request.Status.ShouldBe(RequestStatus.InProgress);
    }

    [Fact]
    public void MirrorOrder_HoldOfAll_PausesResolve_AndResumeEndsIt()
    {
        var request = _.Dispatched();
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Held, OrderStatus.OnHold, 3, "等配件"), _.Engineer);
        request.Stage.ShouldBe(BoardStage.OnHold);
        request.HoldReason.ShouldBe("等配件");
        _.Later(30);
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Resumed, OrderStatus.InProgress, 4), _.Engineer);
        request.Facts.Select(f => f.Kind).ShouldBe([ClockFactKind.Responded, ClockFactKind.HoldStarted, ClockFactKind.HoldEnded]);
        request.Stage.ShouldBe(BoardStage.Working);
    }

    [Fact]
    public void MirrorOrder_HoldOfOneOfTwo_PausesNothing()
    {
        var request = _.Dispatched("engineering", "environment");
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Held, OrderStatus.OnHold, 3, "等配件"), _.Engineer);
        request.IsHeld.ShouldBeFalse();
        request.Facts.ShouldNotContain(f => f.Kind == ClockFactKind.HoldStarted);
    }

    [Fact]
    public void MirrorOrder_AfterTheEnd_MovesNothing()
    {
        var request = _.Dispatched();
        request.Cancel(null, _.Resident, _.Now);
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Completed, OrderStatus.Completed, 9), _.Engineer);
        request.Status.ShouldBe(RequestStatus.Cancelled);
    }

    [Fact, Trait("Requirement", "R52")]
    public void CompleteByButler_NeedsNoOrder()
    {
        var request = _.Completed();
        request.Status.ShouldBe(RequestStatus.AwaitingConfirmation);
        request.Facts.ShouldContain(f => f.Kind == ClockFactKind.Resolved);
        request.Orders.ShouldBeEmpty();
    }

    [Fact]
    public void CompleteByButler_WhileOrdersAreOpen_IsRefused() =>
        Given.Refused(() => _.Dispatched().CompleteByButler(null, [], _.Butler, _.Now)).Code.ShouldBe("butler.orders-open");

    [Fact]
    public void WithdrawOrder_TellsTheDepartment_AndTheButlerHasItAgain()
    {
        var request = _.Dispatched();
        request.WithdrawOrder(request.Orders[0].Id, "找错部门", _.Butler, _.Now);
        request.Status.ShouldBe(RequestStatus.Accepted);
        request.Events.OfType<OrderInstructed>().ShouldHaveSingleItem().Instruction.ShouldBe(OrderInstruction.Withdraw);
        Given.Refused(() => request.WithdrawOrder(request.Orders[0].Id, null, _.Butler, _.Now)).Code.ShouldBe("butler.moved-on");
    }

    [Fact]
    public void Reclassify_CountsFromTheReport_AndNeedsAReason()
    {
        var request = _.Accepted();
        Given.Refused(() => request.Reclassify(Severities.Emergency, " ", _.Butler, _.Now)).Status.ShouldBe(422);
        Given.Refused(() => request.Reclassify(Severities.Normal, "一样", _.Butler, _.Now)).Code.ShouldBe("butler.same-severity");
        request.Reclassify(Severities.Emergency, "水漫到楼下", _.Butler, _.Now);
        request.Severity.ShouldBe(Severities.Emergency);
        request.Facts[^1].Severity.ShouldBe(Severities.Emergency);
        request.Notes.ShouldContain(n => n.Text == "水漫到楼下");
    }

    [Fact, Trait("Requirement", "R52")]
    public void Urge_HurriesOpenOrders_OnceInFiveMinutes()
    {
        var request = _.Dispatched();
        request.Urge(_.Butler, _.Now);
        request.Events.OfType<OrderInstructed>().ShouldHaveSingleItem().Instruction.ShouldBe(OrderInstruction.Urge);
        _.Later(4);
        Given.Refused(() => request.Urge(_.Butler, _.Now)).Code.ShouldBe("butler.just-urged");
        _.Later(1);
        request.Urge(_.Butler, _.Now);
    }

    [Fact]
    public void Arrange_InThePast_IsRefused()
    {
        var request = _.Accepted();
        Given.Refused(() => request.Arrange(_.Now.AddMinutes(-1), _.Now.AddHours(1), _.Butler, _.Now)).Code.ShouldBe("butler.bad-slot");
        Given.Refused(() => request.Arrange(_.Now.AddHours(1), _.Now.AddHours(1), _.Butler, _.Now)).Code.ShouldBe("butler.bad-slot");
        request.Arrange(_.Now.AddHours(1), _.Now.AddHours(2), _.Butler, _.Now);
        request.Facts[^1].Kind.ShouldBe(ClockFactKind.Appointment);
        request.Facts[^1].Until.ShouldBe(_.Now.AddHours(2));
    }

    [Fact]
    public void Reassign_ToTheSame_IsRefused()
    {
        var request = _.Accepted();
        Given.Refused(() => request.Reassign(_.Butler.Id!.Value, _.Other, _.Now)).Code.ShouldBe("butler.same-responsible");
        request.Reassign(_.Other.Id!.Value, _.Other, _.Now);
        request.ResponsibleId.ShouldBe(_.Other.Id);
    }
}

using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Requests;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Butler.Tests.Requests;

public sealed class RequestCloseTests
{
    private readonly Given _ = new();

    [Fact, Trait("Requirement", "R4"), Trait("Requirement", "R12"), Trait("Requirement", "R135")]
    public void OneFlow_FromReportToArchive_LeavesEveryStepOnTheTimeline()
    {
        var request = _.Dispatched();
        var order = request.Orders[0];
        request.MirrorOrder(_.Heard(order, OrderChange.Taken, OrderStatus.Taken, 1), _.Engineer);
        request.MirrorOrder(_.Heard(order, OrderChange.Arrived, OrderStatus.Arrived, 2), _.Engineer);
        request.MirrorOrder(_.Heard(order, OrderChange.Completed, OrderStatus.Completed, 3), _.Engineer);
        request.Confirm(5, "很快", Given.CallAll, _.Resident, _.Now);
        request.CallBackReached(5, _.Butler, _.Now);
        request.Status.ShouldBe(RequestStatus.Archived);
        request.OpenStatus.ShouldBe(0);
        request.Entries.Select(e => e.Kind).ShouldBe([EntryKind.Reported, EntryKind.Accepted, EntryKind.Dispatched, EntryKind.Taken, EntryKind.Arrived,
            EntryKind.OrderCompleted, EntryKind.Confirmed, EntryKind.CalledBack, EntryKind.Archived]);
        request.Facts.Select(f => f.Kind).ShouldBe([ClockFactKind.Responded, ClockFactKind.Arrived, ClockFactKind.Resolved, ClockFactKind.Confirmed, ClockFactKind.CalledBack]);
    }

    [Fact, Trait("Requirement", "R134"), Trait("Requirement", "R140")]
    public void Confirm_IsTheResidentsWord_WithARating()
    {
        var request = _.WaitingForCallBack();
        request.ConfirmedHow.ShouldBe(ConfirmedHow.Resident);
        request.Rating.ShouldBe(5);
        request.Status.ShouldBe(RequestStatus.CallBack);
    }

    [Theory, InlineData(0), InlineData(6)]
    public void Confirm_WithARatingThatIsNone_IsRefused(int rating) =>
        Given.Refused(() => _.Completed().Confirm(rating, null, Given.CallAll, _.Resident, _.Now)).Status.ShouldBe(422);

    [Fact]
    public void Confirm_BeforeCompletion_IsRefused() => Given.Refused(() => _.Accepted().Confirm(5, null, Given.CallAll, _.Resident, _.Now)).Code.ShouldBe("butler.moved-on");

    [Fact]
    public void Confirm_Twice_IsRefused()
    {
        var request = _.WaitingForCallBack();
        Given.Refused(() => request.Confirm(5, null, Given.CallAll, _.Resident, _.Now)).Code.ShouldBe("butler.moved-on");
    }

    [Fact]
    public void Confirm_WithoutCallBacks_GoesStraightToTheArchive()
    {
        var request = _.Completed();
        request.Confirm(null, null, Given.CallNobody, _.Resident, _.Now);
        request.Status.ShouldBe(RequestStatus.Archived);
    }

    [Fact]
    public void ConfirmAutomatically_IsCountedApart_AndStillCalledBack()
    {
        var request = _.Completed();
        request.ConfirmAutomatically(Given.CallAll, _.System, _.Now);
        request.ConfirmedHow.ShouldBe(ConfirmedHow.Automatically);
        request.Status.ShouldBe(RequestStatus.CallBack);
        request.Events.OfType<RequestChanged>().ShouldContain(e => e.Change == RequestChange.ConfirmedAutomatically);
    }

    [Fact]
    public void ConfirmAutomatically_WhenSentBackMeanwhile_IsRefused()
    {
        var request = _.Completed();
        request.SendBack("还在滴", [], _.Resident, _.Now);
        Given.Refused(() => request.ConfirmAutomatically(Given.CallAll, _.System, _.Now)).Code.ShouldBe("butler.moved-on");
    }

    [Fact, Trait("Requirement", "R184"), Trait("Requirement", "R6")]
    public void SendBack_GoesOnInTheSameRequest_AndUndoesResolve()
    {
        var request = _.Dispatched();
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Completed, OrderStatus.Completed, 3), _.Engineer);
        request.SendBack("还在滴", [], _.Resident, _.Now);
        request.Status.ShouldBe(RequestStatus.InProgress);
        request.ReworkCount.ShouldBe(1);
        request.Facts[^1].Kind.ShouldBe(ClockFactKind.SentBack);
        var told = request.Events.OfType<OrderInstructed>().ShouldHaveSingleItem();
        told.Instruction.ShouldBe(OrderInstruction.Rework);
        told.OrderId.ShouldBe(request.Orders[0].Id);
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Completed, OrderStatus.Completed, 5), _.Engineer);
        request.Status.ShouldBe(RequestStatus.AwaitingConfirmation);
    }

    [Fact]
    public void SendBack_OfTheButlersOwnWork_IsTheButlersAgain()
    {
        var request = _.Completed();
        request.SendBack("还不行", [], _.Resident, _.Now);
        request.Status.ShouldBe(RequestStatus.Accepted);
    }

    [Fact]
    public void SendBack_WithoutAReason_IsRefused() => Given.Refused(() => _.Completed().SendBack("", [], _.Resident, _.Now)).Status.ShouldBe(422);

    [Fact]
    public void SendBack_AfterConfirmation_IsRefused() => Given.Refused(() => _.WaitingForCallBack().SendBack("x", [], _.Resident, _.Now)).Code.ShouldBe("butler.moved-on");

    [Fact]
    public void Remind_OnlyWhileTheResidentIsAwaited()
    {
        var request = _.Completed();
        request.RemindToConfirm(_.System, _.Now);
        request.RemindedCount.ShouldBe(1);
        request.UnreadByResident.ShouldBeGreaterThan(0);
        Given.Refused(() => _.Accepted().RemindToConfirm(_.System, _.Now)).Code.ShouldBe("butler.moved-on");
    }

    [Fact]
    public void CallBackGivenUp_IsCountedApart_AndArchives()
    {
        var request = _.WaitingForCallBack();
        request.CallBackGivenUp(_.Butler, _.Now);
        request.Status.ShouldBe(RequestStatus.Archived);
        request.Facts[^1].Kind.ShouldBe(ClockFactKind.NotReached);
        request.Events.OfType<RequestChanged>().ShouldContain(e => e.Change == RequestChange.NotReached);
    }

    [Fact]
    public void CallBackReached_BeforeConfirmation_IsRefused() => Given.Refused(() => _.Completed().CallBackReached(5, _.Butler, _.Now)).Code.ShouldBe("butler.moved-on");

    [Fact, Trait("Requirement", "R131")]
    public void Decline_NeedsAReasonThatTheResidentReads()
    {
        var request = _.Reported();
        Given.Refused(() => request.Decline(" ", _.Butler, _.Now)).Status.ShouldBe(422);
        request.Decline("这属于燃气公司，电话 96777", _.Butler, _.Now);
        request.Status.ShouldBe(RequestStatus.Declined);
        request.Entries.ShouldContain(e => e.Kind == EntryKind.Declined && e.Text!.Contains("96777"));
        request.Facts[^1].Kind.ShouldBe(ClockFactKind.Ended);
    }

    [Fact]
    public void Decline_OnceDispatched_IsRefused() => Given.Refused(() => _.Dispatched().Decline("不办", _.Butler, _.Now)).Code.ShouldBe("butler.moved-on");

    [Fact]
    public void Cancel_TakesOpenOrdersBack()
    {
        var request = _.Dispatched("engineering", "environment");
        request.Cancel("自己弄好了", _.Resident, _.Now);
        request.Status.ShouldBe(RequestStatus.Cancelled);
        request.Events.OfType<OrderInstructed>().Count(e => e.Instruction == OrderInstruction.Withdraw).ShouldBe(2);
        request.OpenOrders.ShouldBeEmpty();
    }

    [Fact]
    public void Cancel_WhenDone_IsRefused() => Given.Refused(() => _.Completed().Cancel(null, _.Resident, _.Now)).Code.ShouldBe("butler.moved-on");

    [Fact]
    public void Again_OnlyAfterTheArchive()
    {
        Given.Refused(() => _.Completed().CheckMayComeAgain(_.Resident)).Code.ShouldBe("butler.send-back-instead");
        Given.Refused(() => _.Accepted().CheckMayComeAgain(_.Resident)).Code.ShouldBe("butler.not-archived");
        var request = _.WaitingForCallBack();
        request.CallBackReached(5, _.Butler, _.Now);
        request.CheckMayComeAgain(_.Resident);
    }
}

using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Requests;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Butler.Tests.Requests;

/// <summary>What each act leaves behind: lines, facts, counters, the board's column and what is told.</summary>
public sealed class RequestTraceTests
{
    private readonly Given _ = new();

    private Request Heard(Request request, params (OrderChange Change, OrderStatus Status)[] changes)
    {
        foreach (var (change, status) in changes)
            request.MirrorOrder(_.Heard(request.Orders[0], change, status, request.Orders[0].LastSequence + 1, "等配件"), _.Engineer);
        return request;
    }

    private static RequestChange LastTold(Request request) => request.Events.OfType<RequestChanged>().Last().Change;

    [Theory]
    [InlineData("给的标题", "正文", "给的标题")]
    [InlineData(" ", "水龙头滴水。下午在家", "水龙头滴水")]
    [InlineData(null, "水龙头滴水？下午在家", "水龙头滴水")]
    [InlineData(null, "水龙头滴水！下午在家", "水龙头滴水")]
    [InlineData(null, "水龙头滴水；下午在家", "水龙头滴水")]
    [InlineData(null, " 水龙头滴水\r\n下午在家", "水龙头滴水")]
    [InlineData(null, "。下午在家", "。下午在家")]
    [InlineData(null, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十")]
    [InlineData(null, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九…")]
    public void Title_IsGivenOrTheFirstSentence(string? title, string text, string expected) => Request.TitleFrom(title, text).ShouldBe(expected);

    [Fact]
    public void Report_KeepsEverythingThatWasAsked()
    {
        var asked = _.New() with { Description = " 水槽漏水 ", Photos = [Given.Id(40)], RepeatOfId = Given.Id(41), AgainOfId = Given.Id(42) };
        var request = Request.Report(asked, 24, _.Resident);
        (request.Id, request.Number, request.Kind, request.ItemCode, request.Severity, request.Description, request.Channel, request.PlanVersionId)
            .ShouldBe((asked.Id, "BX2609150001", RequestKinds.Repair, "water", Severities.Normal, "水槽漏水", RequestChannel.ResidentApp, Given.Id(30)));
        (request.CommunityId, request.ClusterId, request.UnitId, request.PlaceId, request.Plate, request.PlateSpoken, request.PlateIsPublic)
            .ShouldBe((_.Community, _.Cluster, Given.Id(22), null, "7-2-1502", "7栋2单元1502", false));
        (request.RepeatOfId, request.AgainOfId, request.ReporterPartyId, request.ResponsibleId).ShouldBe((Given.Id(41), Given.Id(42), _.Resident.PartyId, _.Butler.Id));
        (request.UnreadByStaff, request.UnreadByResident, request.OpenStatus, request.MovedByName).ShouldBe((1, 0, 1, "张素芬"));
        request.Photos.ShouldBe([Given.Id(40)]);
        var line = request.Entries.ShouldHaveSingleItem();
        (line.Kind, line.Text, line.Sequence, line.RequestId, line.AuthorPartyId, line.AuthorName, line.FromResident, line.At)
            .ShouldBe((EntryKind.Reported, "水槽漏水", 1, request.Id, _.Resident.PartyId, null, true, _.Now));
        line.Photos.ShouldBe([Given.Id(40)]);
        Request.Report(_.New() with { Channel = RequestChannel.Phone }, 24, _.Butler).UnreadByStaff.ShouldBe(0);
    }

    [Fact]
    public void Accept_IsReadByStaff_AndSaysWhoAndWhen()
    {
        var request = _.Accepted();
        (request.AcceptedAt, request.UnreadByStaff, request.Stage, request.MovedByName, request.MovedAt, LastTold(request))
            .ShouldBe((_.Now, 0, BoardStage.Working, "周敏", _.Now, RequestChange.Accepted));
        var line = request.Entries.Last();
        (line.Kind, line.AuthorId, line.AuthorName, line.FromResident).ShouldBe((EntryKind.Accepted, _.Butler.Id, "周敏", false));
    }

    [Fact]
    public void Dispatch_TellsTheDepartmentAllItNeeds_AndKeepsTheNoteFromTheResident()
    {
        var request = _.Accepted();
        request.ApplyClocks([new(ClockKind.Arrive, ClockState.Running, 15, _.Now, _.Now.AddMinutes(10), _.Now.AddMinutes(15), null), new(ClockKind.Resolve, ClockState.Running, 180, _.Now, _.Now.AddMinutes(120), _.Now.AddMinutes(180), null)]);
        request.Dispatch([new("engineering", _.Engineer.Id, " 带软管 ")], _.Butler, _.Now);
        var wanted = request.Events.OfType<OrderWanted>().ShouldHaveSingleItem();
        (wanted.RequestId, wanted.Department, wanted.AssigneeId, wanted.Title, wanted.Kind, wanted.Severity, wanted.Plate, wanted.ArriveDueAt, wanted.ResolveDueAt)
            .ShouldBe((request.Id, "engineering", _.Engineer.Id, request.Title, request.Kind, request.Severity, request.Plate, _.Now.AddMinutes(15), _.Now.AddMinutes(180)));
        request.Notes.ShouldHaveSingleItem().Text.ShouldBe("带软管");
        var line = request.Entries.Last();
        (line.Kind, line.PersonId, line.Department).ShouldBe((EntryKind.Dispatched, _.Engineer.Id, "engineering"));
        (request.Department, request.AssigneeId, LastTold(request)).ShouldBe(("engineering", _.Engineer.Id, RequestChange.Dispatched));
        var order = request.Orders.ShouldHaveSingleItem();
        (order.RequestId, order.Status, order.DispatchedAt, order.IsOpen, order.IsOnTheWay).ShouldBe((request.Id, OrderStatus.Dispatched, _.Now, true, false));
    }

    [Fact]
    public void Board_FollowsTheOrders()
    {
        var request = _.Dispatched("engineering", "environment");
        request.Stage.ShouldBe(BoardStage.ToTake);
        Heard(request, (OrderChange.Taken, OrderStatus.Taken));
        (request.Stage, request.Department, request.AssigneeId).ShouldBe((BoardStage.Working, "engineering", _.Engineer.Id), "who has it in hand stands before who is still to take it");
        request.Orders[0].IsOnTheWay.ShouldBeTrue();
        Heard(request, (OrderChange.Arrived, OrderStatus.Arrived), (OrderChange.Completed, OrderStatus.Completed));
        (request.Stage, request.Department).ShouldBe((BoardStage.ToTake, "environment"));
        request.MirrorOrder(_.Heard(request.Orders[1], OrderChange.Completed, OrderStatus.Completed, 5), _.Engineer);
        (request.Stage, request.Department, request.AssigneeId).ShouldBe((BoardStage.Waiting, null, null));
        request.Confirm(5, null, Given.CallAll, _.Resident, _.Now);
        request.Stage.ShouldBe(BoardStage.Waiting);
        request.CallBackReached(5, _.Butler, _.Now);
        (request.Stage, request.OpenStatus).ShouldBe((BoardStage.None, 0));
    }

    [Theory]
    [InlineData("decline")]
    [InlineData("cancel")]
    public void AfterTheEnd_NothingIsOpen(string act)
    {
        var request = _.Accepted();
        if (act == "decline") request.Decline(" 不归我们 ", _.Butler, _.Now);
        else request.Cancel("不用了", _.Resident, _.Now);
        (request.OpenStatus, request.Stage, request.EndedAt).ShouldBe((0, BoardStage.None, _.Now));
        request.EndReason.ShouldBe(act == "decline" ? "不归我们" : "不用了");
        request.Facts[^1].Kind.ShouldBe(ClockFactKind.Ended);
        request.Entries.Last().Text.ShouldBe(request.EndReason);
        (request.UnreadByResident, request.UnreadByStaff).ShouldBe(act == "decline" ? (1, 0) : (0, 1));
        LastTold(request).ShouldBe(act == "decline" ? RequestChange.Declined : RequestChange.Cancelled);
    }

    [Fact]
    public void Decline_BeforeAccepting_IsAResponse()
    {
        var request = _.Reported();
        request.Decline("不归我们", _.Butler, _.Now);
        request.Facts.Select(f => f.Kind).ShouldBe([ClockFactKind.Responded, ClockFactKind.Ended]);
    }

    [Fact]
    public void Cancel_ByStaff_IsNothingUnreadForStaff_AndEndsAHold()
    {
        var request = Heard(_.Dispatched(), (OrderChange.Held, OrderStatus.OnHold));
        request.Cancel("业主来电取消", _.Butler, _.Now);
        (request.IsHeld, request.HoldReason, request.UnreadByStaff).ShouldBe((false, null, 0));
        var told = request.Events.OfType<OrderInstructed>().ShouldHaveSingleItem();
        (told.OrderId, told.Instruction, told.Reason, request.Orders[0].EndedAt).ShouldBe((request.Orders[0].Id, OrderInstruction.Withdraw, "业主来电取消", _.Now));
    }

    [Theory]
    [InlineData(OrderChange.Taken, OrderStatus.Taken, EntryKind.Taken, RequestChange.Progressed)]
    [InlineData(OrderChange.Arrived, OrderStatus.Arrived, EntryKind.Arrived, RequestChange.Progressed)]
    [InlineData(OrderChange.Started, OrderStatus.InProgress, EntryKind.Started, RequestChange.Progressed)]
    [InlineData(OrderChange.Held, OrderStatus.OnHold, EntryKind.Held, RequestChange.Held)]
    [InlineData(OrderChange.Completed, OrderStatus.Completed, EntryKind.OrderCompleted, RequestChange.Completed)]
    public void WhatTheDepartmentDoes_IsOnTheTimeline(OrderChange change, OrderStatus status, object kind, RequestChange told)
    {
        var request = Heard(_.Dispatched(), (change, status));
        var line = request.Entries.Last();
        (line.Kind, line.Department, line.PersonId, line.AuthorName).ShouldBe(((EntryKind)kind, "engineering", _.Engineer.Id, "李国强"));
        LastTold(request).ShouldBe(told);
    }

    [Fact]
    public void Resume_IsOnTheTimeline_AndForgetsTheReason()
    {
        var request = Heard(_.Dispatched(), (OrderChange.Held, OrderStatus.OnHold), (OrderChange.Resumed, OrderStatus.InProgress));
        (request.Entries.Last().Kind, request.HoldReason, request.Orders[0].HoldReason, LastTold(request)).ShouldBe((EntryKind.Resumed, null, null, RequestChange.Resumed));
    }

    [Fact]
    public void Transfer_IsForStaffAlone()
    {
        var request = Heard(_.Dispatched(), (OrderChange.Transferred, OrderStatus.Dispatched));
        request.Notes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.Kind.ShouldBe(EntryKind.Transferred), n => n.Text.ShouldBe("等配件"), n => n.AuthorName.ShouldBe("李国强"));
        request.Entries.ShouldNotContain(e => e.Text == "等配件");
    }

    [Fact]
    public void Mirror_KeepsTheOrdersInstants()
    {
        var request = Heard(_.Dispatched(), (OrderChange.Arrived, OrderStatus.Arrived));
        var order = request.Orders[0];
        (order.TakenAt, order.ArrivedAt).ShouldBe((_.Now, _.Now), "whoever is there has taken it");
        var arrived = _.Now;
        _.Later(5);
        Heard(request, (OrderChange.Arrived, OrderStatus.Arrived), (OrderChange.Completed, OrderStatus.Completed));
        (order.ArrivedAt, order.CompletedAt, order.IsOpen).ShouldBe((arrived, _.Now, false));
        Heard(request, (OrderChange.Reworked, OrderStatus.Dispatched));
        (order.CompletedAt, order.IsOpen).ShouldBe((null, true));
        Heard(request, (OrderChange.Declined, OrderStatus.Declined));
        (order.EndedAt, order.IsOpen).ShouldBe((_.Now, false));
    }

    [Fact]
    public void Mirror_OfAnOrderThatIsNotKnownYet_IsTakenIn()
    {
        var request = _.Accepted();
        var change = new OrderChanged(Given.Id(70), Request.SubjectType, request.Id, 1, OrderChange.Dispatched, OrderStatus.Dispatched, "environment", null, null, _.Now, null, null, []);
        request.MirrorOrder(change, _.System).ShouldBeTrue();
        (request.Status, request.Orders.Single().Department).ShouldBe((RequestStatus.InProgress, "environment"));
        request.MirrorOrder(change, _.System).ShouldBeFalse();
    }

    [Fact]
    public void Completed_WaitsForTheResident()
    {
        var request = _.Accepted();
        request.CompleteByButler(" 已处理 ", [Given.Id(41)], _.Butler, _.Now);
        (request.CompletedAt, request.UnreadByResident, LastTold(request)).ShouldBe((_.Now, 1, RequestChange.Completed));
        var line = request.Entries.Last();
        (line.Kind, line.Text).ShouldBe((EntryKind.Completed, "已处理"));
        line.Photos.ShouldBe([Given.Id(41)]);
        var silent = _.Accepted();
        silent.CompleteByButler(" ", [], _.Butler, _.Now);
        silent.Entries.Last().Text.ShouldBeNull();
    }

    [Fact]
    public void Confirm_ByStaffForTheResident_IsCountedApart()
    {
        var request = _.Completed();
        request.Confirm(null, " ", Given.CallAll, _.Butler, _.Now);
        (request.ConfirmedHow, request.ConfirmedAt, request.Rating, request.RatingComment, request.UnreadByStaff, LastTold(request))
            .ShouldBe((ConfirmedHow.StaffForResident, _.Now, null, null, 0, RequestChange.Confirmed));
        var own = _.Completed();
        own.Confirm(1, " 还行 ", Given.CallAll, _.Resident, _.Now);
        (own.Rating, own.RatingComment, own.UnreadByStaff, own.MovedByName).ShouldBe((1, "还行", 1, "张素芬"));
        own.Entries.Last().Text.ShouldBe("还行");
    }

    [Fact]
    public void CallBack_RatesOnlyWhereTheResidentDidNot()
    {
        var rated = _.WaitingForCallBack();
        rated.CallBackReached(2, _.Butler, _.Now);
        (rated.Rating, rated.EndedAt, LastTold(rated)).ShouldBe((5, _.Now, RequestChange.Archived));
        rated.Events.OfType<RequestChanged>().ShouldContain(e => e.Change == RequestChange.CalledBack);
        var silent = _.Completed();
        silent.ConfirmAutomatically(Given.CallAll, _.System, _.Now);
        silent.CallBackReached(2, _.Butler, _.Now);
        silent.Rating.ShouldBe(2);
    }

    [Fact]
    public void CallBackAttempts_AreForStaffAlone()
    {
        var request = _.WaitingForCallBack();
        request.CallBackMissed(_.Butler, _.Now);
        request.CallBackGivenUp(_.Butler, _.Now);
        request.Notes.Select(n => n.Kind).ShouldBe([EntryKind.CallBackTried, EntryKind.NotReached]);
        request.Entries.Last().Kind.ShouldBe(EntryKind.Archived);
    }

    [Fact]
    public void SendBack_StartsAnew()
    {
        var request = _.Completed();
        request.RemindToConfirm(_.System, _.Now);
        var unread = request.UnreadByStaff;
        request.SendBack(" 还在滴 ", [Given.Id(43)], _.Resident, _.Now);
        (request.CompletedAt, request.RemindedCount, request.UnreadByStaff, LastTold(request)).ShouldBe((null, 0, unread + 1, RequestChange.SentBack));
        request.Entries.Last().ShouldSatisfyAllConditions(e => e.Text.ShouldBe("还在滴"), e => e.Photos.ShouldBe([Given.Id(43)]));
        var byStaff = _.Completed();
        byStaff.SendBack("还在滴", [], _.Butler, _.Now);
        byStaff.UnreadByStaff.ShouldBe(0);
    }

    [Fact]
    public void SendBack_OfTwoOrders_GoesToWhoFinishedLast()
    {
        var request = _.Dispatched("engineering", "environment");
        request.MirrorOrder(_.Heard(request.Orders[1], OrderChange.Completed, OrderStatus.Completed, 4), _.Engineer);
        _.Later(5);
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Completed, OrderStatus.Completed, 4), _.Engineer);
        request.SendBack("还在滴", [], _.Resident, _.Now);
        var told = request.Events.OfType<OrderInstructed>().ShouldHaveSingleItem();
        (told.OrderId, told.Reason).ShouldBe((request.Orders[0].Id, "还在滴"));
        (request.Orders[0].Status, request.Orders[0].CompletedAt, request.Orders[1].IsOpen).ShouldBe((OrderStatus.Dispatched, null, false));
    }

    [Fact]
    public void Talk_CountsWhatTheOtherSideHasNotRead()
    {
        var request = _.Accepted();
        request.PostMessage(" 我在家 ", [Given.Id(44)], _.Resident, _.Now);
        request.PostMessage("马上到", [], _.Butler, _.Now);
        request.PostMessage("", [Given.Id(45)], _.Butler, _.Now);
        (request.UnreadByStaff, request.UnreadByResident).ShouldBe((1, 2));
        var told = request.Events.OfType<MessagePosted>().First();
        (told.FromResident, told.ResponsibleId, told.ReporterPartyId, told.EntryId).ShouldBe((true, _.Butler.Id, _.Resident.PartyId, request.Entries.ElementAt(2).Id));
        request.Entries.ElementAt(2).ShouldSatisfyAllConditions(e => e.Text.ShouldBe("我在家"), e => e.Photos.ShouldBe([Given.Id(44)]));
        request.MarkRead(_.Resident).ShouldBeTrue();
        request.MarkRead(_.Resident).ShouldBeFalse();
        (request.UnreadByStaff, request.UnreadByResident).ShouldBe((1, 0));
        request.MarkRead(_.Butler).ShouldBeTrue();
        request.MarkRead(_.Butler).ShouldBeFalse();
    }

    [Fact]
    public void Answer_IsTimedOnceAndToldEachTime()
    {
        var request = _.Accepted();
        request.Answer("好的", [], _.Butler, _.Now);
        var first = _.Now;
        _.Later(5);
        request.Answer("补充", [], _.Butler, _.Now);
        request.AnsweredAt.ShouldBe(first);
        request.Events.OfType<RequestChanged>().Count(e => e.Change == RequestChange.Answered).ShouldBe(2);
    }

    [Fact]
    public void CallsAndReveals_AreNotes()
    {
        var request = _.Accepted();
        request.NoteCall(_.Butler, _.Now);
        request.NoteReveal(" 联系上门 ", _.Butler, _.Now);
        request.Notes.Select(n => (n.Kind, n.Text, n.AuthorId)).ShouldBe([(EntryKind.Called, null, _.Butler.Id), (EntryKind.Revealed, "联系上门", _.Butler.Id)]);
        request.Notes.ShouldAllBe(n => n.AuthorName == "周敏" && n.At == _.Now && n.RequestId == request.Id);
    }

    [Fact]
    public void UrgeArrangeReassign_AreToldAndKept()
    {
        var request = _.Dispatched();
        request.Urge(_.Butler, _.Now);
        (request.UrgedAt, request.Entries.Last().Kind, LastTold(request)).ShouldBe((_.Now, EntryKind.Urged, RequestChange.Urged));
        request.Arrange(_.Now, _.Now.AddHours(2), _.Resident, _.Now);
        (request.AppointmentFrom, request.AppointmentUntil, request.Entries.Last().Kind, LastTold(request)).ShouldBe((_.Now, _.Now.AddHours(2), EntryKind.Arranged, RequestChange.Progressed));
        (request.Facts[^1].From, request.Facts[^1].At).ShouldBe((_.Now, _.Now));
        request.Reassign(_.Other.Id!.Value, _.Butler, _.Now);
        (request.Entries.Last().Kind, request.Entries.Last().PersonId, LastTold(request)).ShouldBe((EntryKind.Reassigned, _.Other.Id, RequestChange.Reassigned));
    }

    [Fact]
    public void Urge_LeavesOrdersThatAreOver()
    {
        var request = _.Dispatched("engineering", "environment");
        request.MirrorOrder(_.Heard(request.Orders[0], OrderChange.Completed, OrderStatus.Completed, 4), _.Engineer);
        request.Urge(_.Butler, _.Now);
        request.Events.OfType<OrderInstructed>().ShouldHaveSingleItem().OrderId.ShouldBe(request.Orders[1].Id);
    }

    [Fact]
    public void WithdrawOne_OfTwo_LeavesTheOther()
    {
        var request = _.Dispatched("engineering", "environment");
        request.WithdrawOrder(request.Orders[0].Id, "不用了", _.Butler, _.Now);
        (request.Status, request.Department).ShouldBe((RequestStatus.InProgress, "environment"));
        request.Notes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.Kind.ShouldBe(EntryKind.Withdrawn), n => n.Text.ShouldBe("不用了"), n => n.Department.ShouldBe("engineering"));
        (request.Orders[0].Status, request.Orders[0].EndedAt).ShouldBe((OrderStatus.Withdrawn, _.Now));
    }

    [Fact]
    public void Clocks_ShownAreThoseOfTheState()
    {
        var request = _.Dispatched();
        var at = _.Now;
        ClockFace Kept(ClockKind kind) => new(kind, ClockState.Kept, 10, at, at, at, at);
        request.ApplyClocks([.. Enum.GetValues<ClockKind>().Select(Kept)]);
        (request.NextClock, request.NextState, request.NextDueAt, request.NextWarnAt, request.NextStoppedAt, request.NextStartedAt).ShouldBe((ClockKind.Arrive, ClockState.Kept, null, null, at, at));
        Heard(request, (OrderChange.Arrived, OrderStatus.Arrived));
        request.NextClock.ShouldBe(ClockKind.Resolve);
        request.Face(ClockKind.FeedBack).Kind.ShouldBe(ClockKind.FeedBack);
        _.Reported().Face(ClockKind.Respond).ShouldBe(ClockFace.None(ClockKind.Respond));
        var waiting = _.WaitingForCallBack();
        waiting.ApplyClocks([.. Enum.GetValues<ClockKind>().Select(Kept)]);
        waiting.NextClock.ShouldBe(ClockKind.CallBack);
    }

    [Fact]
    public void SortBy_MovesWhatHasNoPromiseWhileItIsOpen()
    {
        var request = _.WaitingForCallBack();
        request.SortBy(_.Now.AddDays(15));
        request.SortAt.ShouldBe(_.Now.AddDays(15));
        request.CallBackReached(5, _.Butler, _.Now);
        request.SortBy(_.Now.AddDays(1));
        request.SortAt.ShouldBe(Request.NeverDue);
    }
}

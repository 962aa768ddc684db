using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Butler.Tests.Requests;

/// <summary>What is easily lost of an act: the line it leaves, whom it tells, what a refusal is called.</summary>
public sealed class RequestDetailTests
{
    private readonly Given _ = new();

    private static RequestChange LastTold(Request request) => request.Events.OfType<RequestChanged>().Last().Change;

    private void Hear(Request request, int order, OrderChange change, OrderStatus status, DateTime? at = null, Actor? by = null) =>
        request.MirrorOrder(_.Heard(request.Orders[order], change, status, request.Orders[order].LastSequence + 1, at: at), by ?? _.Engineer).ShouldBeTrue();

    private static void Bad(string field, string code, Action act) => Should.Throw<InvalidInputException>(act).Errors.Select(e => (e.Field, e.Code)).ShouldBe([(field, code)]);

    [Fact]
    public void Reminder_IsALineOfTheResidents_AndIsTold()
    {
        var request = _.Completed();
        request.MarkRead(_.Resident);
        _.Later(60);
        request.RemindToConfirm(_.System, _.Now);
        (request.UnreadByResident, LastTold(request)).ShouldBe((1, RequestChange.ReminderDue));
        (request.Entries.Last().Kind, request.Entries.Last().At, request.Entries.Last().AuthorName).ShouldBe((EntryKind.Reminded, _.Now, null));
    }

    [Fact]
    public void Reclassification_IsTold()
    {
        var request = _.Accepted();
        request.Reclassify(Severities.Emergency, "水漫到楼下", _.Butler, _.Now);
        LastTold(request).ShouldBe(RequestChange.Reclassified);
        request.Events.OfType<RequestChanged>().Last().IsEmergency.ShouldBeFalse();
        request.Reclassify(Severities.Normal, "水停了", _.Butler, _.Now);
        request.Reclassify(Severities.Emergency, "又漫了", _.Butler, _.Now, isEmergency: true);
        request.Events.OfType<RequestChanged>().Last().IsEmergency.ShouldBeTrue("the plan says so, and who must act is told");
    }

    [Fact]
    public void Answer_IsALineThatTheResidentHasNotRead()
    {
        var request = _.Accepted(RequestKinds.Complaint);
        request.Answer(" 已与楼上约定 ", [Given.Id(44)], _.Butler, _.Now);
        var line = request.Entries.Last();
        (line.Kind, line.Text, request.UnreadByResident).ShouldBe((EntryKind.Answered, "已与楼上约定", 1));
        line.Photos.ShouldBe([Given.Id(44)]);
        request.Events.OfType<MessagePosted>().ShouldHaveSingleItem().EntryId.ShouldBe(line.Id);
    }

    [Fact]
    public void WhatIsMissing_IsNamedByFieldAndCode()
    {
        Bad("Text", "kernel.required", () => _.Accepted().Answer(" ", [], _.Butler, _.Now));
        Bad("Text", "kernel.required", () => _.Accepted().PostMessage(" ", [], _.Butler, _.Now));
        Bad("Reason", "kernel.required", () => _.Completed().SendBack(" ", [], _.Resident, _.Now));
        Bad("Reason", "kernel.required", () => _.Reported().Decline(" ", _.Butler, _.Now));
        Bad("Reason", "kernel.required", () => _.Accepted().NoteReveal(" ", _.Butler, _.Now));
        Bad("Reason", "kernel.required", () => _.Accepted().Reclassify(Severities.Emergency, " ", _.Butler, _.Now));
        Bad("Rating", "butler.bad-rating", () => _.Completed().Confirm(6, null, Given.CallAll, _.Resident, _.Now));
        Bad("Kind", "butler.unknown-kind", () => _.Reported("wish"));
        Bad("Description", "kernel.required", () => Request.Report(_.New() with { Description = " " }, 24, _.Resident));
        Bad("UnitId", "butler.no-place", () => Request.Report(_.New() with { Where = _.New().Where with { Plate = "" } }, 24, _.Resident));
    }

    [Fact]
    public void PhotosAlone_AreAMessage()
    {
        var request = _.Accepted();
        request.PostMessage("", [Given.Id(44)], _.Resident, _.Now);
        request.Entries.Last().Photos.ShouldBe([Given.Id(44)]);
    }

    [Theory]
    [InlineData("in progress", "处理")]
    [InlineData("call-back", "已验收")]
    [InlineData("declined", "已退回")]
    public void Staff_WhoComesTooLate_ReadsWhatHappened(string state, string word)
    {
        var request = state == "in progress" ? _.Dispatched() : state == "call-back" ? _.WaitingForCallBack() : _.Reported();
        if (state == "declined") request.Decline("不归我们", _.Butler, _.Now);
        Given.Refused(() => request.Accept(_.Other, _.Now)).Text.ShouldContain(word);
    }

    [Fact]
    public void WhoComesAfterTheSystem_ReadsNoName()
    {
        var request = _.Dispatched();
        Hear(request, 0, OrderChange.Completed, OrderStatus.Completed, by: _.System);
        Given.Refused(() => request.Accept(_.Other, _.Now)).Args[0].ShouldBe("—");
    }

    [Fact]
    public void Board_ShowsWhoHasItInHand_BeforeWhoIsStillToTakeIt()
    {
        var request = _.Dispatched("engineering", "environment");
        Hear(request, 1, OrderChange.Taken, OrderStatus.Taken);
        (request.Stage, request.Department).ShouldBe((BoardStage.Working, "environment"));
    }

    [Fact]
    public void Board_OfTwoInHand_ShowsTheOneDispatchedLast()
    {
        var request = _.Dispatched("engineering");
        _.Later(10);
        request.Dispatch([new("environment", null, null)], _.Butler, _.Now);
        Hear(request, 1, OrderChange.Taken, OrderStatus.Taken);
        Hear(request, 0, OrderChange.Taken, OrderStatus.Taken);
        request.Department.ShouldBe("environment");
    }

    [Fact]
    public void TwoArrivalsAtOneInstant_AreOneFact()
    {
        var request = _.Dispatched("engineering", "environment");
        Hear(request, 0, OrderChange.Arrived, OrderStatus.Arrived);
        Hear(request, 1, OrderChange.Arrived, OrderStatus.Arrived);
        request.Facts.Count(f => f.Kind == ClockFactKind.Arrived).ShouldBe(1);
    }

    [Fact]
    public void Arrival_LeavesTheInstantAtWhichItWasTaken()
    {
        var request = _.Dispatched();
        Hear(request, 0, OrderChange.Taken, OrderStatus.Taken);
        var taken = _.Now;
        _.Later(9);
        Hear(request, 0, OrderChange.Arrived, OrderStatus.Arrived);
        (request.Orders[0].TakenAt, request.Orders[0].ArrivedAt).ShouldBe((taken, _.Now));
    }

    [Fact]
    public void AfterTheEnd_WhatADepartmentSays_IsStillMirrored()
    {
        var request = _.Dispatched();
        request.Cancel(null, _.Resident, _.Now);
        var lines = request.LineCount;
        Hear(request, 0, OrderChange.Completed, OrderStatus.Completed);
        (request.Orders[0].Status, request.LineCount).ShouldBe((OrderStatus.Completed, lines));
    }

    [Fact]
    public void LinesWithoutPhotos_HaveNone_AndANoteOfNobodyHasNoName()
    {
        var request = _.Accepted();
        request.NoteCall(_.Resident, _.Now);
        request.Entries.Last().Photos.ShouldBeEmpty();
        var note = request.Notes.ShouldHaveSingleItem();
        (note.AuthorName, note.AuthorPartyId, note.Photos.Count).ShouldBe((null, _.Resident.PartyId, 0));
    }

    [Fact]
    public void RunningClock_IsShownWithItsWarning()
    {
        var request = _.Reported();
        request.ApplyClocks([new(ClockKind.Respond, ClockState.Running, 10, _.Now, _.Now.AddMinutes(7), _.Now.AddMinutes(10), null)]);
        (request.NextWarnAt, request.NextDueAt).ShouldBe((_.Now.AddMinutes(7), _.Now.AddMinutes(10)));
    }

    [Theory]
    [InlineData('\u2E80', 29)]
    [InlineData('\u2E7F', 59)]
    public void Title_CountsHanFromItsFirstSignAsTwoColumns(char sign, int kept) => Request.TitleFrom(null, new string(sign, 61)).ShouldBe(new string(sign, kept) + "…");
}

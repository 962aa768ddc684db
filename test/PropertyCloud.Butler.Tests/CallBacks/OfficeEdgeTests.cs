using PropertyCloud.Butler.Assignments;
using PropertyCloud.Butler.CallBacks;
using PropertyCloud.Butler.Catalogue;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Duty;
using PropertyCloud.Butler.HandOvers;
using PropertyCloud.Butler.Tests.Requests;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Tests.CallBacks;

/// <summary>Call-backs, hand-overs, duty, assignments and the catalogue at their borders.</summary>
public sealed class OfficeEdgeTests
{
    private readonly Given _ = new();
    private static readonly DateOnly Day = new(2026, 9, 15);
    private static readonly HandOverFigures Figures = new(40, 38, 2, 38, 36, 2, 470, 3, 4);

    private static string Long(int length) => new('长', length);
    private CallBackTask Task(out Butler.Requests.Request request) => CallBackTask.Open(Given.Id(60), request = _.WaitingForCallBack(), null, new(2026, 9, 30, 16, 0, 0, DateTimeKind.Utc), _.Now);

    private CallBackTask Task() => Task(out Butler.Requests.Request request);

    private static void Refused(string code, int status, string? field, Action act)
    {
        var refused = Given.Refused(act);
        (refused.Code, refused.Status, refused.Field).ShouldBe((code, status, field));
    }

    private static void Bad(string field, Action act) => Should.Throw<InvalidInputException>(act).Errors.Select(e => e.Field).ShouldBe([field]);

    [Fact]
    public void CallBack_KnowsItsRequest()
    {
        var task = Task(out var request);
        (task.RequestId, task.RequestNumber, task.RequestTitle, task.RequestKind, task.Plate, task.PlateSpoken, task.PlateIsPublic, task.CommunityId, task.ClusterId, task.PartyId, task.ResponsibleId)
            .ShouldBe((request.Id, request.Number, request.Title, request.Kind, request.Plate, request.PlateSpoken, false, request.CommunityId, request.ClusterId, request.ReporterPartyId, request.ResponsibleId));
        (task.Status, task.OpenedAt, task.DueAt).ShouldBe((CallBackStatus.Open, _.Now, null));
        task.Reassign(_.Other.Id!.Value);
        task.ResponsibleId.ShouldBe(_.Other.Id);
    }

    [Fact]
    public void CallBack_KeepsEachAttempt()
    {
        var task = Task();
        task.Missed("没人接", 3, _.Butler, _.Now, Day);
        _.Later(1440);
        task.Reached(1, " 好 ", _.Other, _.Now, Day.AddDays(1));
        (task.Satisfaction, task.Remark, task.DoneAt, task.AttemptCount, task.LastAttemptOn).ShouldBe((1, "好", _.Now, 2, Day.AddDays(1)));
        task.Attempts.Select(a => (a.CallBackTaskId, a.Number, a.WasReached, a.ByUserId, a.ByName, a.Remark)).ShouldBe(
            [(task.Id, 1, false, _.Butler.Id, "周敏", "没人接"), (task.Id, 2, true, _.Other.Id, "刘倩", "好")]);
        var late = Given.Refused(() => task.Missed(null, 3, _.Butler, _.Now, Day.AddDays(2)));
        late.Code.ShouldBe("butler.call-back-done");
    }

    [Fact]
    public void CallBack_OnTheDayOfAMissedCall_MayStillReach()
    {
        var task = Task();
        task.Missed(null, 1, _.Butler, _.Now, Day).ShouldBeTrue();
        task.DoneAt.ShouldBe(_.Now);
        var other = Task();
        other.Missed(null, 3, _.Butler, _.Now, Day);
        other.DoneAt.ShouldBeNull();
        other.Reached(5, " ", _.Butler, _.Now, Day);
        (other.Status, other.Remark).ShouldBe((CallBackStatus.Reached, null));
    }

    [Fact]
    public void CallBack_InputsAreRefusedByField()
    {
        Bad("Satisfaction", () => Task().Reached(6, null, _.Butler, _.Now, Day));
        Bad("Remark", () => Task().Reached(5, Long(501), _.Butler, _.Now, Day));
        Bad("Remark", () => Task().Missed(Long(501), 3, _.Butler, _.Now, Day));
        Task().Reached(5, Long(500), _.Butler, _.Now, Day);
    }

    [Fact]
    public void Policy_TriesAtLeastOnce_AndSamplesFromNoneToAll()
    {
        PlanPolicies Of(CallBackMode mode, int percent, int attempts) => new(null, mode, percent, attempts, false, "supervisor", 24, 3);
        CallBackPolicy.Of(Of(CallBackMode.Sample, 30, 0)).ShouldBe(new(CallBackMode.Sample, 30, 1));
        CallBackPolicy.Of(Of(CallBackMode.All, 0, 4)).Attempts.ShouldBe(4);
        var ids = Enumerable.Range(0, 300).Select(n => new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, (byte)(n >> 8), (byte)n])).ToList();
        ids.ShouldAllBe(id => new CallBackPolicy(CallBackMode.Sample, 100, 3).Wants(id));
        ids.ShouldAllBe(id => !new CallBackPolicy(CallBackMode.Sample, 0, 3).Wants(id));
        ids.Take(100).Count(new CallBackPolicy(CallBackMode.Sample, 1, 3).Wants).ShouldBe(1, "one bucket of a hundred");
        new CallBackPolicy(CallBackMode.Sample, 57, 3).Wants(ids[256]).ShouldBeTrue("256 falls into bucket 56");
        new CallBackPolicy(CallBackMode.Sample, 56, 3).Wants(ids[256]).ShouldBeFalse();
    }

    private HandOver Draft() => HandOver.Open(Given.Id(61), _.Butler.Id!.Value, 2026, 8, "supervisor");

    [Fact]
    public void HandOver_KeepsWhatWasHandedOverAndWhoDecided()
    {
        var handOver = Draft();
        (handOver.ButlerId, handOver.Year, handOver.Month, handOver.ReceiverRole, handOver.Status).ShouldBe((_.Butler.Id!.Value, 2026, 8, "supervisor", HandOverStatus.Draft));
        handOver.Submit(Figures, 0, true, " 见附注 ", _.Butler, _.Now);
        (handOver.Figures, handOver.Remark, handOver.SubmittedAt).ShouldBe((Figures, "见附注", _.Now));
        _.Later(5);
        handOver.Return(" 少一张 ", _.Other, _.Now);
        (handOver.ReturnReason, handOver.DecidedAt, handOver.ReceiverId).ShouldBe(("少一张", _.Now, _.Other.Id));
        handOver.Submit(Figures, 0, true, " ", _.Butler, _.Now);
        handOver.Remark.ShouldBeNull();
        handOver.Accept(_.Other, _.Now);
        (handOver.ReceiverId, handOver.DecidedAt).ShouldBe((_.Other.Id, _.Now));
        var told = handOver.Events.OfType<HandOverChanged>().Last();
        (told.HandOverId, told.Change, told.Year, told.Month, told.ButlerId, told.ReceiverId, told.ReceiverRole).ShouldBe((handOver.Id, HandOverChange.Accepted, 2026, 8, _.Butler.Id!.Value, _.Other.Id, "supervisor"));
        handOver.Events.OfType<HandOverChanged>().Select(e => e.Change).ShouldBe([HandOverChange.Submitted, HandOverChange.Returned, HandOverChange.Submitted, HandOverChange.Accepted]);
    }

    [Fact]
    public void HandOver_RefusesWhoAndWhatIsNotRight()
    {
        Bad("Remark", () => Draft().Submit(Figures, 0, true, Long(501), _.Butler, _.Now));
        Refused("kernel.forbidden", 403, null, () => Draft().Submit(Figures, 0, true, null, _.Other, _.Now));
        var submitted = Draft();
        submitted.Submit(Figures, 0, true, null, _.Butler, _.Now);
        Bad("Reason", () => submitted.Return(Long(501), _.Other, _.Now));
        Bad("Reason", () => submitted.Return(" ", _.Other, _.Now));
        Refused("butler.own-hand-over", 409, null, () => submitted.Return("x", _.Butler, _.Now));
        submitted.Accept(_.Other, _.Now);
        Refused("butler.hand-over-submitted", 409, null, () => submitted.Submit(Figures, 0, true, null, _.Butler, _.Now));
        Refused("butler.hand-over-accepted", 409, null, () => submitted.Return("x", _.Other, _.Now));
        Refused("butler.hand-over-not-submitted", 409, null, () => Draft().Return("x", _.Other, _.Now));
    }

    // Duty.
    [Theory]
    [InlineData(8, 0, true), InlineData(7, 59, false), InlineData(19, 59, true), InlineData(20, 0, false)]
    public void Span_WithinADay_HasItsBeginningAndNotItsEnd(int hour, int minute, bool covers) =>
        new WorkingSpan(DayOfWeek.Tuesday, new(8, 0), new(20, 0)).Covers(new DateTime(2026, 9, 15, hour, minute, 0)).ShouldBe(covers);

    [Fact]
    public void Span_OfAnotherDay_DoesNotCover()
    {
        new WorkingSpan(DayOfWeek.Monday, new(8, 0), new(20, 0)).Covers(new DateTime(2026, 9, 15, 12, 0, 0)).ShouldBeFalse();
        new WorkingSpan(DayOfWeek.Saturday, new(22, 0), new(6, 0)).Covers(new DateTime(2026, 9, 20, 5, 0, 0)).ShouldBeTrue("Saturday's night ends on Sunday");
        new WorkingSpan(DayOfWeek.Tuesday, new(0, 0), new(0, 0)).Covers(new DateTime(2026, 9, 15, 23, 0, 0)).ShouldBeTrue("around the clock");
    }

    [Fact]
    public void Week_IsInOrder_OfAtMost21Spans_AndSaysUntilWhen()
    {
        var week = WorkingWeek.For(Given.Id(1), Given.Id(2), DutyPost.FrontDesk, [new(DayOfWeek.Tuesday, new(13, 0), new(20, 0)), new(DayOfWeek.Monday, new(8, 0), new(12, 0)), new(DayOfWeek.Tuesday, new(8, 0), new(12, 0))]);
        (week.UserId, week.Post).ShouldBe((Given.Id(2), DutyPost.FrontDesk));
        week.Spans.Select(s => (s.Day, s.From.Hour)).ShouldBe([(DayOfWeek.Monday, 8), (DayOfWeek.Tuesday, 8), (DayOfWeek.Tuesday, 13)]);
        week.Until(new DateTime(2026, 9, 15, 14, 0, 0)).ShouldBe(new TimeOnly(20, 0));
        week.Until(new DateTime(2026, 9, 15, 12, 30, 0)).ShouldBeNull();
        week.Change([new(DayOfWeek.Tuesday, new(0, 0), new(0, 0))]);
        week.Covers(new DateTime(2026, 9, 15, 3, 0, 0)).ShouldBeTrue();
        week.Until(new DateTime(2026, 9, 15, 3, 0, 0)).ShouldBeNull("around the clock has no end");
        var one = new WorkingSpan(DayOfWeek.Monday, new(8, 0), new(9, 0));
        week.Change([.. Enumerable.Repeat(one, 21)]);
        Refused("butler.too-many-spans", 422, "Spans", () => week.Change([.. Enumerable.Repeat(one, 22)]));
    }

    [Fact]
    public void Absence_CoversFromItsBeginningToBeforeItsEnd()
    {
        var away = Absence.Of(Given.Id(1), Given.Id(2), _.Now, _.Now.AddHours(2), Long(200));
        (away.UserId, away.Covers(_.Now), away.Covers(_.Now.AddTicks(-1)), away.Covers(_.Now.AddHours(2))).ShouldBe((Given.Id(2), true, false, false));
        away.EndAt(_.Now.AddHours(1));
        away.UntilAt.ShouldBe(_.Now.AddHours(1));
        away.EndAt(_.Now.AddHours(-1));
        (away.UntilAt, away.Covers(_.Now)).ShouldBe((_.Now, false));
        Refused("butler.bad-period", 422, "UntilAt", () => Absence.Of(Given.Id(1), Given.Id(2), _.Now, _.Now, null));
        Bad("Reason", () => Absence.Of(Given.Id(1), Given.Id(2), _.Now, _.Now.AddHours(1), Long(201)));
    }

    [Fact]
    public void Duty_OfTwoAtTheSamePost_IsAlwaysTheSameOne_AndSaysUntilWhen()
    {
        WorkingWeek Desk(int user, int to) => WorkingWeek.For(Given.Id(user + 80), Given.Id(user), DutyPost.FrontDesk, [new(DayOfWeek.Tuesday, new(8, 0), new(to, 0))]);
        var noon = new DateTime(2026, 9, 15, 4, 0, 0, DateTimeKind.Utc);
        DutyRules Rules(params Absence[] away) => new([Desk(8, 20), Desk(7, 18)], away, utc => utc.AddHours(8));
        Rules().Find(null, noon).ShouldBe(new OnDuty(Given.Id(7), DutyRole.FrontDesk));
        Rules().Until(Given.Id(8), noon).ShouldBe(new TimeOnly(20, 0));
        Rules().Until(Given.Id(9), noon).ShouldBeNull();
        Rules(Absence.Of(Given.Id(1), Given.Id(7), noon, noon.AddHours(1), null)).Find(null, noon).ShouldBe(new OnDuty(Given.Id(8), DutyRole.FrontDesk));
        Rules().IsThere(Given.Id(8), noon).ShouldBeTrue("who has no hours as butler is there");
    }

    // Assignments.
    private Assignment Make(DateOnly from, DateOnly? to, params Assignment[] others) => Assignment.Make(Ids.New(_.Clock), _.Cluster, _.Community, _.Butler.Id!.Value, _.Other.Id, from, to, others);

    [Fact]
    public void Assignment_HoldsFromItsFirstToItsLastDay()
    {
        var held = Make(Day, Day.AddDays(2));
        (held.ClusterId, held.CommunityId, held.ButlerId, held.BackupId).ShouldBe((_.Cluster, _.Community, _.Butler.Id!.Value, _.Other.Id));
        (held.HoldsOn(Day.AddDays(-1)), held.HoldsOn(Day), held.HoldsOn(Day.AddDays(2)), held.HoldsOn(Day.AddDays(3))).ShouldBe((false, true, true, false));
        Make(Day, Day).HoldsOn(Day).ShouldBeTrue("one day is a period");
        Make(Day.AddDays(-5), Day.AddDays(-1), held).ShouldNotBeNull();
        Refused("butler.assignment-overlaps", 409, "From", () => Make(Day.AddDays(-5), Day, held));
        held.EndOn(Day);
        held.To.ShouldBe(Day);
        held.ChangeBackup(null);
        held.BackupId.ShouldBeNull();
        Refused("butler.bad-period", 422, "To", () => held.EndOn(Day.AddDays(-1)));
        Refused("butler.bad-period", 422, "To", () => Make(Day, Day.AddDays(-1)));
        Refused("butler.own-backup", 422, "BackupId", () => held.ChangeBackup(_.Butler.Id));
        Refused("butler.own-backup", 422, "BackupId", () => Assignment.Make(Given.Id(1), _.Cluster, _.Community, _.Butler.Id!.Value, _.Butler.Id, Day, null, []));
    }

    [Theory]
    [InlineData(150, 150, false), InlineData(151, 150, true), InlineData(9999, null, false)]
    public void Load_WarnsAboveTheRatioOnly(int households, int? limit, bool over) => new ButlerLoad(Given.Id(1), households, limit).IsOverloaded.ShouldBe(over);

    // Catalogue.
    private static readonly CatalogueFacts Lamp = new(RequestKinds.Repair, "灯具", "Lamps", "engineering", null, null, 10);

    [Fact]
    public void Item_KeepsItsFacts_AndItsCodeForEver()
    {
        var item = CatalogueItem.Offer(Given.Id(1), "lamp-2", Lamp with { Name = " 灯具 ", NameEn = " Lamps ", Severity = "small", Icon = "bulb" });
        (item.Code, item.Kind, item.Name, item.NameEn, item.Department, item.Severity, item.Icon, item.Order).ShouldBe(("lamp-2", "repair", "灯具", "Lamps", "engineering", "small", "bulb", 10));
        item.Change(Lamp with { Kind = RequestKinds.Errand, Department = null, NameEn = null });
        (item.Kind, item.Department, item.NameEn, item.Icon, item.ActiveStatus).ShouldBe(("errand", null, null, "shopping-bag", 1));
        CatalogueItem.Offer(Given.Id(1), new('a', 40), Lamp with { Name = Long(40), NameEn = new('b', 80) });
    }

    [Fact]
    public void Item_InputsAreRefusedByField()
    {
        Bad("Code", () => CatalogueItem.Offer(Given.Id(1), new('a', 41), Lamp));
        Bad("Code", () => CatalogueItem.Offer(Given.Id(1), "a_b", Lamp));
        Bad("Name", () => CatalogueItem.Offer(Given.Id(1), "lamp", Lamp with { Name = Long(41) }));
        Bad("Name", () => CatalogueItem.Offer(Given.Id(1), "lamp", Lamp with { Name = " " }));
        Bad("NameEn", () => CatalogueItem.Offer(Given.Id(1), "lamp", Lamp with { NameEn = new('b', 81) }));
        Bad("Kind", () => CatalogueItem.Offer(Given.Id(1), "lamp", Lamp with { Kind = "wish" }));
        Bad("Department", () => CatalogueItem.Offer(Given.Id(1), "lamp", Lamp with { Department = "kitchen" }));
    }

    [Theory]
    [InlineData(RequestKinds.Repair, "报修", "tool"), InlineData(RequestKinds.Complaint, "投诉", "message-report"), InlineData(RequestKinds.Enquiry, "咨询", "help-circle"), InlineData(RequestKinds.Report, "报事", "alert-circle")]
    [InlineData(RequestKinds.Suggestion, "建议", "bulb"), InlineData(RequestKinds.Praise, "表扬", "heart"), InlineData(RequestKinds.ServiceOrder, "特约服务", "sparkles"), InlineData(RequestKinds.Errand, "委托代办", "shopping-bag")]
    public void Kinds_HaveTheirNameAndIcon(string kind, string name, string icon) => (Butler.Requests.KindTexts.Of(kind), Butler.Requests.KindTexts.Icon(kind)).ShouldBe((name, icon));
}

using PropertyCloud.Butler.Contracts;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Notifications.Notices;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Notifications.Tests.Notices;

public sealed class NoticeRulesTests
{
    private static readonly DateTime At = new(2026, 9, 15, 7, 27, 0, DateTimeKind.Utc);
    private static readonly Guid Request = Id(1), Order = Id(2), Butler = Id(3), Party = Id(4), Worker = Id(5), Cluster = Id(6), Receiver = Id(7);

    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    private static RequestChanged Changed(RequestChange change, RequestStatus status = RequestStatus.Accepted, Guid? responsible = null) =>
        new(Request, change, status, RequestKinds.Repair, Id(50), Cluster, responsible, Party, null, At);

    private static OrderChanged Order_(OrderChange change, Guid? assignee = null, string source = "butler.request") =>
        new(Order, source, Request, 1, change, OrderStatus.Dispatched, Departments.Engineering, assignee, null, At, null, null, []);

    [Fact, Trait("Requirement", "R43")]
    public void NewRequest_IsLoud_AndGoesToTheResponsibleButler()
    {
        var draft = NoticeRules.For(Changed(RequestChange.Reported, RequestStatus.Reported, Butler)).ShouldHaveSingleItem();
        (draft.Kind, draft.Loud, draft.Audience.User, draft.Url).ShouldBe((NoticeKinds.NewRequest, true, Butler, $"/requests/{Request}"));
        draft.Audience.Roles.ShouldBeNull();
    }

    [Fact, Trait("Requirement", "R126")]
    public void NewRequest_WhenNobodyIsOnDuty_GoesToFrontDeskAndSupervisors() =>
        NoticeRules.For(Changed(RequestChange.Reported, RequestStatus.Reported)).ShouldHaveSingleItem().Audience.Roles.ShouldBe([SeededRoles.FrontDesk, SeededRoles.Supervisor]);

    [Theory]
    [InlineData(RequestChange.Accepted, NoticeKinds.RequestAccepted)]
    [InlineData(RequestChange.Answered, NoticeKinds.RequestAnswered)]
    [InlineData(RequestChange.Declined, NoticeKinds.RequestDeclined)]
    [InlineData(RequestChange.ReminderDue, NoticeKinds.ConfirmReminder)]
    public void WhatTheResidentWaitsFor_GoesToTheResident_OnTheirPage(RequestChange change, string kind)
    {
        var draft = NoticeRules.For(Changed(change, responsible: Butler)).ShouldHaveSingleItem();
        (draft.Kind, draft.Audience.Party, draft.Audience.User, draft.Url).ShouldBe((kind, Party, null, $"/home/requests/{Request}"));
    }

    [Fact]
    public void Completed_AsksTheResidentToConfirm() =>
        NoticeRules.For(Changed(RequestChange.Completed, RequestStatus.AwaitingConfirmation, Butler)).ShouldHaveSingleItem().Kind.ShouldBe(NoticeKinds.ConfirmWanted);

    [Fact]
    public void Completed_WithoutConfirmation_AsksNobody() =>
        NoticeRules.For(Changed(RequestChange.Completed, RequestStatus.Archived, Butler)).ShouldBeEmpty();

    [Theory]
    [InlineData(RequestChange.SentBack, NoticeKinds.SentBack)]
    [InlineData(RequestChange.Urged, NoticeKinds.Urged)]
    [InlineData(RequestChange.Reassigned, NoticeKinds.RequestReassigned)]
    [InlineData(RequestChange.Cancelled, NoticeKinds.RequestCancelled)]
    public void WhatTheButlerMustSee_GoesToTheButler(RequestChange change, string kind)
    {
        var draft = NoticeRules.For(Changed(change, responsible: Butler)).ShouldHaveSingleItem();
        (draft.Kind, draft.Audience.User).ShouldBe((kind, Butler));
    }

    [Theory]
    [InlineData(RequestChange.Progressed), InlineData(RequestChange.Dispatched), InlineData(RequestChange.Archived), InlineData(RequestChange.CalledBack)]
    public void WhatNobodyWaitsFor_IsNotTold(RequestChange change) => NoticeRules.For(Changed(change, responsible: Butler)).ShouldBeEmpty();

    [Fact, Trait("Requirement", "R43")]
    public void BecameAnEmergency_IsLoud_AndGoesToTheResponsibleAndTheSupervisorsOfThePlace()
    {
        var draft = NoticeRules.For(Changed(RequestChange.Reclassified, responsible: Butler) with { IsEmergency = true }).ShouldHaveSingleItem();
        (draft.Kind, draft.Loud, draft.Audience.User, draft.Url).ShouldBe((NoticeKinds.BecameEmergency, true, Butler, $"/requests/{Request}"));
        draft.Audience.Roles.ShouldBe([SeededRoles.Supervisor]);
        draft.Audience.At.ShouldBe([new NoticePlace(Id(50), Cluster)]);
    }

    [Fact]
    public void BecameAnEmergency_WhereNobodyIsResponsible_GoesToTheFrontDeskToo() =>
        NoticeRules.For(Changed(RequestChange.Reclassified) with { IsEmergency = true }).ShouldHaveSingleItem().Audience.Roles.ShouldBe([SeededRoles.Supervisor, SeededRoles.FrontDesk]);

    [Fact]
    public void AnotherSeverityThatIsNoEmergency_IsNotTold() => NoticeRules.For(Changed(RequestChange.Reclassified, responsible: Butler)).ShouldBeEmpty();

    [Fact]
    public void Message_GoesToTheOtherSide()
    {
        NoticeRules.For(new MessagePosted(Request, Id(9), true, Butler, Party, At)).ShouldHaveSingleItem().Audience.ShouldBe(new Audience(Butler));
        NoticeRules.For(new MessagePosted(Request, Id(9), false, Butler, Party, At)).ShouldHaveSingleItem().Audience.ShouldBe(new Audience(Party: Party));
    }

    [Fact]
    public void Order_GoesToTheNamedPerson_OrToTheDepartment()
    {
        NoticeRules.For(Order_(OrderChange.Dispatched, Worker), null).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            d => d.Kind.ShouldBe(NoticeKinds.OrderForYou), d => d.Audience.ShouldBe(new Audience(Worker)), d => d.Url.ShouldBe($"/orders/{Order}"));
        NoticeRules.For(Order_(OrderChange.Transferred), null).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            d => d.Kind.ShouldBe(NoticeKinds.OrderForDepartment), d => d.Audience.ShouldBe(new Audience(Department: Departments.Engineering)));
    }

    [Fact]
    public void SentBack_ReachesWhoDidTheWork() =>
        NoticeRules.For(Order_(OrderChange.Reworked, Worker), null).ShouldHaveSingleItem().Audience.User.ShouldBe(Worker);

    [Fact]
    public void OrderDeclined_GoesToWhoHoldsTheRequest()
    {
        var draft = NoticeRules.For(Order_(OrderChange.Declined, Worker), Butler).ShouldHaveSingleItem();
        (draft.Kind, draft.Audience.User, draft.Url).ShouldBe((NoticeKinds.OrderDeclined, Butler, $"/requests/{Request}"));
        NoticeRules.For(Order_(OrderChange.Declined, Worker, "facility.plan"), Butler).ShouldBeEmpty();
    }

    [Fact, Trait("Requirement", "R52")]
    public void Urging_ReachesTheAssignee_AndNothingElseIsToldFromInstructions()
    {
        var order = new OrderSummary(Order, "GD1", Request, Departments.Engineering, Worker, OrderStatus.Taken, At, At, null, null, false);
        NoticeRules.For(new OrderInstructed(Request, Order, OrderInstruction.Urge, null, Butler, At), order).ShouldHaveSingleItem().Audience.User.ShouldBe(Worker);
        NoticeRules.For(new OrderInstructed(Request, Order, OrderInstruction.Rework, null, Butler, At), order).ShouldBeEmpty();
        NoticeRules.For(new OrderInstructed(Request, Order, OrderInstruction.Urge, null, Butler, At), null).ShouldBeEmpty();
    }

    [Fact]
    public void Warning_GoesToTheResponsible() =>
        NoticeRules.For(new ClockWarned(Request, "butler.request", ClockKind.Arrive, At, Butler)).ShouldHaveSingleItem().Audience.ShouldBe(new Audience(Butler));

    [Fact]
    public void Breach_GoesToTheResponsibleAndTheSupervisors()
    {
        var audience = NoticeRules.For(new ClockBreached(Id(8), Request, "butler.request", ClockKind.Arrive, At, Butler)).ShouldHaveSingleItem().Audience;
        audience.User.ShouldBe(Butler);
        audience.Roles.ShouldBe([SeededRoles.Supervisor]);
        NoticeRules.For(new ClockBreached(Id(8), Request, "butler.request", ClockKind.Arrive, At, null)).ShouldHaveSingleItem().Audience.Roles.ShouldBe([SeededRoles.Supervisor, SeededRoles.FrontDesk]);
    }

    [Fact]
    public void Escalation_GoesToTheRole_ButNotTwiceToWhoHeardOfTheBreach()
    {
        var draft = NoticeRules.For(new ClockEscalated(Request, "butler.request", ClockKind.Resolve, At, 2, SeededRoles.CentreDirector)).ShouldHaveSingleItem();
        draft.Audience.Roles.ShouldBe([SeededRoles.CentreDirector]);
        (draft.UnlessTold, draft.Facts.Level).ShouldBe((NoticeKinds.ClockBreached, 2));
    }

    /// <summary>Every draft that goes to a role or a department carries the place, so that only those are told who reach it.</summary>
    [Fact]
    public void WhatGoesToMany_SaysWhereItHappened()
    {
        var (community, cluster) = (Id(50), Id(51));
        IReadOnlyList<NoticePlace> place = [new(community, cluster)];
        var order = new OrderSummary(Order, "GD1", Request, Departments.Engineering, null, OrderStatus.Dispatched, At, null, null, null, false);
        OrderChanged Moved(OrderChange change) => Order_(change) with { CommunityId = community, ClusterId = cluster };
        NoticeDraft[] drafts =
        [
            .. NoticeRules.For(Changed(RequestChange.Reported) with { CommunityId = community, ClusterId = cluster }),
            .. NoticeRules.For(new MessagePosted(Request, Id(9), true, null, Party, At, community, cluster)),
            .. NoticeRules.For(new OrderInstructed(Request, Order, OrderInstruction.Urge, null, null, At), order, place),
            .. NoticeRules.For(Moved(OrderChange.Dispatched), null), .. NoticeRules.For(Moved(OrderChange.Reworked), null), .. NoticeRules.For(Moved(OrderChange.Declined), null),
            .. NoticeRules.For(new ClockWarned(Request, "butler.request", ClockKind.Arrive, At, null, community, cluster)),
            .. NoticeRules.For(new ClockBreached(Id(8), Request, "butler.request", ClockKind.Arrive, At, Butler, community, cluster)),
            .. NoticeRules.For(new ClockEscalated(Request, "butler.request", ClockKind.Arrive, At, 1, SeededRoles.Supervisor, community, cluster)),
        ];
        drafts.Length.ShouldBe(9);
        drafts.ShouldAllBe(d => (d.Audience.Roles != null || d.Audience.Department != null) && d.Audience.At != null && d.Audience.At.SequenceEqual(place));
        NoticeRules.For(new HandOverChanged(Id(20), HandOverChange.Submitted, 2026, 8, Butler, null, SeededRoles.Supervisor, [community])).ShouldHaveSingleItem()
            .Audience.At.ShouldBe([new(community)]);
        NoticeRules.For(new PhoneChanged(Id(30), PhoneChangeStep.Asked, null, Party, Butler, null, true, community)).Last().Audience.At.ShouldBe([new(community)]);
        NoticeRules.For(new PhoneChanged(Id(30), PhoneChangeStep.Asked, Worker, null, Butler, null, true)).Last().Audience.At.ShouldBe([new(null)], "staff belong to the whole company");
    }

    [Fact]
    public void HandOver_GoesToTheReceiver_AndBackToTheButler()
    {
        HandOverChanged Moved(HandOverChange change, Guid? receiver = null) => new(Id(20), change, 2026, 8, Butler, receiver, SeededRoles.Supervisor);
        NoticeRules.For(Moved(HandOverChange.Submitted)).ShouldHaveSingleItem().Audience.Roles.ShouldBe([SeededRoles.Supervisor]);
        NoticeRules.For(Moved(HandOverChange.Submitted, Receiver)).ShouldHaveSingleItem().Audience.ShouldBe(new Audience(Receiver));
        NoticeRules.For(Moved(HandOverChange.Accepted)).ShouldHaveSingleItem().Audience.User.ShouldBe(Butler);
        NoticeRules.For(Moved(HandOverChange.Returned)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            d => d.Kind.ShouldBe(NoticeKinds.HandOverReturned), d => d.Loud.ShouldBeTrue(), d => d.Audience.User.ShouldBe(Butler));
    }

    [Fact]
    public void WhatIsTakenInHand_IsSettledForTheOthers()
    {
        NoticeRules.Settles(Changed(RequestChange.Accepted)).ShouldNotBeNull().Kinds.ShouldBe([NoticeKinds.NewRequest]);
        NoticeRules.Settles(Changed(RequestChange.Progressed)).ShouldBeNull();
        NoticeRules.Settles(Order_(OrderChange.Taken, Worker)).ShouldNotBeNull().ShouldSatisfyAllConditions(
            d => d.Url.ShouldBe($"/orders/{Order}"), d => d.Kinds.ShouldContain(NoticeKinds.OrderForDepartment), d => d.Kinds.ShouldNotContain(NoticeKinds.OrderDeclined));
        NoticeRules.Settles(Order_(OrderChange.Dispatched, Worker)).ShouldBeNull();
    }

    [Fact]
    public void Read_KeepsTheFirstInstant()
    {
        var draft = NoticeRules.For(Changed(RequestChange.Reported, RequestStatus.Reported, Butler)).Single();
        var notification = Notification.Tell(Butler, draft, Id(30), At, At);
        notification.State.ShouldBe(NoticeState.Unread);
        notification.Read(At.AddMinutes(1)).ShouldBeTrue();
        notification.Read(At.AddMinutes(9)).ShouldBeFalse();
        notification.ReadAt.ShouldBe(At.AddMinutes(1));
    }

    [Fact]
    public void Facts_HoldNoNamesOrPhones() =>
        typeof(NoticeFacts).GetProperties().Where(p => p.PropertyType == typeof(string)).Select(p => p.Name).Order().ShouldBe(["Department", "Kind"]);

    private static PhoneChanged Phone(PhoneChangeStep step, Guid? askedBy, bool more = false) => new(Id(60), step, null, Party, askedBy, Receiver, more);

    [Fact]
    public void PhoneAsked_TellsTheOwner_AndOthersWhoMayAgree_NeverWhoAsked()
    {
        var drafts = NoticeRules.For(Phone(PhoneChangeStep.Asked, Butler)).ToList();
        drafts.Select(d => d.Kind).ShouldBe([NoticeKinds.PhoneAsked, NoticeKinds.PhoneAwaits]);
        drafts[0].Audience.ShouldBe(new Audience(Party: Party));
        drafts[1].Audience.Except.ShouldBe(Butler);
        (drafts[1].Subject, drafts[1].UnlessTold, drafts[1].Url).ShouldBe((Butler, NoticeKinds.PhoneAwaits, "/phone-changes"), "once for all that one person asks for");
    }

    [Fact]
    public void PhoneApproved_TellsTheOwner_AndWhoAsked() =>
        NoticeRules.For(Phone(PhoneChangeStep.Approved, Butler)).Select(d => (d.Kind, d.Audience.Party ?? d.Audience.User)).ShouldBe([(NoticeKinds.PhoneApproved, Party), (NoticeKinds.PhoneAgreed, Butler)]);

    [Fact]
    public void PhoneRefused_TellsWhoAsked_AndWithdrawnNobody()
    {
        NoticeRules.For(Phone(PhoneChangeStep.Refused, Butler)).ShouldHaveSingleItem().Audience.User.ShouldBe(Butler);
        NoticeRules.For(Phone(PhoneChangeStep.Withdrawn, Butler)).ShouldBeEmpty();
    }

    [Fact]
    public void PhoneDecided_SettlesWhoCouldAgree_OnceNothingMoreWaits()
    {
        NoticeRules.Settles(Phone(PhoneChangeStep.Approved, Butler, more: true)).ShouldBeNull();
        NoticeRules.Settles(Phone(PhoneChangeStep.Approved, Butler))!.Subject.ShouldBe(Butler);
    }
}

using PropertyCloud.Butler.Contracts;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Notifications.Notices;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Notifications.Tests.Notices;

/// <summary>What rings, where it leads and which facts it carries: a sound that is missing is a promise that is missed.</summary>
public sealed class NoticeTableTests
{
    private static readonly DateTime At = new(2026, 9, 15, 7, 27, 0, DateTimeKind.Utc);
    private static readonly Guid Request = Id(1), Order = Id(2), Butler = Id(3), Party = Id(4), Worker = Id(5), Actor = Id(6);

    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    private static NoticeDraft Of(RequestChange change) => NoticeRules.For(new RequestChanged(Request, change,
        change == RequestChange.Completed ? RequestStatus.AwaitingConfirmation : RequestStatus.Accepted, RequestKinds.Repair, Id(50), null, Butler, Party, Actor, At)).ShouldHaveSingleItem();

    private static NoticeDraft Of(OrderChange change, Guid? assignee = null) => NoticeRules.For(new OrderChanged(Order, "butler.request", Request, 1, change, OrderStatus.Dispatched,
        Departments.Engineering, assignee, Actor, At, null, null, []), Butler).ShouldHaveSingleItem();

    [Theory]
    [InlineData(RequestChange.Reported, true)]
    [InlineData(RequestChange.Reassigned, true)]
    [InlineData(RequestChange.SentBack, true)]
    [InlineData(RequestChange.Urged, true)]
    [InlineData(RequestChange.Cancelled, false)]
    [InlineData(RequestChange.Accepted, false)]
    [InlineData(RequestChange.Completed, false)]
    public void OfARequest_RingsWhatStaffMustDoNow(RequestChange change, bool loud)
    {
        var draft = Of(change);
        (draft.Loud, draft.Subject, draft.Facts.Kind, draft.Facts.ActorId).ShouldBe((loud, Request, RequestKinds.Repair, Actor));
    }

    [Theory]
    [InlineData(OrderChange.Dispatched, true)]
    [InlineData(OrderChange.Transferred, true)]
    [InlineData(OrderChange.Reworked, true)]
    [InlineData(OrderChange.Declined, true)]
    [InlineData(OrderChange.Withdrawn, false)]
    public void OfAnOrder_RingsWhatMustBeTakenUp(OrderChange change, bool loud)
    {
        var draft = Of(change, Worker);
        (draft.Loud, draft.Subject, draft.Facts.Department, draft.Facts.ActorId).ShouldBe((loud, Request, Departments.Engineering, Actor));
    }

    [Fact]
    public void Withdrawn_IsToldToWhoHeldIt_AndToNobodyElse()
    {
        Of(OrderChange.Withdrawn, Worker).Audience.ShouldBe(new Audience(Worker));
        NoticeRules.For(new OrderChanged(Order, "butler.request", Request, 1, OrderChange.Withdrawn, OrderStatus.Withdrawn, Departments.Engineering, null, Actor, At, null, null, []), Butler).ShouldBeEmpty();
    }

    [Fact]
    public void Message_RingsForStaffOnly()
    {
        NoticeRules.For(new MessagePosted(Request, Id(9), true, Butler, Party, At)).Single().ShouldSatisfyAllConditions(
            d => d.Loud.ShouldBeTrue(), d => d.Kind.ShouldBe(NoticeKinds.MessageFromResident), d => d.Url.ShouldBe($"/requests/{Request}"));
        NoticeRules.For(new MessagePosted(Request, Id(9), false, Butler, Party, At)).Single().ShouldSatisfyAllConditions(
            d => d.Loud.ShouldBeFalse(), d => d.Kind.ShouldBe(NoticeKinds.MessageFromStaff), d => d.Url.ShouldBe($"/home/requests/{Request}"));
    }

    [Fact]
    public void Urging_Rings_AndReachesTheDepartmentWhereNobodyTookIt()
    {
        var order = new OrderSummary(Order, "GD1", Request, Departments.Engineering, null, OrderStatus.Dispatched, At, null, null, null, false);
        NoticeRules.For(new OrderInstructed(Request, Order, OrderInstruction.Urge, null, Actor, At), order).Single().ShouldSatisfyAllConditions(
            d => d.Loud.ShouldBeTrue(), d => d.Audience.ShouldBe(new Audience(Department: Departments.Engineering)), d => d.Url.ShouldBe($"/orders/{Order}"),
            d => d.Facts.Department.ShouldBe(Departments.Engineering), d => d.Facts.ActorId.ShouldBe(Actor));
    }

    [Fact]
    public void Clocks_RingAndSayWhichAndWhen()
    {
        NoticeDraft[] drafts =
        [
            .. NoticeRules.For(new ClockWarned(Request, "butler.request", ClockKind.Arrive, At, null)),
            .. NoticeRules.For(new ClockBreached(Id(8), Request, "butler.request", ClockKind.Arrive, At, Butler)),
            .. NoticeRules.For(new ClockEscalated(Request, "butler.request", ClockKind.Arrive, At, 1, SeededRoles.Supervisor)),
        ];
        drafts.Select(d => d.Kind).ShouldBe([NoticeKinds.ClockWarned, NoticeKinds.ClockBreached, NoticeKinds.ClockEscalated]);
        drafts.ShouldAllBe(d => d.Loud && d.Url == $"/requests/{Request}" && d.Facts.Clock == ClockKind.Arrive && d.Facts.DueAt == At);
        drafts[0].Audience.Roles.ShouldBe([SeededRoles.FrontDesk, SeededRoles.Supervisor], "nobody holds it: whoever is there is warned");
    }

    [Theory]
    [InlineData(HandOverChange.Submitted, false)]
    [InlineData(HandOverChange.Accepted, false)]
    [InlineData(HandOverChange.Returned, true)]
    public void HandOver_LeadsToItsPageAndNamesTheMonth(HandOverChange change, bool loud)
    {
        var draft = NoticeRules.For(new HandOverChanged(Id(20), change, 2026, 8, Butler, null, SeededRoles.Supervisor)).ShouldHaveSingleItem();
        (draft.Loud, draft.Url, draft.Facts.Year, draft.Facts.Month, draft.Facts.ActorId).ShouldBe((loud, $"/hand-over/{Id(20)}", 2026, 8, Butler));
    }

    [Theory]
    [InlineData(OrderChange.Transferred)]
    [InlineData(OrderChange.Declined)]
    [InlineData(OrderChange.Withdrawn)]
    [InlineData(OrderChange.Completed)]
    public void WhatIsGivenOnOrOver_IsSettledForWhoWasAsked(OrderChange change) => NoticeRules.Settles(new OrderChanged(Order, "butler.request", Request, 1, change, OrderStatus.Taken,
        Departments.Engineering, Worker, Actor, At, null, null, [])).ShouldNotBeNull().Kinds.ShouldBe([NoticeKinds.OrderForDepartment, NoticeKinds.OrderForYou, NoticeKinds.OrderReworked, NoticeKinds.OrderUrged]);

    [Theory]
    [InlineData(RequestChange.Declined)]
    [InlineData(RequestChange.Cancelled)]
    public void ARequestThatEnds_IsSettledForWhoWasAsked(RequestChange change) => NoticeRules.Settles(new RequestChanged(Request, change, RequestStatus.Declined, RequestKinds.Repair,
        Id(50), null, Butler, Party, Actor, At)).ShouldNotBeNull().Url.ShouldBe($"/requests/{Request}");

    [Fact]
    public void Notification_KeepsWhatTheDraftSays()
    {
        var draft = Of(RequestChange.Reported);
        var told = Notification.Tell(Butler, draft, Id(30), At, At);
        (told.Kind, told.Url).ShouldBe((draft.Kind, draft.Url));
    }

    [Fact]
    public void Phones_RingForTheOwner_OnTheirAccount_AndLeadWhoAskedToTheChange()
    {
        NoticeDraft[] Of(PhoneChangeStep step) => [.. NoticeRules.For(new PhoneChanged(Id(60), step, Worker, null, Actor, Butler, false))];
        foreach (var owner in new[] { Of(PhoneChangeStep.Asked)[0], Of(PhoneChangeStep.Approved)[0] })
            (owner.Loud, owner.Url, owner.Subject, owner.Audience, owner.Facts.ActorId).ShouldBe((true, "/account#phone-change", Id(60), new Audience(Worker), Actor));
        foreach (var asker in new[] { Of(PhoneChangeStep.Approved)[1], Of(PhoneChangeStep.Refused)[0] })
            (asker.Loud, asker.Url, asker.UnlessTold, asker.Facts.ActorId).ShouldBe((false, $"/phone-changes/{Id(60)}", NoticeKinds.PhoneApproved, Butler));
    }
}

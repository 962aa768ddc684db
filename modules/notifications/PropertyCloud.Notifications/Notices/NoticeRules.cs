using PropertyCloud.Butler.Contracts;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Security;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Notifications.Notices;

/// <summary>Who is told what of which event. Pure, so that the whole table can be read and tested in one place.</summary>
internal static class NoticeRules
{
    private const string RequestSource = "butler.request";
    private const string PhonesUrl = "/phone-changes";
    private static readonly string[] MayAgreeToPhones = [SeededRoles.CompanyAdministrator, SeededRoles.CentreDirector, SeededRoles.Supervisor];
    private static readonly string[] WhenNobodyIsOnDuty = [SeededRoles.FrontDesk, SeededRoles.Supervisor];

    public static IEnumerable<NoticeDraft> For(RequestChanged e)
    {
        var facts = new NoticeFacts { Kind = e.Kind, ActorId = e.ActorId };
        NoticeDraft Staff(string kind, bool loud = false) => new(kind, e.RequestId, StaffUrl(e.RequestId), Responsible(e.ResponsibleId, [new(e.CommunityId, e.ClusterId)]), facts, loud);
        NoticeDraft Resident(string kind) => new(kind, e.RequestId, ResidentUrl(e.RequestId), new(Party: e.ReporterPartyId), facts);
        NoticeDraft? draft = e.Change switch
        {
            RequestChange.Reported => Staff(NoticeKinds.NewRequest, loud: true),
            RequestChange.Accepted => Resident(NoticeKinds.RequestAccepted),
            RequestChange.Answered => Resident(NoticeKinds.RequestAnswered),
            RequestChange.Declined => Resident(NoticeKinds.RequestDeclined),
            RequestChange.Completed when e.Status == RequestStatus.AwaitingConfirmation => Resident(NoticeKinds.ConfirmWanted),
            RequestChange.ReminderDue => Resident(NoticeKinds.ConfirmReminder),
            RequestChange.Cancelled => Staff(NoticeKinds.RequestCancelled),
            RequestChange.Reassigned => Staff(NoticeKinds.RequestReassigned, loud: true),
            RequestChange.Reclassified when e.IsEmergency => Staff(NoticeKinds.BecameEmergency, loud: true) with { Audience = WithSupervisors(e.ResponsibleId, [new(e.CommunityId, e.ClusterId)]) },
            RequestChange.SentBack => Staff(NoticeKinds.SentBack, loud: true),
            RequestChange.Urged => Staff(NoticeKinds.Urged, loud: true),
            _ => null,
        };
        return draft is null ? [] : [draft];
    }

    public static IEnumerable<NoticeDraft> For(MessagePosted e) => e.FromResident
        ? [new(NoticeKinds.MessageFromResident, e.RequestId, StaffUrl(e.RequestId), Responsible(e.ResponsibleId, NoticePlace.Of(e.CommunityId, e.ClusterId)), new(), Loud: true)]
        : [new(NoticeKinds.MessageFromStaff, e.RequestId, ResidentUrl(e.RequestId), new(Party: e.ReporterPartyId), new())];

    /// <param name="at">Where the request is; null where it is not known.</param>
    public static IEnumerable<NoticeDraft> For(OrderInstructed e, OrderSummary? order, IReadOnlyList<NoticePlace>? at = null) => e.Instruction == OrderInstruction.Urge && order is not null
        ? [new(NoticeKinds.OrderUrged, e.RequestId, OrderUrl(e.OrderId), Working(order.AssigneeId, order.Department, at), new() { Department = order.Department, ActorId = e.ActorId }, Loud: true)]
        : [];

    /// <param name="responsible">Who holds the source, asked for only where it matters.</param>
    public static IEnumerable<NoticeDraft> For(OrderChanged e, Guid? responsible)
    {
        var facts = new NoticeFacts { Department = e.Department, ActorId = e.ActorId };
        var at = NoticePlace.Of(e.CommunityId, e.ClusterId);
        NoticeDraft? draft = e.Change switch
        {
            OrderChange.Dispatched or OrderChange.Transferred => new(e.AssigneeId is null ? NoticeKinds.OrderForDepartment : NoticeKinds.OrderForYou,
                e.SourceId, OrderUrl(e.OrderId), Working(e.AssigneeId, e.Department, at), facts, Loud: true),
            OrderChange.Reworked => new(NoticeKinds.OrderReworked, e.SourceId, OrderUrl(e.OrderId), Working(e.AssigneeId, e.Department, at), facts, Loud: true),
            OrderChange.Withdrawn when e.AssigneeId is { } assignee => new(NoticeKinds.OrderWithdrawn, e.SourceId, OrderUrl(e.OrderId), new(assignee), facts),
            OrderChange.Declined when IsRequest(e) => new(NoticeKinds.OrderDeclined, e.SourceId, StaffUrl(e.SourceId), Responsible(responsible, at), facts, Loud: true),
            _ => null,
        };
        return draft is null ? [] : [draft];
    }

    /// <summary>Somebody does it now: who else was asked to need not look any more.</summary>
    public static NoticeDone? Settles(RequestChanged e) => e.Change is RequestChange.Accepted or RequestChange.Declined or RequestChange.Cancelled
        ? new(e.RequestId, StaffUrl(e.RequestId), [NoticeKinds.NewRequest])
        : null;

    /// <summary>The same for an order that was taken, given to others or is over.</summary>
    public static NoticeDone? Settles(OrderChanged e) => e.Change is OrderChange.Taken or OrderChange.Transferred or OrderChange.Declined or OrderChange.Withdrawn or OrderChange.Completed
        ? new(e.SourceId, OrderUrl(e.OrderId), [NoticeKinds.OrderForDepartment, NoticeKinds.OrderForYou, NoticeKinds.OrderReworked, NoticeKinds.OrderUrged])
        : null;

    public static bool IsRequest(OrderChanged e) => e.SourceType == RequestSource;

    public static IEnumerable<NoticeDraft> For(ClockWarned e) =>
        [new(NoticeKinds.ClockWarned, e.SubjectId, StaffUrl(e.SubjectId), Responsible(e.ResponsibleId, NoticePlace.Of(e.CommunityId, e.ClusterId)), new() { Clock = e.Clock, DueAt = e.DueAt }, Loud: true)];

    public static IEnumerable<NoticeDraft> For(ClockBreached e) =>
        [new(NoticeKinds.ClockBreached, e.SubjectId, StaffUrl(e.SubjectId), WithSupervisors(e.ResponsibleId, NoticePlace.Of(e.CommunityId, e.ClusterId)), new() { Clock = e.Clock, DueAt = e.DueAt }, Loud: true)];

    /// <summary>Supervisors hear of a breach at once; an escalation to them at the same moment would say it twice.</summary>
    public static IEnumerable<NoticeDraft> For(ClockEscalated e) =>
        [new(NoticeKinds.ClockEscalated, e.SubjectId, StaffUrl(e.SubjectId), new(Roles: [e.ToRole], At: NoticePlace.Of(e.CommunityId, e.ClusterId)), new() { Clock = e.Clock, DueAt = e.DueAt, Level = e.Level }, Loud: true, UnlessTold: NoticeKinds.ClockBreached)];

    public static IEnumerable<NoticeDraft> For(HandOverChanged e)
    {
        var facts = new NoticeFacts { Year = e.Year, Month = e.Month, ActorId = e.ButlerId };
        var url = $"/hand-over/{e.HandOverId}";
        return e.Change switch
        {
            HandOverChange.Submitted => [new(NoticeKinds.HandOverSubmitted, e.HandOverId, url, e.ReceiverId is { } receiver ? new(receiver) : new(Roles: [e.ReceiverRole], At: WhereTheyWork(e)), facts)],
            HandOverChange.Accepted => [new(NoticeKinds.HandOverAccepted, e.HandOverId, url, new(e.ButlerId), facts)],
            HandOverChange.Returned => [new(NoticeKinds.HandOverReturned, e.HandOverId, url, new(e.ButlerId), facts, Loud: true)],
            _ => [],
        };
    }

    /// <summary>A phone is about to change, or has changed: its owner is told in any case, because who asked may not be them. Who
    /// may agree is told once for all that one person asks for at a time.</summary>
    public static IEnumerable<NoticeDraft> For(PhoneChanged e)
    {
        var facts = new NoticeFacts { ActorId = e.AskedBy };
        NoticeDraft Owner(string kind) => new(kind, e.ChangeId, "/account#phone-change", new(e.UserId, e.PartyId), facts, Loud: true);
        NoticeDraft Asker(string kind) => new(kind, e.ChangeId, PhoneUrl(e.ChangeId), new(e.AskedBy), facts with { ActorId = e.DecidedBy }, UnlessTold: NoticeKinds.PhoneApproved);
        return e.Step switch
        {
            PhoneChangeStep.Asked => [Owner(NoticeKinds.PhoneAsked), new(NoticeKinds.PhoneAwaits, e.AskedBy ?? e.ChangeId, PhonesUrl,
                new(Roles: MayAgreeToPhones, Except: e.AskedBy, At: [new(e.CommunityId)]), facts, UnlessTold: NoticeKinds.PhoneAwaits)],
            PhoneChangeStep.Approved => [Owner(NoticeKinds.PhoneApproved), Asker(NoticeKinds.PhoneAgreed)],
            PhoneChangeStep.Refused => [Asker(NoticeKinds.PhoneRefused)],
            _ => [],
        };
    }

    /// <summary>Nothing of the same person waits any more.</summary>
    public static NoticeDone? Settles(PhoneChanged e) => e.MoreWait ? null : new(e.AskedBy ?? e.ChangeId, PhonesUrl, [NoticeKinds.PhoneAwaits]);

    private static Audience Responsible(Guid? user, IReadOnlyList<NoticePlace>? at) => user is { } one ? new(one) : new(Roles: WhenNobodyIsOnDuty, At: at);

    private static Audience WithSupervisors(Guid? user, IReadOnlyList<NoticePlace>? at) =>
        new(user, Roles: [SeededRoles.Supervisor, .. user is null ? [SeededRoles.FrontDesk] : Array.Empty<string>()], At: at);

    private static Audience Working(Guid? assignee, string department, IReadOnlyList<NoticePlace>? at) => assignee is { } one ? new(one) : new(Department: department, At: at);

    private static IReadOnlyList<NoticePlace>? WhereTheyWork(HandOverChanged e) => e.CommunityIds is { Count: > 0 } communities ? [.. communities.Select(c => new NoticePlace(c))] : null;

    private static string StaffUrl(Guid request) => $"/requests/{request}";

    private static string ResidentUrl(Guid request) => $"/home/requests/{request}";

    private static string PhoneUrl(Guid change) => $"{PhonesUrl}/{change}";

    private static string OrderUrl(Guid order) => $"/orders/{order}";
}

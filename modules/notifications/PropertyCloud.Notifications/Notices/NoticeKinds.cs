namespace PropertyCloud.Notifications.Notices;

/// <summary>Codes of what people are told. Stored: never rename.</summary>
internal static class NoticeKinds
{
    public const string NewRequest = "new-request";
    public const string RequestAccepted = "request-accepted";
    public const string RequestAnswered = "request-answered";
    public const string RequestDeclined = "request-declined";
    public const string RequestCancelled = "request-cancelled";
    public const string RequestReassigned = "request-reassigned";
    public const string BecameEmergency = "became-emergency";
    public const string SentBack = "sent-back";
    public const string Urged = "urged";
    public const string ConfirmWanted = "confirm-wanted";
    public const string ConfirmReminder = "confirm-reminder";
    public const string MessageFromResident = "message-from-resident";
    public const string MessageFromStaff = "message-from-staff";
    public const string ClockWarned = "clock-warned";
    public const string ClockBreached = "clock-breached";
    public const string ClockEscalated = "clock-escalated";
    public const string OrderForYou = "order-for-you";
    public const string OrderForDepartment = "order-for-department";
    public const string OrderReworked = "order-reworked";
    public const string OrderWithdrawn = "order-withdrawn";
    public const string OrderUrged = "order-urged";
    public const string OrderDeclined = "order-declined";
    public const string HandOverSubmitted = "hand-over-submitted";
    public const string HandOverAccepted = "hand-over-accepted";
    public const string HandOverReturned = "hand-over-returned";
    public const string PhoneAsked = "phone-asked";
    public const string PhoneAwaits = "phone-awaits";
    public const string PhoneApproved = "phone-approved";
    public const string PhoneAgreed = "phone-agreed";
    public const string PhoneRefused = "phone-refused";
}

using System.Linq.Expressions;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Butler.Requests;

/// <summary>A request as lists show it: nothing but its own row.</summary>
internal sealed record RequestRow(Guid Id, string Number, string Kind, string Severity, string Title, string Plate, string PlateSpoken, bool PlateIsPublic,
    RequestStatus Status, BoardStage Stage, ClockKind NextClock, ClockState NextState, DateTime? NextStartedAt, DateTime? NextWarnAt, DateTime? NextDueAt,
    DateTime? NextStoppedAt, DateTime ReportedAt, Guid? ResponsibleId, Guid? AssigneeId, string? Department, string? HoldReason, Guid? ReporterPartyId,
    Guid? ClusterId, int UnreadByStaff, int UnreadByResident, bool HasAppointment)
{
    public static readonly Expression<Func<Request, RequestRow>> Of = r => new RequestRow(r.Id, r.Number, r.Kind, r.Severity, r.Title, r.Plate, r.PlateSpoken, r.PlateIsPublic,
        r.Status, r.Stage, r.NextClock, r.NextState, r.NextStartedAt, r.NextWarnAt, r.NextDueAt, r.NextStoppedAt, r.ReportedAt, r.ResponsibleId, r.AssigneeId,
        r.Department, r.HoldReason, r.ReporterPartyId, r.ClusterId, r.UnreadByStaff, r.UnreadByResident, r.AppointmentUntil != null);

    public PlateView PlateView => new(Plate, PlateIsPublic ? null : PlateSpoken, PlateIsPublic);

    /// <summary>The chip of the clock that counts next; null where the request ended.</summary>
    public ClockChip? Chip(Texts texts) => Status is RequestStatus.Declined or RequestStatus.Cancelled
        ? null
        : Chips.Of(texts, NextClock, NextState, NextStartedAt, NextWarnAt, NextDueAt, NextStoppedAt);

    /// <summary>Bold in queues: not accepted yet, or something was written that nobody of the staff read.</summary>
    public bool IsUnread => Status == RequestStatus.Reported || UnreadByStaff > 0;
}

internal static class Chips
{
    public static ClockChip? Of(Texts texts, ClockKind kind, ClockState state, DateTime? started, DateTime? warn, DateTime? due, DateTime? stopped)
    {
        var label = texts.Say(StatusTexts.Of(kind));
        return state switch
        {
            ClockState.Void => null,
            ClockState.Next => new(label, ChipState.Next, NextText: texts.Say("验收后开始")),
            ClockState.Running => new(label, ChipState.Running, started, warn, due),
            ClockState.OnHold => new(label, ChipState.OnHold, started),
            ClockState.Kept => new(label, ChipState.Kept, started, null, due, stopped),
            ClockState.Missed => new(label, ChipState.Missed, started, null, due, stopped),
            _ => new(label, ChipState.Unset),
        };
    }

    public static ClockChip? Of(Texts texts, ClockFace face) => Of(texts, face.Kind, face.State, face.StartedAt, face.WarnAt, face.DueAt, face.StoppedAt);
}

namespace PropertyCloud.ServiceLevels.Contracts;

/// <summary>The five promises. Respond, arrive, resolve and feed back start at the report, call back at confirmation.</summary>
public enum ClockKind { Respond = 1, Arrive = 2, Resolve = 3, FeedBack = 4, CallBack = 5 }

public static class ClockNames
{
    /// <summary>What people call a clock, in Chinese: a key of the texts.</summary>
    public static string Of(ClockKind clock) => clock switch
    {
        ClockKind.Respond => "响应",
        ClockKind.Arrive => "到场",
        ClockKind.Resolve => "解决",
        ClockKind.FeedBack => "反馈",
        _ => "回访",
    };
}

/// <summary>What is kept of a clock; warned and late follow from the time of day.</summary>
public enum ClockState
{
    /// <summary>The plan promises nothing here.</summary>
    Unset = 0,

    /// <summary>Promised, not started (call back before confirmation).</summary>
    Next = 1,
    Running = 2,
    OnHold = 3,
    Kept = 4,

    /// <summary>Stopped after its due instant.</summary>
    Missed = 5,

    /// <summary>No longer asked for: the request was declined or cancelled, or the other clock of an "either" group met it.</summary>
    Void = 6,
}

/// <summary>One clock of one request as it stands.</summary>
/// <param name="LimitMinutes">The promise in minutes of its calendar; null when unset.</param>
/// <param name="StartedAt">UTC; null until started.</param>
/// <param name="WarnAt">UTC instant at which the share to warn at is used up.</param>
/// <param name="StoppedAt">UTC instant of the fact that stopped it.</param>
public sealed record ClockFace(ClockKind Kind, ClockState State, int? LimitMinutes, DateTime? StartedAt, DateTime? WarnAt, DateTime? DueAt, DateTime? StoppedAt)
{
    public static ClockFace None(ClockKind kind) => new(kind, ClockState.Unset, null, null, null, null, null);
}

/// <summary>What happened to a request, as far as clocks care (ruling 4).</summary>
public enum ClockFactKind
{
    /// <summary>A person accepted, or wrote any message; stops respond.</summary>
    Responded = 1,

    /// <summary>The first staff member said so on site; stops arrive.</summary>
    Arrived = 2,

    /// <summary>Hold pauses resolve only.</summary>
    HoldStarted = 3,
    HoldEnded = 4,

    /// <summary>The last open order, or the butler's own work, was completed; stops resolve.</summary>
    Resolved = 5,

    /// <summary>The resident sent it back: undoes Resolved; the time since Resolved does not count.</summary>
    SentBack = 6,

    /// <summary>The action "answer"; stops feed back.</summary>
    Answered = 7,

    /// <summary>The resident (or the setting) confirmed; starts call back.</summary>
    Confirmed = 8,

    /// <summary>The first call that reached the resident; stops call back.</summary>
    CalledBack = 9,

    /// <summary>Given up after the attempts of the policy; voids call back.</summary>
    NotReached = 10,

    /// <summary>The resident asked for a slot: arrive is due at its end (<see cref="ClockFact.Until"/>), resolve starts at its
    /// beginning (<see cref="ClockFact.From"/>).</summary>
    Appointment = 11,

    /// <summary>Declined or cancelled: clocks that still run are void.</summary>
    Ended = 12,

    /// <summary>The severity in force from the report on (the last one counts).</summary>
    Reclassified = 13,
}

/// <param name="At">When it happened, UTC.</param>
public sealed record ClockFact(ClockFactKind Kind, DateTime At, DateTime? From = null, DateTime? Until = null, string? Severity = null);

/// <summary>Everything that decides the clocks of one request.</summary>
/// <param name="Kind">One of <see cref="RequestKinds"/>.</param>
/// <param name="Facts">In the order in which they were recorded.</param>
public sealed record ClockHistory(Guid PlanVersionId, Guid CommunityId, string Kind, string? ItemCode, string Severity, DateTime ReportedAt, IReadOnlyList<ClockFact> Facts);

/// <summary>The eight kinds, fixed.</summary>
public static class RequestKinds
{
    public const string Enquiry = "enquiry";
    public const string Report = "report";
    public const string Repair = "repair";
    public const string Complaint = "complaint";
    public const string Suggestion = "suggestion";
    public const string Praise = "praise";
    public const string ServiceOrder = "service-order";
    public const string Errand = "errand";

    /// <summary>In the order in which people look for them: what is asked for most comes first.</summary>
    public static readonly IReadOnlyList<string> All = [Repair, Complaint, Enquiry, Report, Suggestion, Praise, ServiceOrder, Errand];

    /// <summary>What people call a kind, in Chinese: a key of the texts. Null for what is no kind.</summary>
    public static string? NameOf(string? kind) => kind switch
    {
        Enquiry => "咨询",
        Report => "报事",
        Repair => "报修",
        Complaint => "投诉",
        Suggestion => "建议",
        Praise => "表扬",
        ServiceOrder => "特约服务",
        Errand => "委托代办",
        _ => null,
    };
}

public static class Severities
{
    public const string Normal = "normal";
    public const string Emergency = "emergency";
}

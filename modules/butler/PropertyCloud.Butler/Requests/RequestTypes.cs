using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>How a request came in.</summary>
internal enum RequestChannel { ResidentApp = 1, Phone = 2, Slip = 3, FrontDesk = 4 }

/// <summary>Column of the supervisor's board; 0 is none (finished).</summary>
internal enum BoardStage { None = 0, ToAccept = 1, ToTake = 2, Working = 3, OnHold = 4, Waiting = 5 }

/// <summary>Who said that the work is good.</summary>
internal enum ConfirmedHow { NotYet = 0, Resident = 1, StaffForResident = 2, Automatically = 3 }

/// <summary>Where something is, with the door plate copied so that lists read one table.</summary>
internal sealed record Whereabouts(Guid CommunityId, Guid? ClusterId, Guid? UnitId, Guid? PlaceId, string Plate, string Spoken, bool IsPublic);

/// <summary>Everything a new request needs.</summary>
/// <param name="Title">Null: made from the description.</param>
/// <param name="ReportedAt">When the resident said so, UTC; promises run from here.</param>
/// <param name="RecordedAt">When it was written down, UTC.</param>
/// <param name="RepeatOfId">An earlier request of the same unit and item within the setting's days.</param>
/// <param name="AgainOfId">The archived request that this one takes up again.</param>
internal sealed record NewRequest(Guid Id, string Number, string Kind, string? ItemCode, string Severity, string? Title, string Description,
    IReadOnlyList<Guid> Photos, Whereabouts Where, Guid? ReporterPartyId, RequestChannel Channel, DateTime ReportedAt, DateTime RecordedAt,
    Guid PlanVersionId, Guid? ResponsibleId, Guid? RepeatOfId = null, Guid? AgainOfId = null);

/// <summary>One department that is wanted.</summary>
internal sealed record DispatchTarget(string Department, Guid? AssigneeId, string? Note);

/// <summary>Two letters in front of the number, by kind.</summary>
internal static class NumberPrefixes
{
    public static string Of(string kind) => kind switch
    {
        RequestKinds.Repair => "BX",
        RequestKinds.Complaint => "TS",
        RequestKinds.Enquiry => "ZX",
        RequestKinds.Report => "BS",
        RequestKinds.Suggestion => "JY",
        RequestKinds.Praise => "BY",
        RequestKinds.ServiceOrder => "TY",
        _ => "DB",
    };
}

internal static class KindTexts
{
    public static string Of(string kind) => RequestKinds.NameOf(kind) ?? "请求";

    public static string Icon(string kind) => kind switch
    {
        RequestKinds.Repair => "tool",
        RequestKinds.Complaint => "message-report",
        RequestKinds.Enquiry => "help-circle",
        RequestKinds.Report => "alert-circle",
        RequestKinds.Suggestion => "bulb",
        RequestKinds.Praise => "heart",
        RequestKinds.ServiceOrder => "sparkles",
        _ => "shopping-bag",
    };
}

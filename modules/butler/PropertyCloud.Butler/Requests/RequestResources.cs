using PropertyCloud.Butler.Residents;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Butler.Requests;

internal sealed record CreatedResource(Guid Id);

/// <summary>A request as the interface for programs shows it: no personal data beyond what the caller's scope reaches.</summary>
internal sealed record RequestResource(Guid Id, string Number, string Kind, string? ItemCode, string Severity, string Title, string Status, string Plate, DateTime ReportedAt,
    Guid? ResponsibleId, Guid? AssigneeId, DateTime? NextDueAt, long Version)
{
    public static RequestResource Of(Request r) => new(r.Id, r.Number, r.Kind, r.ItemCode, r.Severity, r.Title, r.Status.ToString(), r.Plate, r.ReportedAt, r.ResponsibleId, r.AssigneeId, r.NextDueAt, r.Version);
}

internal sealed record MyRequestsResource(int OpenCount, int DoneCount, PageOf<RequestResource> Requests)
{
    public static MyRequestsResource Of(MyRequests mine) =>
        new(mine.OpenCount, mine.DoneCount, new([.. mine.Result.Items.Select(RequestResource.Of)], mine.Result.Number, mine.Result.Size, mine.Result.Total));
}

/// <summary>A line that staff and resident both read.</summary>
internal sealed record TimelineResource(int Sequence, string Kind, DateTime At, bool FromResident, string? Author, string? Department, string? Text, IReadOnlyList<Guid> Photos)
{
    public static TimelineResource Of(RequestEntry e) => new(e.Sequence, e.Kind.ToString(), e.At, e.FromResident, e.AuthorName, e.Department, e.Text, e.Photos);
}

/// <summary>A line of the staff's log.</summary>
/// <param name="IsInternal">Never shown to residents.</param>
internal sealed record LogResource(int Sequence, string Kind, DateTime At, bool IsInternal, string Author, string? Person, string? Department, string? Text, IReadOnlyList<Guid> Photos)
{
    public static LogResource Of(LogLine l) => new(l.Line.Sequence, l.Line.Kind.ToString(), l.Line.At, l.IsInternal, l.Author, l.Person, l.Line.Department, l.Line.Text, l.Line.Photos);
}

internal sealed record DayJobResource(RequestRow Request, string Next);
internal sealed record DayVisitResource(Guid RequestId, string Plate, string Title, DateTime From);
internal sealed record DayCallResource(Guid RequestId, string Plate, string Title, DateTime? DueAt);

/// <summary>The butler's day without phones: a number is asked for one at a time, by <c>call</c> or <c>reveal-phone</c>.</summary>
internal sealed record DayResource(int ToAccept, int Working, int ToConfirm, int ToCallBack, IReadOnlyList<DayJobResource> Jobs, IReadOnlyList<DayCallResource> Calls, IReadOnlyList<DayVisitResource> Visits,
    TimeOnly? Until, bool IsOff, int? Households)
{
    public static DayResource Of(DayView day) => new(day.ToAccept, day.Working, day.ToConfirm, day.ToCallBack, [.. day.Jobs.Select(j => new DayJobResource(j.Row, j.Action.ToString()))],
        [.. day.Calls.Select(c => new DayCallResource(c.RequestId, c.Plate, c.Title, c.DueAt))], [.. day.Visits.Select(v => new DayVisitResource(v.RequestId, v.Plate, v.Title, v.From))],
        day.Until, day.IsOff, day.Households);
}

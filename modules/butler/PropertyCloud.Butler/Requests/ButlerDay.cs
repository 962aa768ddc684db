using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.CallBacks;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Duty;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.Requests;

/// <summary>今日: what is due first and what the day brings.</summary>
/// <param name="Until">Local end of the shift, or null.</param>
/// <param name="IsOff">Off duty now: who stands in is asked instead.</param>
internal sealed record DayView(int ToAccept, int Working, int ToConfirm, int ToCallBack, IReadOnlyList<DayJob> Jobs, IReadOnlyList<DayCall> Calls,
    IReadOnlyList<DayVisit> Visits, TimeOnly? Until, bool IsOff, int? Households);

internal enum DayAction { Look = 0, Accept = 1, Answer = 2, Urge = 3, Dispatch = 4, CallBack = 5 }

/// <param name="Line">报修 · 赵志远, or who is on the way.</param>
internal sealed record DayJob(RequestRow Row, DayAction Action, string? Person, string? Phone, bool PersonIsStaff);

internal sealed record DayCall(Guid TaskId, Guid RequestId, string Plate, string Spoken, bool IsPublic, string Title, DateTime? DueAt);

internal sealed record DayVisit(Guid RequestId, string Plate, string Spoken, bool IsPublic, string Title, DateTime From);

internal sealed class ButlerDay(ButlerDbContext db, DutyRoster roster, Assignments.ButlerLoads loads, RequestNames names, ICurrentUser user, Display display, TimeProvider clock) : IUseCase
{
    public async Task<DayView> HandleAsync(CancellationToken cancellation)
    {
        var (me, now) = (user.RequireId(), clock.Now());
        var rows = await OpenAsync(me, cancellation);
        var urgent = rows.Where(r => r.Status is not (RequestStatus.AwaitingConfirmation or RequestStatus.Confirmed)).Take(8).ToList();
        var people = await names.GetAsync(urgent.Select(r => r.AssigneeId), urgent.Select(r => r.ReporterPartyId), cancellation);
        var calls = await CallsAsync(me, cancellation);
        var rules = await roster.RulesAsync(cancellation);
        var mine = await loads.GetAsync(cancellation);
        return new(rows.Count(r => r.Status == RequestStatus.Reported), rows.Count(r => r.Status is RequestStatus.Accepted or RequestStatus.InProgress),
            rows.Count(r => r.Status == RequestStatus.AwaitingConfirmation), rows.Count(r => r.Status == RequestStatus.CallBack),
            [.. urgent.Select(r => Job(r, people))], calls, await VisitsAsync(me, cancellation), rules.Until(me, now), !rules.IsThere(me, now),
            mine.TryGetValue(me, out var load) ? load.Households : null);
    }

    private async Task<List<RequestRow>> OpenAsync(Guid me, CancellationToken cancellation)
    {
        var rows = new List<RequestRow>();
        await foreach (var row in HotQueries.MineOpen(db, me, 200).WithCancellation(cancellation)) rows.Add(row);
        return rows;
    }

    private static DayJob Job(RequestRow row, Names people)
    {
        var action = row switch
        {
            { Status: RequestStatus.Reported } => DayAction.Accept,
            { Status: RequestStatus.CallBack } => DayAction.CallBack,
            { NextClock: ServiceLevels.Contracts.ClockKind.FeedBack, NextState: ServiceLevels.Contracts.ClockState.Running } => DayAction.Answer,
            { Status: RequestStatus.InProgress } => DayAction.Urge,
            { Kind: ServiceLevels.Contracts.RequestKinds.Enquiry or ServiceLevels.Contracts.RequestKinds.Complaint or ServiceLevels.Contracts.RequestKinds.Suggestion } => DayAction.Answer,
            _ => DayAction.Dispatch,
        };
        return row is { Status: RequestStatus.InProgress, AssigneeId: not null } && people.OfStaff(row.AssigneeId) is { } assignee
            ? new(row, action, assignee, null, true)
            : new(row, action, people.OfParty(row.ReporterPartyId), people.PhoneOf(row.ReporterPartyId), false);
    }

    private DateTime EndOfToday => display.ToUtc(display.Today.AddDays(1).ToDateTime(TimeOnly.MinValue));

    private async Task<IReadOnlyList<DayCall>> CallsAsync(Guid me, CancellationToken cancellation)
    {
        var end = EndOfToday.AddDays(1);
        return await db.CallBacks.AsNoTracking().Where(c => c.ResponsibleId == me && c.Status == CallBackStatus.Open && c.SortAt < end).OrderBy(c => c.SortAt).Take(5)
            .Select(c => new DayCall(c.Id, c.RequestId, c.Plate, c.PlateSpoken, c.PlateIsPublic, c.RequestTitle, c.DueAt)).ToListAsync(cancellation);
    }

    private async Task<IReadOnlyList<DayVisit>> VisitsAsync(Guid me, CancellationToken cancellation)
    {
        var (start, end) = (EndOfToday.AddDays(-1), EndOfToday);
        return await db.Requests.AsNoTracking()
            .Where(r => r.ResponsibleId == me && r.OpenStatus == 1 && r.AppointmentFrom >= start && r.AppointmentFrom < end)
            .OrderBy(r => r.AppointmentFrom).Take(5)
            .Select(r => new DayVisit(r.Id, r.Plate, r.PlateSpoken, r.PlateIsPublic, r.Title, r.AppointmentFrom!.Value)).ToListAsync(cancellation);
    }
}

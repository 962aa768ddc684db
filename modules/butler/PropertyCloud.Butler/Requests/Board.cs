using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Assignments;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Duty;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <param name="Attention">late, soon, unassigned, held or unset.</param>
internal sealed record BoardFilter(string? Department = null, Guid? Community = null, string? Attention = null);

internal sealed record BoardCounts(int Late, int Soon, int Unassigned, int Held, int Unset);

internal sealed record BoardColumn(BoardStage Stage, int Total, IReadOnlyList<RequestRow> Rows);

/// <param name="Line">What they do, or their households; what is over the ratio is <paramref name="IsOver"/>.</param>
internal sealed record BoardPerson(string Name, string? Portrait, int InHand, RequestRow? At, ButlerLoad? Load);

internal sealed record BoardGroup(string Department, IReadOnlyList<BoardPerson> People);

/// <param name="Uncovered">Clusters where nobody is on duty now (ruling 12).</param>
internal sealed record BoardView(IReadOnlyList<BoardColumn> Columns, BoardCounts Counts, int DueToday, int KeptToday, IReadOnlyList<BoardGroup> People, Names Names,
    IReadOnlyList<string> Uncovered, DateTime At);

/// <summary>调度台: the whole open work by stage, what needs attention, and who is there.</summary>
internal sealed class Board(ButlerDbContext db, RequestAccess access, RequestNames names, DutyRoster roster, ButlerLoads loads, IStaffLookup staff, IWorkOrderLookup orders,
    ICommunityLookup communities, ICurrentUser user, Display display, TimeProvider clock) : IUseCase
{
    private const int PerColumn = 60;

    public async Task<BoardView> HandleAsync(BoardFilter filter, CancellationToken cancellation)
    {
        var now = clock.Now();
        var open = Narrowed(await access.VisibleAsync(db.Requests.AsNoTracking(), cancellation), filter);
        var counts = await CountAsync(open, now, cancellation);
        var shown = Attended(open, filter.Attention, now);
        var totals = await shown.GroupBy(r => r.Stage).Select(g => new { Stage = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Stage, g => g.Count, cancellation);
        var columns = new List<BoardColumn>();
        foreach (var stage in Stages)
        {
            var rows = totals.ContainsKey(stage)
                ? await shown.Where(r => r.Stage == stage).OrderBy(r => r.SortAt).Take(PerColumn).Select(RequestRow.Of).ToListAsync(cancellation)
                : [];
            columns.Add(new(stage, totals.GetValueOrDefault(stage), rows));
        }

        var all = columns.SelectMany(c => c.Rows).ToList();
        var people = await names.GetAsync(all.SelectMany(r => new[] { r.AssigneeId, r.ResponsibleId }), [], cancellation);
        var (due, kept) = await TodayAsync(filter, now, cancellation);
        return new(columns, counts, due, kept, await PeopleAsync(filter, all, now, cancellation), people, await UncoveredAsync(now, cancellation), now);
    }

    private static readonly BoardStage[] Stages = [BoardStage.ToAccept, BoardStage.ToTake, BoardStage.Working, BoardStage.OnHold, BoardStage.Waiting];

    private static IQueryable<Request> Narrowed(IQueryable<Request> requests, BoardFilter filter)
    {
        var open = requests.Where(r => r.OpenStatus == 1);
        if (filter.Community is { } community) open = open.Where(r => r.CommunityId == community);
        if (filter.Department is not { Length: > 0 } department) return open;
        return department == Departments.CustomerService ? open.Where(r => r.Department == null || r.Department == department) : open.Where(r => r.Department == department);
    }

    private static IQueryable<Request> Attended(IQueryable<Request> open, string? attention, DateTime now) => attention switch
    {
        "late" => open.Where(r => r.NextDueAt < now),
        "soon" => open.Where(r => r.NextWarnAt <= now && r.NextDueAt >= now),
        "unassigned" => open.Where(r => (r.Stage == BoardStage.ToAccept || r.Stage == BoardStage.ToTake) && r.AssigneeId == null),
        "held" => open.Where(r => r.Stage == BoardStage.OnHold),
        "unset" => open.Where(r => r.NextState == ClockState.Unset),
        _ => open,
    };

    private static async Task<BoardCounts> CountAsync(IQueryable<Request> open, DateTime now, CancellationToken cancellation) =>
        await open.GroupBy(_ => 1).Select(g => new BoardCounts(
            g.Count(r => r.NextDueAt < now),
            g.Count(r => r.NextWarnAt <= now && r.NextDueAt >= now),
            g.Count(r => (r.Stage == BoardStage.ToAccept || r.Stage == BoardStage.ToTake) && r.AssigneeId == null),
            g.Count(r => r.Stage == BoardStage.OnHold),
            g.Count(r => r.NextState == ClockState.Unset))).SingleOrDefaultAsync(cancellation) ?? new(0, 0, 0, 0, 0);

    /// <summary>Promises that fell due today and how many were kept, from the faces in the rows of the last eight days.</summary>
    private async Task<(int Due, int Kept)> TodayAsync(BoardFilter filter, DateTime now, CancellationToken cancellation)
    {
        var start = display.ToUtc(display.Today.ToDateTime(TimeOnly.MinValue));
        var since = start.AddDays(-8);
        var visible = await access.VisibleAsync(db.Requests.AsNoTracking(), cancellation);
        if (filter.Community is { } community) visible = visible.Where(r => r.CommunityId == community);
        var faces = await visible.Where(r => r.ReportedAt >= since).OrderByDescending(r => r.ReportedAt).Take(2000).Select(r => r.Clocks).ToListAsync(cancellation);
        var due = faces.SelectMany(f => f).Where(f => f.DueAt >= start && f.DueAt < start.AddDays(1)
            && (f.State is ClockState.Kept or ClockState.Missed || (f.State == ClockState.Running && f.DueAt < now))).ToList();
        return (due.Count, due.Count(f => f.State == ClockState.Kept));
    }

    private async Task<IReadOnlyList<BoardGroup>> PeopleAsync(BoardFilter filter, List<RequestRow> rows, DateTime now, CancellationToken cancellation)
    {
        var rules = await roster.RulesAsync(cancellation);
        var inHand = await orders.CountOpenByAssigneeAsync(cancellation);
        var held = await db.Requests.AsNoTracking().Where(r => r.OpenStatus == 1 && r.Stage != BoardStage.Waiting && r.ResponsibleId != null)
            .GroupBy(r => r.ResponsibleId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var households = await loads.GetAsync(cancellation);
        var working = rows.Where(r => r.AssigneeId is not null && r.Stage == BoardStage.Working).GroupBy(r => r.AssigneeId!.Value).ToDictionary(g => g.Key, g => g.First());
        var there = (await staff.ListAsync(department: filter.Department is { Length: > 0 } d ? d : null, cancellation: cancellation))
            .Where(s => s.Department is not null && rules.IsThere(s.UserId, now));
        return [.. there.GroupBy(s => s.Department!).OrderBy(g => g.Key == Departments.Engineering ? 0 : g.Key == Departments.CustomerService ? 1 : 2).ThenBy(g => g.Key)
            .Select(g => new BoardGroup(g.Key, [.. g.Select(s => new BoardPerson(s.Name, s.Portrait,
                inHand.GetValueOrDefault(s.UserId) + (s.Roles.Contains(SeededRoles.Butler) ? held.GetValueOrDefault(s.UserId) : 0),
                working.GetValueOrDefault(s.UserId), households.GetValueOrDefault(s.UserId)))]))];
    }

    /// <summary>Shown before a clock starts to run out: nobody would answer there now.</summary>
    private async Task<IReadOnlyList<string>> UncoveredAsync(DateTime now, CancellationToken cancellation)
    {
        var rules = await roster.RulesAsync(cancellation);
        if (rules.Find(null, now) is not null) return [];
        var held = (await roster.AssignmentsAsync(display.Day(now), cancellation)).ToLookup(a => a.ClusterId);
        var clusters = await communities.ListClustersWithinAsync(user.Scope, cancellation);
        return [.. clusters.Where(c => rules.Find(held[c.Id].FirstOrDefault(), now) is null).Select(c => c.Name)];
    }
}

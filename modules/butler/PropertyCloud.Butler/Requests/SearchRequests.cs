using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>The staff's list: open work by time left, closed work newest first.</summary>
internal sealed class SearchRequests(ButlerDbContext db, RequestAccess access, IUnitLookup units, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public const int Size = 30;

    public async Task<PageOf<RequestRow>> HandleAsync(RequestFilter filter, CancellationToken cancellation, int size = Size)
    {
        var query = await QueryAsync(filter, cancellation);
        var total = await query.CountAsync(cancellation);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + size - 1) / size));
        var rows = await Sorted(query, filter).Skip((page - 1) * size).Take(size).Select(RequestRow.Of).ToListAsync(cancellation);
        return new(rows, page, size, total);
    }

    /// <summary>All that match, up to a bound: for the export.</summary>
    public async Task<IReadOnlyList<RequestRow>> AllAsync(RequestFilter filter, int most, CancellationToken cancellation) =>
        await Sorted(await QueryAsync(filter, cancellation), filter).Take(most).Select(RequestRow.Of).ToListAsync(cancellation);

    private static IQueryable<Request> Sorted(IQueryable<Request> query, RequestFilter filter) => filter.Segment is "closed" or "all"
        ? query.OrderByDescending(r => r.ReportedAt)
        : query.OrderBy(r => r.SortAt).ThenBy(r => r.ReportedAt);

    private async Task<IQueryable<Request>> QueryAsync(RequestFilter filter, CancellationToken cancellation)
    {
        var (me, now) = (user.Id, clock.Now());
        var query = Segmented(await access.VisibleAsync(db.Requests.AsNoTracking(), cancellation), filter.Segment);
        if (filter.State is { } state) query = query.Where(r => r.Status == state);
        if (filter.Kind is { Length: > 0 } kind) query = query.Where(r => r.Kind == kind);
        if (filter.Mine) query = query.Where(r => r.ResponsibleId == me);
        if (filter.Cluster is { } cluster) query = query.Where(r => r.ClusterId == cluster);
        if (filter.Community is { } community) query = query.Where(r => r.CommunityId == community);
        if (filter.Department is { Length: > 0 } department) query = query.Where(r => r.Department == department);
        if (filter.Overdue) query = query.Where(r => r.OpenStatus == 1 && r.SortAt < now && r.NextDueAt < now);
        return await MatchAsync(query, filter.Q?.Trim(), cancellation);
    }

    private static IQueryable<Request> Segmented(IQueryable<Request> query, string? segment) => segment switch
    {
        "new" => query.Where(r => r.OpenStatus == 1 && r.Stage == BoardStage.ToAccept),
        "working" => query.Where(r => r.OpenStatus == 1 && (r.Stage == BoardStage.ToTake || r.Stage == BoardStage.Working || r.Stage == BoardStage.OnHold)),
        "waiting" => query.Where(r => r.OpenStatus == 1 && r.Stage == BoardStage.Waiting),
        "closed" => query.Where(r => r.OpenStatus == 0),
        "all" => query,
        _ => query.Where(r => r.OpenStatus == 1),
    };

    /// <summary>Number and plate by their beginning; names and phones by one lookup of homes.</summary>
    private async Task<IQueryable<Request>> MatchAsync(IQueryable<Request> query, string? text, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(text)) return query;
        if (text.Length > 40) text = text[..40];
        var number = text.ToUpperInvariant();
        var homes = (await units.SearchAsync(text, 50, cancellation)).Select(h => (Guid?)h.Unit.Id).ToList();
        return query.Where(r => r.Number.StartsWith(number) || r.Plate.StartsWith(text) || homes.Contains(r.UnitId));
    }
}

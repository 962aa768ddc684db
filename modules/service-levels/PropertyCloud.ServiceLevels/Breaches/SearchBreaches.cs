using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Data;

namespace PropertyCloud.ServiceLevels.Breaches;

/// <param name="Month">First day of the month, by due instants in the company's time zone.</param>
/// <param name="Withdrawn">True: only withdrawn ones; false: only standing ones; null: both.</param>
internal sealed record BreachFilter(DateOnly Month, ClockKind? Clock, bool? Withdrawn, int Page);

internal sealed record BreachLine(Guid Id, Guid SubjectId, string SubjectType, ClockKind Clock, int LimitMinutes, DateTime DueAt, DateTime RaisedAt, DateTime? StoppedAt,
    Guid CommunityId, Guid? ResponsibleId, BreachStatus Status, WithdrawReason WithdrawnFor, DateTime? WithdrawnAt);

/// <summary>Breaches within the reader's data scope, latest due first.</summary>
internal sealed class SearchBreaches(ServiceLevelsDbContext db, ICurrentUser user, Display show, IEnumerable<IClockSubjectSource> sources) : IUseCase
{
    public const int Size = 50;
    public const int MostExported = 10_000;

    public async Task<PageOf<BreachLine>> HandleAsync(BreachFilter filter, CancellationToken cancellation)
    {
        var query = Query(filter);
        var page = Math.Max(1, filter.Page);
        var total = await query.CountAsync(cancellation);
        return new(await Lines(query.OrderByDescending(b => b.DueAt).ThenByDescending(b => b.Id).Skip((page - 1) * Size).Take(Size)).ToListAsync(cancellation), page, Size, total);
    }

    public Task<List<BreachLine>> ExportAsync(BreachFilter filter, CancellationToken cancellation) =>
        Lines(Query(filter).OrderByDescending(b => b.DueAt).ThenByDescending(b => b.Id).Take(MostExported)).ToListAsync(cancellation);

    /// <summary>Names of the subjects, by one batched question for each kind of subject.</summary>
    public async Task<IReadOnlyDictionary<Guid, ClockSubjectLine>> DescribeAsync(IEnumerable<BreachLine> lines, CancellationToken cancellation)
    {
        var known = new Dictionary<Guid, ClockSubjectLine>();
        foreach (var group in lines.GroupBy(l => l.SubjectType))
        {
            if (sources.FirstOrDefault(s => s.SubjectType == group.Key) is not { } source) continue;
            foreach (var (id, line) in await source.DescribeAsync([.. group.Select(l => l.SubjectId).Distinct()], cancellation)) known[id] = line;
        }

        return known;
    }

    private IQueryable<Breach> Query(BreachFilter filter)
    {
        var from = show.ToUtc(filter.Month.ToDateTime(TimeOnly.MinValue));
        var to = show.ToUtc(filter.Month.AddMonths(1).ToDateTime(TimeOnly.MinValue));
        var query = db.Breaches.AsNoTracking().Within(user.Scope, community: b => b.CommunityId, cluster: b => b.ClusterId).Where(b => b.DueAt >= from && b.DueAt < to);
        if (filter.Clock is { } clock) query = query.Where(b => b.Clock == clock);
        if (filter.Withdrawn is { } withdrawn)
        {
            var status = withdrawn ? BreachStatus.Withdrawn : BreachStatus.Standing;
            query = query.Where(b => b.Status == status);
        }

        return query;
    }

    private static IQueryable<BreachLine> Lines(IQueryable<Breach> query) => query.Select(b => new BreachLine(b.Id, b.SubjectId, b.SubjectType, b.Clock, b.LimitMinutes, b.DueAt, b.RaisedAt,
        b.StoppedAt, b.CommunityId, b.ResponsibleId, b.Status, b.WithdrawnFor, b.WithdrawnAt));
}

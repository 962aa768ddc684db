using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Communities;

/// <summary>Communities by company. This host forgets at once after its own change, other hosts' changes within
/// <see cref="Lifetime"/>.</summary>
internal sealed class CommunityCache(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<int, Entry> _entries = new();

    private sealed record Entry(long Generation, DateTime Until, IReadOnlyList<CommunitySummary>? Communities);

    public async Task<IReadOnlyList<CommunitySummary>> GetAsync(int tenantId, Func<Task<IReadOnlyList<CommunitySummary>>> load)
    {
        var before = _entries.GetOrAdd(tenantId, _ => new(0, DateTime.MinValue, null));
        if (before.Communities is { } known && before.Until > clock.Now()) return known;
        var loaded = await load();

        // What was read before somebody said Forget may be old: it is answered once, and not kept.
        _entries.TryUpdate(tenantId, before with { Communities = loaded, Until = clock.Now() + Lifetime }, before);
        return loaded;
    }

    public void Forget(int tenantId) => _entries.AddOrUpdate(tenantId, _ => new(1, DateTime.MinValue, null),
        (_, old) => new(old.Generation + 1, DateTime.MinValue, null));
}

internal sealed class CommunityLookup(RegistryDbContext db, CommunityCache cache, Display display) : ICommunityLookup
{
    public Task<IReadOnlyList<CommunitySummary>> ListAsync(CancellationToken cancellation = default) => cache.GetAsync(db.CurrentTenantId, async () =>
        await db.Communities.AsNoTracking().OrderBy(c => c.Name).Select(c => new CommunitySummary(c.Id, c.Name, c.Grade)).ToListAsync(cancellation));

    public Task<IReadOnlyList<ClusterSummary>> ListClustersAsync(Guid? communityId = null, CancellationToken cancellation = default) =>
        SummarizeAsync(communityId is null ? db.Clusters : db.Clusters.Where(c => c.CommunityId == communityId), cancellation);

    public async Task<IReadOnlyDictionary<Guid, ClusterSummary>> GetClustersAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default)
    {
        if (ids.Count == 0) return new Dictionary<Guid, ClusterSummary>();
        var wanted = ids.Distinct().ToList();
        return (await SummarizeAsync(db.Clusters.Where(c => wanted.Contains(c.Id)), cancellation)).ToDictionary(c => c.Id);
    }

    private async Task<IReadOnlyList<ClusterSummary>> SummarizeAsync(IQueryable<Cluster> query, CancellationToken cancellation)
    {
        var clusters = await query.AsNoTracking().OrderBy(c => c.Name).Select(c => new { c.Id, c.CommunityId, c.Name }).ToListAsync(cancellation);
        if (clusters.Count == 0) return [];
        var ids = clusters.Select(c => (Guid?)c.Id).ToList();
        var today = display.Today;
        var units = await db.Units.Where(u => ids.Contains(u.ClusterId)).GroupBy(u => u.ClusterId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(x => x.Key!.Value, x => x.Count, cancellation);
        var households = await db.Units.Where(u => ids.Contains(u.ClusterId))
            .Where(u => db.Relations.Any(r => r.UnitId == u.Id && r.From <= today && (r.To == null || r.To >= today)))
            .GroupBy(u => u.ClusterId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(x => x.Key!.Value, x => x.Count, cancellation);
        return [.. clusters.Select(c => new ClusterSummary(c.Id, c.CommunityId, c.Name, units.GetValueOrDefault(c.Id), households.GetValueOrDefault(c.Id)))];
    }
}

using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.ServiceLevels.Data;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>A version as it is kept in memory.</summary>
internal sealed record CachedVersion(Guid Id, Guid PlanId, int Number, PlanContent Content)
{
    /// <summary>Version 0: no id, promises nothing.</summary>
    public static CachedVersion Zero(string name) => new(Guid.Empty, Guid.Empty, 0, PlanContent.Nothing(name));
}

/// <summary>Plan versions of all companies in memory. Versions never change, so they stay; which one is in force is looked up
/// again after a second, so that another host's publication counts within two.</summary>
internal sealed class PlanCache
{
    private const int Most = 5000;
    public static readonly TimeSpan InForceFor = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<(int Tenant, Guid Version), CachedVersion> _versions = new();
    private readonly ConcurrentDictionary<int, (DateTime Until, IReadOnlyList<CachedPlan> Plans)> _plans = new();

    public bool TryGet(int tenant, Guid version, out CachedVersion found) => _versions.TryGetValue((tenant, version), out found!);

    public void Keep(int tenant, CachedVersion version)
    {
        if (_versions.Count >= Most) _versions.Clear();
        _versions[(tenant, version.Id)] = version;
    }

    public IReadOnlyList<CachedPlan>? Plans(int tenant, DateTime now) =>
        _plans.TryGetValue(tenant, out var kept) && now < kept.Until && kept.Until <= now + InForceFor ? kept.Plans : null;

    public void Keep(int tenant, IReadOnlyList<CachedPlan> plans, DateTime now) => _plans[tenant] = (now + InForceFor, plans);

    public void Forget(int tenant) => _plans.TryRemove(tenant, out _);
}

/// <summary>Reads plans of the current company through the cache.</summary>
internal sealed class PlanStore(ServiceLevelsDbContext db, PlanCache cache, TimeProvider clock)
{
    public async Task<IReadOnlyList<CachedPlan>> PlansAsync(CancellationToken cancellation)
    {
        var now = clock.Now();
        if (cache.Plans(db.CurrentTenantId, now) is { } kept) return kept;
        var plans = await db.Plans.AsNoTracking().Select(p => new CachedPlan(p.Id, p.Scope, p.Name, p.CommunityId, p.Grade, p.InForceId)).ToListAsync(cancellation);
        cache.Keep(db.CurrentTenantId, plans, now);
        return plans;
    }

    /// <summary>A version by its id; the empty id and an unknown one are version 0.</summary>
    public async Task<CachedVersion> GetAsync(Guid versionId, CancellationToken cancellation)
    {
        if (versionId == Guid.Empty) return CachedVersion.Zero(await DefaultNameAsync(cancellation));
        if (cache.TryGet(db.CurrentTenantId, versionId, out var found)) return found;
        var row = await db.Versions.AsNoTracking().FirstOrDefaultAsync(v => v.Id == versionId, cancellation);
        if (row is null) return CachedVersion.Zero("");
        var version = new CachedVersion(row.Id, row.PlanId, row.Number, PlanContent.Deserialize(row.Content));
        cache.Keep(db.CurrentTenantId, version);
        return version;
    }

    public async Task<CachedVersion> InForceAsync(Guid? communityId, string? grade, CancellationToken cancellation)
    {
        var plan = CachedPlan.Applying(await PlansAsync(cancellation), communityId, grade);
        return await GetAsync(plan?.InForceId ?? Guid.Empty, cancellation);
    }

    /// <summary>The default's first; version 0 where nothing is published.</summary>
    public async Task<IReadOnlyList<CachedVersion>> AllInForceAsync(CancellationToken cancellation)
    {
        var published = (await PlansAsync(cancellation)).Where(p => p.InForceId is not null).OrderBy(p => p.Scope == ServicePlan.ScopeOfDefault ? 0 : 1).ThenBy(p => p.Scope, StringComparer.Ordinal);
        var versions = new List<CachedVersion>();
        // From memory, but for a version that was never asked for on this host.
        foreach (var plan in published) versions.Add(await GetAsync(plan.InForceId!.Value, cancellation));
        return versions.Count > 0 ? versions : [await GetAsync(Guid.Empty, cancellation)];
    }

    public void Forget() => cache.Forget(db.CurrentTenantId);

    private async Task<string> DefaultNameAsync(CancellationToken cancellation) =>
        (await PlansAsync(cancellation)).FirstOrDefault(p => p.Scope == ServicePlan.ScopeOfDefault)?.Name ?? "";
}

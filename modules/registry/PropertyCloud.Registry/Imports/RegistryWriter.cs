using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Communities;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Imports;

internal sealed class RegistryWriter(RegistryDbContext db, RegistryBatch batch, CommunityCache cache, ICurrentUser user, SavePlace places, SaveCluster clusters, SaveCommunity communities) : IRegistryWriter
{
    public async Task<RegistryWritten> WriteAsync(IReadOnlyList<RegistryRow> rows, CancellationToken cancellation = default)
    {
        var total = new RegistryWritten(0, 0, 0, 0);
        foreach (var part in rows.Chunk(RegistryBatch.Size))
        {
            var written = await db.RetryAsync(async () =>
            {
                db.ChangeTracker.Clear();
                var applied = await batch.ApplyAsync(part, user.Id, cancellation);
                await db.SaveChangesAsync(cancellation);
                return applied;
            });
            total = new(total.UnitsAdded + written.UnitsAdded, total.UnitsChanged + written.UnitsChanged,
                total.PartiesAdded + written.PartiesAdded, total.RelationsAdded + written.RelationsAdded, total.PhonesAsked + written.PhonesAsked);
        }

        db.ChangeTracker.Clear();
        cache.Forget(db.CurrentTenantId);
        return total;
    }

    public async Task<Guid> AddPlaceAsync(string community, string name, string? cluster, CancellationToken cancellation = default)
    {
        var communityName = community.Trim();
        var communityId = await db.Communities.Where(c => c.Name == communityName).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancellation)
            ?? await communities.HandleAsync(new(null, community, null), cancellation);
        var placeName = name.Trim();
        if (await db.Places.Where(p => p.CommunityId == communityId && p.Name == placeName).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellation) is { } known) return known;
        Guid? clusterId = null;
        if (cluster?.Trim() is { Length: > 0 } clusterName)
        {
            clusterId = await db.Clusters.Where(c => c.CommunityId == communityId && c.Name == clusterName).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancellation)
                ?? await clusters.HandleAsync(new(null, communityId, cluster), cancellation);
        }

        return await places.HandleAsync(new(null, communityId, name, clusterId), cancellation);
    }
}

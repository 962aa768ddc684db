using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Communities;

internal sealed record ClusterDetail(Guid Id, string Name, long Version, Guid CommunityId, string Community, int Households, PageOf<UnitLine> Units);

/// <summary>A cluster with the units that belong to it, by plate.</summary>
internal sealed class ViewCluster(RegistryDbContext db, RegistryReach reach, ICommunityLookup lookup, UnitLines lines) : IUseCase
{
    public async Task<ClusterDetail> HandleAsync(Guid id, int page, CancellationToken cancellation = default)
    {
        var cluster = await reach.ClusterAsync(id, null, cancellation);
        var community = await db.GetAsync<Community>(cluster.CommunityId, cancellation);
        var summary = (await lookup.GetClustersAsync([id], cancellation)).GetValueOrDefault(id);
        return new(id, cluster.Name, cluster.Version, community.Id, community.Name, summary?.Households ?? 0, await lines.PageAsync(db.Units.Where(u => u.ClusterId == id), page, cancellation));
    }
}

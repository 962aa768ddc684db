using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Communities;

/// <summary>Removes a cluster that nothing belongs to and nobody was assigned to.</summary>
internal sealed class RemoveCluster(RegistryDbContext db, RegistryReach reach) : IUseCase
{
    public async Task HandleAsync(Guid id, long? seen, CancellationToken cancellation = default)
    {
        var cluster = await reach.ClusterAsync(id, seen, cancellation);
        var units = await db.Units.CountAsync(u => u.ClusterId == id, cancellation);
        if (units > 0) throw new DomainException("registry.cluster-not-empty", "组团里还有 {0} 套房屋，不能删除。先把它们分到别的组团", units);
        if (await db.Places.AnyAsync(p => p.ClusterId == id, cancellation))
            throw new DomainException("registry.cluster-has-places", "有公共区域属于这个组团，不能删除。先给公共区域换组团");
        await reach.RemoveAsync(RegistryItem.Cluster, cluster, cancellation);
    }
}

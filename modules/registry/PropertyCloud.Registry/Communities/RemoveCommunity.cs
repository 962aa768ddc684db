using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Communities;

/// <summary>Removes a community that was added by mistake: only while nothing is in it.</summary>
internal sealed class RemoveCommunity(RegistryDbContext db, RegistryReach reach, CommunityCache cache) : IUseCase
{
    public async Task HandleAsync(Guid id, long? seen, CancellationToken cancellation = default)
    {
        var community = await reach.CommunityAsync(id, seen, cancellation);
        if (await db.Buildings.AnyAsync(b => b.CommunityId == id, cancellation) || await db.Clusters.AnyAsync(c => c.CommunityId == id, cancellation)
            || await db.Places.AnyAsync(p => p.CommunityId == id, cancellation))
            throw new DomainException("registry.community-not-empty", "小区里还有楼栋、组团或公共区域，不能删除。先把它们删除，或者只改小区的名称");
        await reach.RemoveAsync(RegistryItem.Community, community, cancellation);
        cache.Forget(db.CurrentTenantId);
    }
}

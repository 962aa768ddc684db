using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>Homes, places and clusters that requests were reported at or butlers were assigned to stay. All requests of the company are
/// asked, not only those that the reader sees.</summary>
internal sealed class RegistryUsage(ButlerDbContext db) : IRegistryUsage
{
    public async Task<string?> WhyKeptAsync(RegistryItem item, Guid id, CancellationToken cancellation)
    {
        if (item == RegistryItem.Cluster && await db.Assignments.AnyAsync(a => a.ClusterId == id, cancellation)) return "这个组团安排过管家，记录要保留，不能删除。不用了就改名，把房屋分到别的组团";
        var requests = item switch
        {
            RegistryItem.Community => db.Requests.Where(r => r.CommunityId == id),
            RegistryItem.Cluster => db.Requests.Where(r => r.ClusterId == id),
            RegistryItem.Unit => db.Requests.Where(r => r.UnitId == id),
            _ => db.Requests.Where(r => r.PlaceId == id),
        };
        return await requests.AnyAsync(cancellation) ? "这里办过服务，记录要保留，不能删除。写错了就改名" : null;
    }
}

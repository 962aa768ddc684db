using Microsoft.EntityFrameworkCore;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.ServiceLevels.Data;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>A community that has a plan of its own stays.</summary>
internal sealed class RegistryUsage(ServiceLevelsDbContext db) : IRegistryUsage
{
    public async Task<string?> WhyKeptAsync(RegistryItem item, Guid id, CancellationToken cancellation) =>
        item == RegistryItem.Community && await db.Plans.AnyAsync(p => p.CommunityId == id, cancellation) ? "这个小区有自己的服务方案，不能删除。只改小区的名称" : null;
}

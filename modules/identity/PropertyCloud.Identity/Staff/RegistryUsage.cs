using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Users;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Identity.Staff;

/// <summary>A community that somebody's work is narrowed to stays: without it they would reach the whole company.</summary>
internal sealed class RegistryUsage(IdentityDbContext db) : IRegistryUsage
{
    public async Task<string?> WhyKeptAsync(RegistryItem item, Guid id, CancellationToken cancellation)
    {
        if (item != RegistryItem.Community) return null;
        // Kept as one column: a company's staff are some hundreds at most.
        var narrowed = await db.Users.AsNoTracking().Where(u => u.Kind == UserKind.Staff).Select(u => u.CommunityIds).ToListAsync(cancellation);
        return narrowed.Any(ids => ids.Contains(id)) ? "有员工只负责这个小区，不能删除。先在员工资料里换小区" : null;
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Roles;

/// <summary>Gives the current company the twelve roles with the permissions that modules declare for them. Adds what is
/// missing and takes nothing away; repeating is safe, also on two hosts at once.</summary>
internal sealed class SeedRoles(IdentityDbContext db, ModuleCatalog catalog, TimeProvider clock) : IUseCase
{
    public async Task HandleAsync(CancellationToken cancellation = default)
    {
        var wanted = RoleSeeds.Wanted(catalog.Permissions);
        var hash = RoleSeeds.Hash(wanted);
        await db.RetryAsync(async () =>
        {
            var version = await db.AccessVersionAsync(cancellation);
            if (version.SeededHash == hash) return true;
            await AddMissingAsync(wanted, cancellation);
            version.Seeded(hash);
            await db.SaveChangesAsync(cancellation);
            return true;
        });
    }

    private async Task AddMissingAsync(IReadOnlyDictionary<string, IReadOnlySet<string>> wanted, CancellationToken cancellation)
    {
        var roles = await db.Roles.ToDictionaryAsync(r => r.Name!, cancellation);
        var had = await db.RolePermissions.Select(p => new { p.RoleId, p.Permission }).ToListAsync(cancellation);
        var byRole = had.ToLookup(p => p.RoleId, p => p.Permission);
        foreach (var (code, permissions) in wanted)
        {
            if (!roles.TryGetValue(code, out var role)) db.Roles.Add(role = Role.Seeded(clock, code));
            foreach (var permission in permissions.Except(byRole[role.Id]))
                db.RolePermissions.Add(RolePermission.Of(clock, role, permission));
        }
    }
}

/// <summary>Which permissions each seeded role starts with.</summary>
internal static class RoleSeeds
{
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Wanted(IEnumerable<PermissionDefinition> permissions)
    {
        var all = permissions.ToList();
        return SeededRoles.All.ToDictionary(r => r, IReadOnlySet<string> (r) => all.Where(p => p.Roles.Contains(r)).Select(p => p.Name).ToHashSet());
    }

    public static string Hash(IReadOnlyDictionary<string, IReadOnlySet<string>> wanted)
    {
        var text = string.Join('\n', wanted.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key}:{string.Join(',', r.Value.Order(StringComparer.Ordinal))}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

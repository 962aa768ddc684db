using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Identity.Access;

/// <summary>Reads users and staff of the current company into memory. The context is rented only when something has to be read.</summary>
internal sealed class AccessLoader(IServiceProvider services, ICurrentTenant tenant, AccessCache cache, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ClustersLast = TimeSpan.FromSeconds(5);

    private IdentityDbContext Db => services.GetRequiredService<IdentityDbContext>();

    public async ValueTask<RememberedUser> UserAsync(Guid userId, CancellationToken cancellation)
    {
        var company = await CompanyAsync(cancellation);
        if (company.Users.TryGetValue(userId, out var known) && clock.GetElapsedTime(known.ReadAt) < known.Lasts) return known;
        var fresh = await ReadUserAsync(userId, cancellation);
        company.Remember(userId, fresh);
        return fresh;
    }

    public async ValueTask<StaffDirectory> StaffAsync(CancellationToken cancellation)
    {
        var company = await CompanyAsync(cancellation);
        return company.Staff ??= await ReadStaffAsync(cancellation);
    }

    private ValueTask<CompanyAccess> CompanyAsync(CancellationToken cancellation) => cache.OfAsync(tenant.Id, async () =>
        await Db.AccessVersions.AsNoTracking().Select(v => v.Stamp).SingleOrDefaultAsync(cancellation) ?? "");

    private async Task<RememberedUser> ReadUserAsync(Guid userId, CancellationToken cancellation)
    {
        var user = await Db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == userId, cancellation);
        var readAt = clock.GetTimestamp();
        if (user is not { IsActive: true, SecurityStamp: { } stamp }) return new(null, "", readAt, Lasts);
        var roles = await Db.UserRoles.Where(r => r.UserId == userId).Join(Db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name!).ToListAsync(cancellation);
        var permissions = await Db.UserRoles.Where(r => r.UserId == userId)
            .Join(Db.RolePermissions, r => r.RoleId, p => p.RoleId, (_, p) => p.Permission).Distinct().ToListAsync(cancellation);
        var needsClusters = DataScopes.NeedsClusters(roles);
        var scope = DataScopes.Of(roles, user.CommunityIds, user.Department, needsClusters ? [.. (await ClustersAsync([userId], cancellation))[userId]] : []);
        var access = new UserAccess(user.Id, user.Name, user.PartyId, user.Department, permissions.ToHashSet(StringComparer.Ordinal), scope, roles);
        return new(access, stamp, readAt, needsClusters ? ClustersLast : Lasts);
    }

    /// <summary>Clusters that butlers hold or back up now.</summary>
    public async Task<ILookup<Guid, Guid>> ClustersAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellation) =>
        userIds.Count > 0 && services.GetService<IClusterScopeSource>() is { } source
            ? await source.GetClusterIdsAsync(userIds, cancellation)
            : Array.Empty<Guid>().ToLookup(id => id);

    private async Task<StaffDirectory> ReadStaffAsync(CancellationToken cancellation)
    {
        var users = await Db.Users.AsNoTracking().Where(u => u.Kind == UserKind.Staff).OrderBy(u => u.Name).ThenBy(u => u.Id).ToListAsync(cancellation);
        var pairs = await Db.Users.Where(u => u.Kind == UserKind.Staff)
            .Join(Db.UserRoles, u => u.Id, r => r.UserId, (_, r) => new { r.UserId, r.RoleId })
            .Join(Db.Roles, r => r.RoleId, r => r.Id, (r, role) => new { r.UserId, role.Name }).ToListAsync(cancellation);
        var roles = pairs.ToLookup(p => p.UserId, p => p.Name!);
        return new([.. users.Select(u => new StaffSummary(u.Id, u.Name, u.PhoneNumber, u.Department, u.Title, u.EmployeeNumber, u.Portrait, [.. roles[u.Id]], u.IsActive))],
            users.Where(u => u.CommunityIds.Count > 0).ToDictionary(u => u.Id, u => u.CommunityIds));
    }
}

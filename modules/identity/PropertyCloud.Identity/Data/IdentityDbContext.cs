using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using PropertyCloud.Identity.Access;
using PropertyCloud.Identity.Links;
using PropertyCloud.Identity.PhoneChanges;
using PropertyCloud.Identity.Roles;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Data;

namespace PropertyCloud.Identity.Data;

/// <summary>Users, roles, one-time links and changes of phones. Any change of what somebody may do stamps the company's access version in the
/// same save, so that every host reads it again.</summary>
internal abstract class IdentityDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    private static readonly HashSet<string> NoAccess =
    [
        nameof(User.LastSignInAt), nameof(User.AccessFailedCount), nameof(User.LockoutEnd), nameof(User.ConcurrencyStamp), nameof(User.PasswordHash),
    ];

    public DbSet<User> Users => Set<User>();
    public DbSet<Role> Roles => Set<Role>();
    public DbSet<UserRole> UserRoles => Set<UserRole>();
    public DbSet<RolePermission> RolePermissions => Set<RolePermission>();
    public DbSet<OneTimeLink> Links => Set<OneTimeLink>();
    public DbSet<PhoneChange> PhoneChanges => Set<PhoneChange>();
    public DbSet<AccessVersion> AccessVersions => Set<AccessVersion>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        var changesAccess = ChangeTracker.Entries().Any(ChangesAccess);
        if (changesAccess) await StampAsync(cancellationToken);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (changesAccess) this.GetService<AccessCache>().Forget(CurrentTenantId);
        return rows;
    }

    /// <summary>The company's access version, tracked. A use case whose rule spans several users loads it first: two of them at
    /// once then cannot both save.</summary>
    public async Task<AccessVersion> AccessVersionAsync(CancellationToken cancellation)
    {
        var version = await TryGetAsync<AccessVersion>(AccessVersion.OnlyId, cancellation);
        if (version is null) Add(version = AccessVersion.First());
        return version;
    }

    private async Task StampAsync(CancellationToken cancellation) => (await AccessVersionAsync(cancellation)).Renew();

    private static bool ChangesAccess(EntityEntry entry) => entry.Entity switch
    {
        User when entry.State == EntityState.Modified => entry.Properties.Any(p => p.IsModified && !NoAccess.Contains(p.Metadata.Name)),
        User or UserRole or Role or RolePermission => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted,
        _ => false,
    };
}

internal sealed class SqliteIdentityDbContext(DbContextOptions<SqliteIdentityDbContext> options) : IdentityDbContext(options);

internal sealed class MySqlIdentityDbContext(DbContextOptions<MySqlIdentityDbContext> options) : IdentityDbContext(options);

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Identity.Roles;

/// <summary>A set of permissions in a company. Its name is the stable code (<see cref="Kernel.Security.SeededRoles"/>); what
/// people read is in <see cref="RoleNames"/>.</summary>
internal sealed class Role : IdentityRole<Guid>, IMultiTenant
{
    private Role() { }

    public int TenantId { get; private set; }

    public static Role Seeded(TimeProvider clock, string code) =>
        new() { Id = Ids.New(clock), Name = code, NormalizedName = code.ToUpperInvariant(), ConcurrencyStamp = "seeded" };
}

/// <summary>A user has a role.</summary>
internal sealed class UserRole : IdentityUserRole<Guid>, IMultiTenant
{
    public int TenantId { get; private set; }
}

/// <summary>A role has a permission.</summary>
internal sealed class RolePermission : Entity
{
    private RolePermission() { }

    public Guid RoleId { get; private set; }
    public string Permission { get; private set; } = "";

    public static RolePermission Of(TimeProvider clock, Role role, string permission) => new() { Id = Ids.New(clock), RoleId = role.Id, Permission = permission };
}

internal sealed class RoleConfiguration : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Name).IsCode(40);
        builder.Property(r => r.NormalizedName).IsCode(40);
        builder.Property(r => r.ConcurrencyStamp).IsCode(64).IsConcurrencyToken();
        builder.HasIndex(r => r.NormalizedName).IsUnique();
    }
}

internal sealed class UserRoleConfiguration : IEntityTypeConfiguration<UserRole>
{
    public void Configure(EntityTypeBuilder<UserRole> builder)
    {
        builder.HasKey(r => new { r.UserId, r.RoleId });
        builder.HasOne<Users.User>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Role>().WithMany().HasForeignKey(r => r.RoleId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RolePermissionConfiguration : IEntityTypeConfiguration<RolePermission>
{
    public void Configure(EntityTypeBuilder<RolePermission> builder)
    {
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Permission).IsCode(100);
        builder.HasOne<Role>().WithMany().HasForeignKey(p => p.RoleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => new { p.RoleId, p.Permission }).IsUnique();
    }
}

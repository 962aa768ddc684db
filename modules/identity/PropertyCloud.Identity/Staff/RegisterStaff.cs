using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Roles;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Identity.Staff;

/// <summary>Creates a staff member with roles. Without a password they come in by a one-time link.</summary>
internal sealed class RegisterStaff(IdentityDbContext db, UserManager<User> users, StaffChecks checks, IIdempotency idempotency, ICurrentTenant tenant, TimeProvider clock) : IUseCase
{
    public Task<Guid> HandleAsync(StaffInput input, CancellationToken cancellation) =>
        idempotency.RunAsync(db, "identity.register-staff", input, tell => CreateAsync(input, null, tell, cancellation), cancellation);

    /// <summary>Without a key for repeats: for the company's creation and the demonstration.</summary>
    public Task<Guid> CreateAsync(StaffInput input, string? passwordHash, CancellationToken cancellation) => CreateAsync(input, passwordHash, _ => { }, cancellation);

    private async Task<Guid> CreateAsync(StaffInput input, string? passwordHash, Action<Guid> tell, CancellationToken cancellation)
    {
        input.Validate(isNew: true, tenant.Info?.IsPlatform == true);
        await checks.UniqueAsync(null, input.UserName, input.Phone, cancellation);
        await checks.CommunitiesAsync(input.CommunityIds, cancellation);
        var user = User.NewStaff(clock, input.UserName!.Trim(), input.ToProfile());
        if (passwordHash is not null) user.SetPassword(passwordHash);
        var result = await users.CreateAsync(user);
        if (!result.Succeeded) throw new DomainException("identity.refused", "没有保存：{0}", string.Join(" ", result.Errors.Select(e => e.Code))) { Status = 422 };
        await GiveRolesAsync(user.Id, input.Roles, cancellation);
        db.Audit("identity.staff-created", user.Id, details: new { roles = input.Roles, input.Department });
        tell(user.Id);
        await db.SaveChangesAsync(cancellation);
        return user.Id;
    }

    private async Task GiveRolesAsync(Guid userId, IReadOnlyList<string> codes, CancellationToken cancellation)
    {
        var roles = await db.Roles.Where(r => codes.Contains(r.Name!)).ToListAsync(cancellation);
        if (roles.Count != codes.Distinct().Count()) throw new DomainException("identity.roles-missing", "公司还没有这些角色，请平台重新准备角色");
        foreach (var role in roles) db.UserRoles.Add(new UserRole { UserId = userId, RoleId = role.Id });
    }
}

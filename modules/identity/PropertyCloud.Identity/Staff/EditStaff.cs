using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Roles;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Identity.Staff;

/// <summary>Changes a staff member and their roles; what they may do changes at once. Refused when somebody else saved since
/// the form was shown, and when the company would lose its last administrator.</summary>
internal sealed class EditStaff(IdentityDbContext db, StaffChecks checks, LastAdministrator lastAdministrator, ICurrentTenant tenant) : IUseCase
{
    public async Task HandleAsync(Guid id, StaffInput input, CancellationToken cancellation)
    {
        var user = await db.StaffAsync(id, cancellation);
        input.Validate(isNew: false, tenant.Info?.IsPlatform == true);
        if (input.Version is not null && input.Version != user.ConcurrencyStamp) throw new ChangedMeanwhileException();
        await checks.UniqueAsync(id, null, input.Phone, cancellation);
        await checks.CommunitiesAsync(input.CommunityIds, cancellation);
        var before = new { user.Department, communities = user.CommunityIds };
        user.Edit(input.ToProfile());
        var (given, taken) = await SetRolesAsync(id, input.Roles, cancellation);
        db.Audit("identity.staff-edited", id, details: new { before, after = new { user.Department, communities = user.CommunityIds }, rolesGiven = given, rolesTaken = taken });
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<(IReadOnlyList<string> Given, IReadOnlyList<string> Taken)> SetRolesAsync(Guid id, IReadOnlyList<string> codes, CancellationToken cancellation)
    {
        var roles = await db.Roles.ToListAsync(cancellation);
        var has = await db.UserRoles.Where(r => r.UserId == id).ToDictionaryAsync(r => r.RoleId, cancellation);
        var give = roles.Where(r => codes.Contains(r.Name!) && !has.ContainsKey(r.Id)).ToList();
        var take = roles.Where(r => !codes.Contains(r.Name!) && has.ContainsKey(r.Id)).ToList();
        if (take.Any(r => r.Name == SeededRoles.CompanyAdministrator)) await lastAdministrator.RefuseAsync(id, cancellation);
        foreach (var role in give) db.UserRoles.Add(new UserRole { UserId = id, RoleId = role.Id });
        foreach (var role in take) db.UserRoles.Remove(has[role.Id]);
        return ([.. give.Select(r => r.Name!)], [.. take.Select(r => r.Name!)]);
    }
}

internal static class StaffQueries
{
    /// <summary>The staff member, or 404; a resident's account is none.</summary>
    public static async Task<User> StaffAsync(this IdentityDbContext db, Guid id, CancellationToken cancellation)
    {
        var user = await db.GetAsync<User>(id, cancellation);
        return user.IsResident ? throw DomainException.NotFound() : user;
    }
}

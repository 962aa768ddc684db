using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.PhoneChanges;
using PropertyCloud.Identity.Roles;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Identity.Staff;

/// <summary>Changes a staff member and their roles; what they may do changes at once, a phone that is known only when a second
/// person agrees. Refused when somebody else saved since the form was shown, and when the company would lose its last administrator.</summary>
internal sealed class EditStaff(IdentityDbContext db, StaffChecks checks, LastAdministrator lastAdministrator, PhoneChangeDesk phones, ICurrentUser me, ICurrentTenant tenant) : IUseCase
{
    /// <returns>The change of the phone that waits for a second person, or null where the phone stays or is the first one.</returns>
    public async Task<Guid?> HandleAsync(Guid id, StaffInput input, CancellationToken cancellation)
    {
        var user = await db.StaffAsync(id, cancellation);
        input.Validate(isNew: false, tenant.Info?.IsPlatform == true);
        if (input.Version is not null && input.Version != user.ConcurrencyStamp) throw new ChangedMeanwhileException();
        await checks.UniqueAsync(id, null, input.Phone, cancellation);
        await checks.CommunitiesAsync(input.CommunityIds, cancellation);
        var before = new { user.Department, communities = user.CommunityIds };
        user.Edit(input.ToProfile());
        var phoneChange = await SetPhoneAsync(user, PhoneNumbers.TryNormalize(input.Phone), cancellation);
        var (given, taken) = await SetRolesAsync(id, input.Roles, cancellation);
        db.Audit("identity.staff-edited", id, details: new { before, after = new { user.Department, communities = user.CommunityIds }, rolesGiven = given, rolesTaken = taken });
        await db.SaveChangesAsync(cancellation);
        return phoneChange;
    }

    private async Task<Guid?> SetPhoneAsync(User user, string? phone, CancellationToken cancellation)
    {
        if (phone == user.PhoneNumber) return null;
        if (user.PhoneNumber is { } known) return (await phones.AskAsync(PhoneOwner.Staff(user.Id), known, phone, me.RequireId(), cancellation)).Id;
        user.TakeFirstPhone(phone!);
        return null;
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

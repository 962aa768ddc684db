using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Data;
using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Identity.Staff;

/// <param name="Phone">Whole: only who manages staff opens this.</param>
/// <param name="Version">Comes back with the form when it is saved.</param>
internal sealed record StaffDetails(Guid Id, string UserName, string Name, string? Phone, string? Department, string? Title, string? EmployeeNumber, string? Portrait,
    IReadOnlyList<string> Roles, IReadOnlyList<Guid> CommunityIds, bool IsActive, bool HasPassword, bool IsLocked, DateTime CreatedAt, DateTime? LastSignInAt, string Version);

internal sealed class GetStaff(IdentityDbContext db, TimeProvider clock) : IUseCase
{
    public async Task<StaffDetails> HandleAsync(Guid id, CancellationToken cancellation)
    {
        var user = await db.StaffAsync(id, cancellation);
        var roles = await db.UserRoles.Where(r => r.UserId == id).Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name!).ToListAsync(cancellation);
        return new(user.Id, user.UserName!, user.Name, user.PhoneNumber, user.Department, user.Title, user.EmployeeNumber, user.Portrait, roles, user.CommunityIds,
            user.IsActive, user.PasswordHash is not null, user.IsLockedAt(clock.Now()), user.CreatedAt, user.LastSignInAt, user.ConcurrencyStamp!);
    }
}

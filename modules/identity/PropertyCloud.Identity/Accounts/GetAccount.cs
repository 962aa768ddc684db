using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Accounts;

/// <param name="Phone">Masked.</param>
internal sealed record AccountDetails(Guid Id, string UserName, string Name, string Phone, string? Department, string? Title, string? EmployeeNumber, string? Portrait,
    IReadOnlyList<string> Roles, bool IsResident, bool HasPassword, DateTime? LastSignInAt);

/// <summary>The signed-in user's own account.</summary>
internal sealed class GetAccount(IdentityDbContext db, ICurrentUser me) : IUseCase
{
    public async Task<AccountDetails> HandleAsync(CancellationToken cancellation)
    {
        var id = me.RequireId();
        var user = await db.GetAsync<User>(id, cancellation);
        var roles = await db.UserRoles.Where(r => r.UserId == id).Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name!).ToListAsync(cancellation);
        return new(user.Id, user.UserName!, user.Name, Display.Phone(user.PhoneNumber), user.Department, user.Title, user.EmployeeNumber, user.Portrait, roles,
            user.IsResident, user.PasswordHash is not null, user.LastSignInAt);
    }
}

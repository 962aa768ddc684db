using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using PropertyCloud.Identity.Roles;
using IdentityDbContext = PropertyCloud.Identity.Data.IdentityDbContext;

namespace PropertyCloud.Identity.Users;

/// <summary>The stock store; only its three look-ups by key need to know that keys begin with the tenant. It never saves by
/// itself: a use case saves user, roles and audit entry at once.</summary>
internal sealed class TenantUserStore : UserStore<User, Role, IdentityDbContext, Guid, IdentityUserClaim<Guid>, UserRole, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, IdentityRoleClaim<Guid>>
{
    public TenantUserStore(IdentityDbContext context, IdentityErrorDescriber? describer = null) : base(context, describer) => AutoSaveChanges = false;

    public override Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken = default) =>
        Context.FindAsync<User>([Context.CurrentTenantId, ConvertIdFromString(userId)], cancellationToken).AsTask();

    protected override Task<UserRole?> FindUserRoleAsync(Guid userId, Guid roleId, CancellationToken cancellationToken) =>
        Context.FindAsync<UserRole>([Context.CurrentTenantId, userId, roleId], cancellationToken).AsTask();

    // Tokens are not kept yet (they come with the operator's second factor); asked for, there are none.
    protected override Task<IdentityUserToken<Guid>?> FindTokenAsync(User user, string loginProvider, string name, CancellationToken cancellationToken) =>
        Task.FromResult<IdentityUserToken<Guid>?>(null);
}

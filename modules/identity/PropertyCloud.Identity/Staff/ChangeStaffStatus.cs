using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Links;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Staff;

/// <summary>Ends a staff member's sessions and links at once and refuses their sign-in until reactivated.</summary>
internal sealed class DeactivateStaff(IdentityDbContext db, LastAdministrator lastAdministrator, LinkIssuer links, ICurrentUser me) : IUseCase
{
    public async Task HandleAsync(Guid id, string? reason, CancellationToken cancellation)
    {
        var user = await db.StaffAsync(id, cancellation);
        await lastAdministrator.RefuseAsync(id, cancellation);
        user.Deactivate(me.Id);
        await links.WithdrawAsync(id, cancellation);
        db.Audit("identity.staff-deactivated", id, reason);
        await db.SaveChangesAsync(cancellation);
    }
}

/// <summary>Lets a deactivated staff member sign in again, with the roles and the password they had.</summary>
internal sealed class ReactivateStaff(IdentityDbContext db) : IUseCase
{
    public async Task HandleAsync(Guid id, CancellationToken cancellation)
    {
        var user = await db.StaffAsync(id, cancellation);
        user.Reactivate();
        db.Audit("identity.staff-reactivated", id);
        await db.SaveChangesAsync(cancellation);
    }
}

/// <summary>A one-time link for a staff member; their earlier links stop working.</summary>
internal sealed class IssueStaffLink(IdentityDbContext db, LinkIssuer links) : IUseCase
{
    /// <returns>The whole address. It cannot be shown again.</returns>
    public async Task<string> HandleAsync(Guid id, CancellationToken cancellation)
    {
        var user = await db.StaffAsync(id, cancellation);
        var address = await links.IssueAsync(user, null, cancellation);
        await db.SaveChangesAsync(cancellation);
        return address;
    }
}

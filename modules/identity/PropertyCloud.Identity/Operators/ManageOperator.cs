using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Links;
using PropertyCloud.Identity.Staff;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Identity.Operators;

/// <summary>What one operator does about another one's access; each act is in the audit. Nobody disables their own account, and the last
/// operator who can sign in is never disabled.</summary>
internal sealed class ManageOperator(IssueStaffLink issue, DeactivateStaff deactivate, ReactivateStaff reactivate, LinkIssuer links, IdentityDbContext db, ICurrentTenant tenant) : IUseCase
{
    /// <summary>A one-time link to set the password; earlier ones stop working. Refused for a disabled account.</summary>
    /// <returns>The whole address. It cannot be shown again.</returns>
    public Task<string> IssueLinkAsync(Guid id, CancellationToken cancellation)
    {
        tenant.RequirePlatform();
        return issue.HandleAsync(id, cancellation);
    }

    /// <summary>Links that were given out stop working. Refused with 409 where none works.</summary>
    public async Task WithdrawLinkAsync(Guid id, CancellationToken cancellation)
    {
        tenant.RequirePlatform();
        var user = await db.StaffAsync(id, cancellation);
        if (await links.WithdrawAsync(user.Id, cancellation) == 0) throw new DomainException("identity.no-link", "没有还能用的链接");
        db.Audit("identity.link-withdrawn", user.Id);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Ends their sessions and links at once.</summary>
    public Task DeactivateAsync(Guid id, string? reason, CancellationToken cancellation)
    {
        tenant.RequirePlatform();
        new Check().Required(reason, "reason", "写明停用的原因").Max(reason, 200, "reason").ThrowIfAny();
        return deactivate.HandleAsync(id, reason!.Trim(), cancellation);
    }

    /// <summary>They sign in with the password they had.</summary>
    public Task ReactivateAsync(Guid id, CancellationToken cancellation)
    {
        tenant.RequirePlatform();
        return reactivate.HandleAsync(id, cancellation);
    }
}

internal static class PlatformGuard
{
    /// <summary>On a company's address operators are not there, whatever roles say.</summary>
    public static void RequirePlatform(this ICurrentTenant tenant)
    {
        if (tenant.Info?.IsPlatform != true) throw DomainException.NotFound();
    }
}

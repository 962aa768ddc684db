using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Identity.Links;

/// <summary>Adds a link to what is saved next and withdraws the user's earlier ones.</summary>
internal sealed class LinkIssuer(IdentityDbContext db, ICurrentTenant tenant, IAddresses addresses, TimeProvider clock)
{
    /// <returns>The whole address, from configuration; it cannot be shown again.</returns>
    public async Task<string> IssueAsync(User user, Guid? unitId, CancellationToken cancellation)
    {
        if (!user.IsActive) throw new DomainException("identity.inactive", "这个账号已停用，先恢复再发链接");
        await WithdrawAsync(user.Id, cancellation);
        var token = LinkTokens.New();
        db.Links.Add(OneTimeLink.Issue(clock, user.Id, unitId, token));
        db.Audit("identity.link-issued", user.Id, details: new { unitId });
        return addresses.Of(tenant.Info ?? throw new InvalidOperationException("No tenant."), $"/link/{token}");
    }

    /// <returns>How many of them would still have worked.</returns>
    public async Task<int> WithdrawAsync(Guid userId, CancellationToken cancellation)
    {
        var open = await db.Links.Where(l => l.UserId == userId && l.Status == LinkStatus.Open).ToListAsync(cancellation);
        var worked = open.Count(l => l.WorksAt(clock.Now()));
        foreach (var earlier in open) earlier.Withdraw();
        return worked;
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Auditing;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Tenants.Data;

namespace PropertyCloud.Tenants.Companies;

/// <param name="Who">Operator's name; empty for the command line.</param>
public sealed record CompanyAct(DateTime At, string Action, string Who, string? Reason);

public sealed record CompanyDetails(int TenantId, string Label, string Address, string DisplayName, string TemplateCode, string TimeZoneId, string BrandColour, string Butler, string ButlerEn,
    CompanyStatus Status, string? BlockedReason, DateTime? BlockedAt, DateTime CreatedAt, IReadOnlyList<CompanyAct> Acts);

/// <summary>A company as the operator sees it, with the latest acts of operators on it. Nothing of the company's own data.</summary>
internal sealed class GetCompany(TenantsDbContext db, ICurrentTenant tenant, IAddresses addresses, IStaffLookup staff) : IUseCase
{
    private const int LatestActs = 20;

    public async Task<CompanyDetails> HandleAsync(int tenantId, CancellationToken cancellation = default)
    {
        tenant.RequirePlatform();
        var c = await db.GetCompanyAsync(tenantId, cancellation);
        var address = addresses.Of(new TenantInfo(c.TenantId, c.Label, c.DisplayName, c.TimeZoneId, c.IsBlocked, new HashSet<string>()), "/");
        return new CompanyDetails(c.TenantId, c.Label, address, c.DisplayName, c.TemplateCode, c.TimeZoneId, c.BrandColour, c.WordingButler, c.WordingButlerEn,
            c.Status, c.BlockedReason, c.BlockedAt, c.CreatedAt, await ActsAsync(c.Id, cancellation));
    }

    private async Task<IReadOnlyList<CompanyAct>> ActsAsync(Guid id, CancellationToken cancellation)
    {
        var platform = db.CurrentTenantId;
        var entries = await db.Set<AuditEntry>().AsNoTracking().Where(a => a.TenantId == platform && a.Subject == id).OrderByDescending(a => a.At).Take(LatestActs)
            .Select(a => new { a.At, a.Action, a.ActorId, a.Reason }).ToListAsync(cancellation);
        var who = await staff.GetAsync([.. entries.Select(e => e.ActorId).OfType<Guid>().Distinct()], cancellation);
        return [.. entries.Select(e => new CompanyAct(e.At, e.Action, e.ActorId is { } actor && who.TryGetValue(actor, out var person) ? person.Name : "", e.Reason))];
    }
}

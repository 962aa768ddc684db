using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Tenants.Data;

namespace PropertyCloud.Tenants.Companies;

/// <summary>Blocks a company: from now on (at once on this host, within 2 s on others) its people get a clear page.</summary>
internal sealed class BlockCompany(TenantsDbContext db, ICurrentTenant tenant, ITenantStore store, TimeProvider clock) : IUseCase
{
    public async Task HandleAsync(int tenantId, string reason, CancellationToken cancellation = default)
    {
        tenant.RequirePlatform();
        var company = await db.GetCompanyAsync(tenantId, cancellation);
        company.Block(reason, clock.Now());
        db.Audit("tenants.block", company.Id, reason.Trim(), new { company.TenantId, company.Label });
        await db.SaveCatalogueAsync(cancellation);
        store.Forget(tenantId);
    }
}

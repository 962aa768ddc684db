using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Tenants.Data;

namespace PropertyCloud.Tenants.Companies;

/// <summary>Ends a block; nothing of the company was lost meanwhile.</summary>
internal sealed class ReactivateCompany(TenantsDbContext db, ICurrentTenant tenant, ITenantStore store, TimeProvider clock) : IUseCase
{
    public async Task HandleAsync(int tenantId, CancellationToken cancellation = default)
    {
        tenant.RequirePlatform();
        var company = await db.GetCompanyAsync(tenantId, cancellation);
        var reason = company.BlockedReason;
        company.Reactivate(clock.Now());
        db.Audit("tenants.reactivate", company.Id, reason, new { company.TenantId, company.Label });
        await db.SaveCatalogueAsync(cancellation);
        store.Forget(tenantId);
    }
}

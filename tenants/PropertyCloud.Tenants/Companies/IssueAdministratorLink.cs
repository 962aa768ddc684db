using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Tenants.Data;

namespace PropertyCloud.Tenants.Companies;

/// <summary>A new one-time link for the company's administrator; the earlier link no longer works.</summary>
internal sealed class IssueAdministratorLink(TenantsDbContext db, ICurrentTenant tenant, ITenantStore store, IServiceScopeFactory scopes) : IUseCase
{
    public async Task<string> HandleAsync(int tenantId, CancellationToken cancellation = default)
    {
        tenant.RequirePlatform();
        var company = await db.GetCompanyAsync(tenantId, cancellation);
        if (company.Status != CompanyStatus.Active) throw new DomainException("tenants.not-in-use", "这家公司没有在用，不能发链接");
        var info = await store.FindAsync(tenantId, cancellation) ?? throw DomainException.NotFound();
        var link = await InCompanyAsync(info, company.AdministratorId, cancellation);
        db.Audit("tenants.issue-link", company.Id, null, new { company.TenantId, company.Label });
        await db.SaveChangesAsync(cancellation);
        return link;
    }

    /// <summary>For the administrator who was named at the creation while they are active, else the first active one.</summary>
    private async Task<string> InCompanyAsync(TenantInfo company, Guid? named, CancellationToken cancellation)
    {
        using var inside = tenant.Change(company);
        await using var scope = scopes.CreateAsyncScope();
        var administrators = await scope.ServiceProvider.GetRequiredService<IStaffLookup>().ListAsync(SeededRoles.CompanyAdministrator, null, cancellation);
        var chosen = administrators.FirstOrDefault(a => a.UserId == named) ?? administrators.FirstOrDefault()
            ?? throw new DomainException("tenants.no-administrator", "这家公司没有在用的管理员");
        return await scope.ServiceProvider.GetRequiredService<IStaffAccounts>().IssueLinkAsync(chosen.UserId, cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Tenants.Data;

namespace PropertyCloud.Tenants.Companies;

/// <param name="Address">The company's address with that label, or null where the label cannot be used.</param>
internal sealed record LabelAnswer(string? Address, FieldError? Problem);

/// <summary>Tells while the operator types what the address will be, or why the label cannot be had.</summary>
internal sealed class CheckLabel(TenantsDbContext db, ICurrentTenant tenant, IAddresses addresses) : IUseCase
{
    public async Task<LabelAnswer> HandleAsync(string? typed, CancellationToken cancellation = default)
    {
        tenant.RequirePlatform();
        var label = CompanyLabel.Normalize(typed);
        if (CompanyLabel.Problem(label) is { } problem) return new(null, problem);
        if (await db.Companies.AnyAsync(c => c.Label == label && c.Status != CompanyStatus.Provisioning, cancellation))
            return new(null, new("label", "tenants.label-taken", "这个网址名称已经有人用了，换一个"));
        return new(addresses.Of(new TenantInfo(Company.FirstTenantId, label, label, TimeZones.Default, false, new HashSet<string>()), "/"), null);
    }
}

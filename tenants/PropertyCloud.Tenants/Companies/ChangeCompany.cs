using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Tenants.Data;

namespace PropertyCloud.Tenants.Companies;

/// <param name="Colour"><c>#RRGGBB</c>.</param>
/// <param name="Version">As read before; another one in the meantime is refused.</param>
public sealed record CompanyFacts(string DisplayName, string Colour, string Butler, string ButlerEn, string TimeZone, long Version);

/// <summary>The company's own facts, read and changed by its administrator.</summary>
internal sealed class ChangeCompany(TenantsDbContext db, ICurrentTenant tenant, ITenantStore store, TimeProvider clock) : IUseCase
{
    public async Task<CompanyFacts> ReadAsync(CancellationToken cancellation = default)
    {
        var c = await db.GetCompanyAsync(tenant.RequireCompany(), cancellation);
        return new CompanyFacts(c.DisplayName, c.BrandColour, c.WordingButler, c.WordingButlerEn, c.TimeZoneId, c.Version);
    }

    public async Task HandleAsync(CompanyFacts facts, CancellationToken cancellation = default)
    {
        var id = tenant.RequireCompany();
        new Check().Required(facts.DisplayName, "displayName", "填写公司名称").Max(facts.DisplayName, Company.MaxName, "displayName")
            .Required(facts.Butler, "butler", "填写管家的称呼").Required(facts.ButlerEn, "butlerEn", "填写英文称呼").ThrowIfAny();
        var company = await db.GetCompanyAsync(id, cancellation);
        if (company.Version != facts.Version) throw new ChangedMeanwhileException();
        var now = clock.Now();
        company.Rename(facts.DisplayName, now);
        company.ChangeLook(facts.Colour, new Wording(facts.Butler, facts.ButlerEn), now);
        company.ChangeTimeZone(facts.TimeZone, now);
        db.Audit("tenants.change-company", company.Id, null, Changes(company));
        await db.SaveCatalogueAsync(cancellation);
        store.Forget(id);
    }

    private Dictionary<string, object?[]> Changes(Company company) => db.Entry(company).Properties
        .Where(p => p.Metadata.Name is not (nameof(Company.Version) or nameof(Company.ChangedAt)) && !Equals(p.OriginalValue, p.CurrentValue))
        .ToDictionary(p => p.Metadata.Name, p => new[] { p.OriginalValue, p.CurrentValue });
}

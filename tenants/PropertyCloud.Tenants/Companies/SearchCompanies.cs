using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Tenants.Data;

namespace PropertyCloud.Tenants.Companies;

public sealed record CompanyLine(int TenantId, string Label, string DisplayName, string TemplateCode, string BrandColour, CompanyStatus Status, DateTime CreatedAt);

/// <param name="ByStatus">How many companies match the text, by status.</param>
public sealed record CompaniesFound(PageOf<CompanyLine> Page, IReadOnlyDictionary<CompanyStatus, int> ByStatus);

/// <summary>Companies by name of address or of company; removed ones are not there.</summary>
internal sealed class SearchCompanies(TenantsDbContext db, ICurrentTenant tenant) : IUseCase
{
    public const int PageSize = 20;

    public async Task<CompaniesFound> HandleAsync(string? text, CompanyStatus? status, int page, CancellationToken cancellation = default)
    {
        tenant.RequirePlatform();
        var all = db.Companies.AsNoTracking().Where(c => c.Status != CompanyStatus.Removed);
        if (!string.IsNullOrWhiteSpace(text))
        {
            var sought = text.Trim();
            var label = sought.ToLowerInvariant();
            all = all.Where(c => c.Label.Contains(label) || c.DisplayName.Contains(sought));
        }

        var counts = await all.GroupBy(c => c.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellation);
        var total = status is { } one ? counts.GetValueOrDefault(one) : counts.Values.Sum();
        if (status is not null) all = all.Where(c => c.Status == status);
        var number = Math.Max(1, page);
        var lines = await all.OrderByDescending(c => c.TenantId).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(c => new CompanyLine(c.TenantId, c.Label, c.DisplayName, c.TemplateCode, c.BrandColour, c.Status, c.CreatedAt)).ToListAsync(cancellation);
        return new CompaniesFound(new PageOf<CompanyLine>(lines, number, PageSize, total), counts);
    }
}

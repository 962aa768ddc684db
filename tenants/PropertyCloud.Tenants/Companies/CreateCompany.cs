using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Tenants.Data;
using PropertyCloud.Tenants.Templates;

namespace PropertyCloud.Tenants.Companies;

/// <param name="AdministratorUserName">Sign-in name; also how the administrator is found again when the creation is repeated.</param>
/// <param name="Demonstration">True leaves out the administrator: the demonstration brings its own people.</param>
internal sealed record CreateCompanyRequest(string Label, string DisplayName, string TemplateCode, string AdministratorName, string AdministratorUserName,
    string? AdministratorPhone, bool Demonstration = false);

/// <param name="AdministratorLink">Works once, for 72 h; kept nowhere. Null in the demonstration and where the same form was sent before.</param>
internal sealed record CreatedCompany(int TenantId, string Label, string? AdministratorLink);

/// <summary>Creates a company from a template in one go. Where it broke off, repeating it with the same label goes on; a label that
/// is in use is refused.</summary>
internal sealed class CreateCompany(TenantsDbContext db, ICurrentTenant tenant, ITenantStore store, TemplateCatalogue templates, CompanySetUp setUp,
    IIdempotency idempotency, TimeProvider clock) : IUseCase
{
    public async Task<CreatedCompany> HandleAsync(CreateCompanyRequest request, CancellationToken cancellation = default)
    {
        tenant.RequirePlatform();
        var label = CompanyLabel.Normalize(request.Label);
        var template = Validate(request, label);
        var company = await db.RetryAsync(() => TakeAsync(request, label, template, cancellation));
        store.Forget(company.TenantId);
        // The same form sent twice: the first one has done it, and has shown the link.
        if (company.Status != CompanyStatus.Provisioning) return new CreatedCompany(company.TenantId, company.Label, null);
        try
        {
            var (administratorId, link) = await setUp.RunAsync(Info(company), template, request, cancellation);
            await EndAsync(company.TenantId, c => c.Activate(administratorId, clock.Now()), cancellation);
            return new CreatedCompany(company.TenantId, company.Label, link);
        }
        catch
        {
            // So that the operator can mend the input (a phone that is taken) and go on at once.
            await EndAsync(company.TenantId, c => c.LeaveSetUp(clock.Now()), CancellationToken.None);
            throw;
        }
    }

    private CompanyTemplate Validate(CreateCompanyRequest request, string label)
    {
        var check = new Check();
        if (CompanyLabel.Problem(label) is { } problem) check.That(false, problem.Field, problem.Code, problem.Text, [.. problem.Args]);
        var template = templates.Find(request.TemplateCode);
        check.Required(request.DisplayName, "displayName", "填写公司名称").Max(request.DisplayName, Company.MaxName, "displayName")
            .That(template is not null, "templateCode", "tenants.template-unknown", "选一个服务方案");
        if (!request.Demonstration)
        {
            check.Required(request.AdministratorName, "administratorName", "填写管理员的姓名").Max(request.AdministratorName, 40, "administratorName")
                .Required(request.AdministratorUserName, "administratorUserName", "填写管理员的登录名").Max(request.AdministratorUserName, 40, "administratorUserName");
        }

        check.ThrowIfAny();
        return template!;
    }

    private async Task<Company> TakeAsync(CreateCompanyRequest request, string label, CompanyTemplate template, CancellationToken cancellation)
    {
        Company? begun = null;
        var id = await idempotency.RunAsync(db, "tenants.create", new { label, template.Code },
            async tell => (begun = await BeginAsync(request, label, template, tell, cancellation)).Id, cancellation);
        if (begun is not null) return begun;
        var company = await db.Companies.SingleAsync(c => c.Id == id, cancellation);
        if (company.Status != CompanyStatus.Provisioning) return company;
        company.BeginSetUp(clock.Now());
        await db.SaveCatalogueAsync(cancellation);
        return company;
    }

    /// <summary>Takes the label and the next tenant key, or goes on with a company that was left unfinished.</summary>
    private async Task<Company> BeginAsync(CreateCompanyRequest request, string label, CompanyTemplate template, Action<Guid> tell, CancellationToken cancellation)
    {
        var now = clock.Now();
        var company = await db.Companies.SingleOrDefaultAsync(c => c.Label == label, cancellation);
        if (company is { Status: not CompanyStatus.Provisioning } || (company is not null && company.TemplateCode != template.Code)) throw LabelTaken();
        if (company is null)
        {
            var last = await db.Companies.OrderByDescending(c => c.TenantId).Select(c => (int?)c.TenantId).FirstOrDefaultAsync(cancellation) ?? TenantInfo.Platform;
            company = Company.Create(last + 1, Ids.New(clock), label, request.DisplayName, template.Code, template.Brand, template.Wording, now);
            db.Companies.Add(company);
        }
        else
        {
            company.Rename(request.DisplayName, now);
        }

        company.BeginSetUp(now);
        tell(company.Id);
        db.Audit("tenants.create", company.Id, null, new { company.TenantId, company.Label, company.TemplateCode });
        try
        {
            await db.SaveCatalogueAsync(cancellation);
        }
        catch (DbUpdateException taken) when (DbErrors.IsDuplicateKey(taken))
        {
            // Another creation took the label or the key between the look and the save: look again.
            throw new ChangedMeanwhileException(taken);
        }

        return company;
    }

    private async Task EndAsync(int tenantId, Action<Company> end, CancellationToken cancellation)
    {
        await db.RetryAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var company = await db.GetCompanyAsync(tenantId, cancellation);
            end(company);
            await db.SaveCatalogueAsync(cancellation);
            return company.TenantId;
        });
        store.Forget(tenantId);
    }

    private static TenantInfo Info(Company company) => new(company.TenantId, company.Label, company.DisplayName, company.TimeZoneId, false, new HashSet<string>());

    private static DomainException LabelTaken() => new("tenants.label-taken", "这个网址名称已经有人用了，换一个") { Status = 409, Field = "label" };
}

using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Tenants.Templates;

namespace PropertyCloud.Tenants.Companies;

/// <summary>Fills a new company in its own tenant: roles, the template's sections, the administrator. Each step bears being repeated.</summary>
internal sealed class CompanySetUp(IServiceScopeFactory scopes, ICurrentTenant tenant, ITenantStore store)
{
    public async Task<(Guid? AdministratorId, string? Link)> RunAsync(TenantInfo company, CompanyTemplate template, CreateCompanyRequest request, CancellationToken cancellation)
    {
        // With its features, as soon as the store knows them.
        using var inside = tenant.Change(await store.FindAsync(company.Id, cancellation) ?? company);
        await InScopeAsync(services => services.GetRequiredService<IStaffAccounts>().SeedRolesAsync(cancellation));
        foreach (var section in await SectionsAsync())
            if (template.Section(section) is { } content)
                await InScopeAsync(services => services.GetServices<ITemplateSection>().Single(s => s.Section == section).ApplyAsync(content, cancellation));
        return request.Demonstration ? (null, null) : await AdministratorAsync(request, cancellation);
    }

    private async Task<IReadOnlyList<string>> SectionsAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        return [.. scope.ServiceProvider.GetServices<ITemplateSection>().Select(s => s.Section)];
    }

    private async Task<(Guid?, string?)> AdministratorAsync(CreateCompanyRequest request, CancellationToken cancellation)
    {
        var id = Guid.Empty;
        string? link = null;
        await InScopeAsync(async services =>
        {
            var accounts = services.GetRequiredService<IStaffAccounts>();
            // There is one already when an earlier run broke off after this step.
            var present = await services.GetRequiredService<IStaffLookup>().ListAsync(SeededRoles.CompanyAdministrator, null, cancellation);
            id = present.Count > 0
                ? present[0].UserId
                : await accounts.CreateAsync(new NewStaff(request.AdministratorUserName.Trim(), request.AdministratorName.Trim(),
                    string.IsNullOrWhiteSpace(request.AdministratorPhone) ? null : request.AdministratorPhone.Trim(), SeededRoles.CompanyAdministrator), cancellation);
            link = await accounts.IssueLinkAsync(id, cancellation);
        });
        return (id, link);
    }

    private async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }
}

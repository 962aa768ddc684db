using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Tenants.Data;
using PropertyCloud.Tenants.Templates;

namespace PropertyCloud.Tenants.Demo;

/// <summary>Empties the installation before the demonstration is loaded anew.</summary>
internal sealed class DemoReset(IServiceScopeFactory scopes, IDatabaseMigrator migrator, ModuleCatalog modules, ITenantStore store, TemplateCatalogue templates)
{
    /// <summary>Labels of companies that are not the demonstration's; with any of them the installation is not emptied.</summary>
    public async Task<IReadOnlyList<string>> FindOthersAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TenantsDbContext>();
        var own = templates.All.Select(t => t.Code).ToList();
        return await db.Companies.Where(c => !own.Contains(c.Label)).OrderBy(c => c.TenantId).Select(c => c.Label).Take(20).ToListAsync(cancellation);
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        await using (var scope = scopes.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<TenantsDbContext>().Database.EnsureDeletedAsync(cancellation);
        await migrator.MigrateAsync(cancellation);
        store.Forget(TenantInfo.Platform);
        foreach (var module in modules.Modules)
        {
            await using var scope = scopes.CreateAsyncScope();
            await module.StartAsync(scope.ServiceProvider, cancellation);
        }
    }
}

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Tenants.Addresses;
using PropertyCloud.Tenants.Companies;
using PropertyCloud.Tenants.Data;
using PropertyCloud.Tenants.Demo;
using PropertyCloud.Tenants.Lists;
using PropertyCloud.Tenants.Store;
using PropertyCloud.Tenants.Templates;
using PropertyCloud.Theme.Brand;

namespace PropertyCloud.Tenants;

/// <summary>The companies on this platform: catalogue, templates, creation, the operator's pages and the demonstration.</summary>
[Module("tenants", DependsOn = ["identity"], AlwaysOn = true)]
public sealed class TenantsModule : PropertyCloudModule
{
    public override IEnumerable<PermissionDefinition> Permissions => TenantsPermissions.All;

    public override IEnumerable<MenuEntry> Menu =>
    [
        new(MenuPlace.Platform, 10, "公司", "building", "/platform", TenantsPermissions.Operate),
        new(MenuPlace.Setting, 10, "公司资料", "palette", "/company", TenantsPermissions.Company),
    ];

    public override void ConfigureServices(ModuleContext context)
    {
        var services = context.Services;
        context.AddDbContext<TenantsDbContext, SqliteTenantsDbContext, MySqlTenantsDbContext>();
        services.AddSingleton<TenantStore>();
        services.AddSingleton<ITenantStore>(s => s.GetRequiredService<TenantStore>());
        services.AddHostedService<TenantStorePoller>();
        services.AddScoped<IBrandSource, BrandSource>();
        services.AddScoped<IWordingSource, WordingSource>();
        services.AddSingleton<TemplateCatalogue>();
        services.AddScoped<TemplatePromises>();
        services.AddScoped<CompanySetUp>();
        services.AddScoped<ITemplateSection, ListsSection>();
        services.AddSingleton<Microsoft.AspNetCore.Routing.MatcherPolicy, AddressPolicy>();
        if (!context.Configuration.GetValue(DemoClock.Switch, false)) return;
        services.AddScoped<DemoLoader>();
        services.AddScoped<DemoReset>();
        DemoClock.Register(services);
    }

    public override void MapEndpoints(IEndpointRouteBuilder api) => CompanyEndpoints.Map(api);
}

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.ServiceLevels.Breaches;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Data;
using PropertyCloud.ServiceLevels.Demo;
using PropertyCloud.ServiceLevels.Plans;

namespace PropertyCloud.ServiceLevels;

/// <summary>What a company promises and by when: plans, clocks, calendars and breaches.</summary>
[Module("service-levels", DependsOn = ["identity", "registry"])]
public sealed class ServiceLevelsModule : PropertyCloudModule
{
    public override IEnumerable<PermissionDefinition> Permissions => ServiceLevelsPermissions.All;

    public override IEnumerable<MenuEntry> Menu =>
    [
        new(MenuPlace.Rail, 60, "超时", "alarm", "/breaches", ServiceLevelsPermissions.Breaches),
        new(MenuPlace.Setting, 20, "服务方案", "clipboard-check", "/plan", ServiceLevelsPermissions.View),
        new(MenuPlace.Setting, 25, "服务日历", "calendar", "/calendar", ServiceLevelsPermissions.View),
    ];

    public override void ConfigureServices(ModuleContext context)
    {
        context.AddDbContext<ServiceLevelsDbContext, SqliteServiceLevelsDbContext, MySqlServiceLevelsDbContext>();
        context.Services.AddSingleton<PlanCache>();
        context.Services.AddScoped<PlanStore>();
        context.Services.AddScoped<PromiseWriter>();
        context.Services.AddScoped<PlanMatrix>();
        context.Services.AddScoped<IPlanLookup, PlanLookup>();
        context.Services.AddScoped<Registry.Contracts.IRegistryUsage, RegistryUsage>();
        context.Services.AddScoped<ITemplateSection, PlanTemplate>();
        context.Services.AddScoped<IDemoContributor, ServiceLevelsDemo>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder api)
    {
        PlanEndpoints.Map(api);
        BreachEndpoints.Map(api);
    }
}

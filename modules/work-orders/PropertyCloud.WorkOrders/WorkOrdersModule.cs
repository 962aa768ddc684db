using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.WorkOrders.Contracts;
using PropertyCloud.WorkOrders.Data;
using PropertyCloud.WorkOrders.Demonstration;
using PropertyCloud.WorkOrders.Orders;

namespace PropertyCloud.WorkOrders;

/// <summary>Work orders of the four departments. Hears butler's events; calls only what stands below it.</summary>
[Module("work-orders", DependsOn = ["identity", "registry", "service-levels"])]
public sealed class WorkOrdersModule : PropertyCloudModule
{
    public override IEnumerable<PermissionDefinition> Permissions => WorkOrdersPermissions.All;

    public override IEnumerable<MenuEntry> Menu =>
    [
        new(MenuPlace.StaffTab, 20, "工单|部门", "clipboard-list", "/orders", WorkOrdersPermissions.Take),
        new(MenuPlace.Rail, 25, "部门工单", "clipboard-list", "/orders", WorkOrdersPermissions.View),
    ];

    public override void ConfigureServices(ModuleContext context)
    {
        context.AddDbContext<WorkOrdersDbContext, SqliteWorkOrdersDbContext, MySqlWorkOrdersDbContext>();
        context.Services.AddScoped<IWorkOrderLookup, WorkOrderLookup>();
        context.Services.AddScoped<OrderAccess>();
        context.Services.AddScoped<OrderChanges>();
        context.Services.AddScoped<OrderNames>();
        context.Services.AddScoped<OrderWords>();
        context.Services.AddScoped<OrderChips>();
        context.Services.AddScoped<IDemoContributor, WorkOrdersDemo>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder api) => OrderEndpoints.Map(api);
}

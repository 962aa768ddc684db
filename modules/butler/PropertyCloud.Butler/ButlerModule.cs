using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Duty;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Butler.Residents;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Files;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Settings;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Contracts;
using static PropertyCloud.Kernel.Web.MenuPlace;
using static PropertyCloud.ServiceLevels.Contracts.RequestKinds;

namespace PropertyCloud.Butler;

/// <summary>One butler for each owner: requests from report to archive, call-backs, hand-overs, who looks after whom.</summary>
[Module("butler", DependsOn = ["identity", "registry", "service-levels", "work-orders"])]
public sealed class ButlerModule : PropertyCloudModule
{
    public override IEnumerable<PermissionDefinition> Permissions => ButlerPermissions.All;
    public override IEnumerable<SettingDefinition> Settings => ButlerSettings.All;

    public override IEnumerable<MenuEntry> Menu =>
    [
        new(StaffTab, 10, "今日", "sun", "/today", ButlerPermissions.Work),
        new(StaffTab, 20, "工单", "clipboard-list", "/requests", ButlerPermissions.Work),
        new(StaffTab, 30, "记一单", "plus", "/requests/new", ButlerPermissions.ReportFor, Centre: true),
        new(Rail, 10, "今日", "sun", "/today", ButlerPermissions.Work),
        new(Rail, 20, "调度台", "layout-kanban", "/board", ButlerPermissions.Board),
        new(Rail, 25, "工单", "clipboard-list", "/requests", ButlerPermissions.Work),
        new(Rail, 30, "回访", "phone-call", "/call-backs", ButlerPermissions.CallBack),
        new(Rail, 35, "月度移交", "file-check", "/hand-over", ButlerPermissions.HandOver),
        new(Rail, 36, "月度移交", "file-check", "/hand-over", ButlerPermissions.HandOverReceive),
        new(Setting, 40, "管家与组团", "users-group", "/assignments", ButlerPermissions.Assign),
        new(Setting, 41, "值班", "clock-hour-4", "/duty", ButlerPermissions.Assign),
        new(Setting, 42, "服务目录", "list-details", "/catalogue", ButlerPermissions.Catalogue),
        new(ResidentTab, 10, "首页", "home", "/home", ButlerPermissions.Ask),
        new(ResidentTab, 20, "我的服务", "list-check", "/home/requests", ButlerPermissions.Ask),
        Tile(10, "报修", "tool", Repair), Tile(20, "投诉", "message-report", Complaint), Tile(30, "咨询", "help-circle", Enquiry),
        Tile(40, "报事", "alert-circle", Report), Tile(50, "建议", "bulb", Suggestion), Tile(60, "表扬", "heart", Praise),
        Tile(70, "特约服务", "sparkles", ServiceOrder), Tile(80, "委托代办", "shopping-bag", Errand),
    ];

    private static MenuEntry Tile(int order, string text, string icon, string kind) => new(ResidentTile, order, text, icon, $"/home/ask/{kind}", ButlerPermissions.Ask);

    public override void ConfigureServices(ModuleContext context)
    {
        context.AddDbContext<ButlerDbContext, SqliteButlerDbContext, MySqlButlerDbContext>();
        var services = context.Services;
        services.AddScoped<Actors>();
        services.AddScoped<RequestEditor>();
        services.AddScoped<RequestAccess>();
        services.AddScoped<WhereaboutsFinder>();
        services.AddScoped<PhotoKeeper>();
        services.AddScoped<HandOvers.HandOverMonth>();
        services.AddScoped<HandOvers.HandOverReceiver>();
        services.AddScoped<HandOvers.HandOverInbox>();
        services.AddScoped<Catalogue.PlanSeverities>();
        services.AddScoped<Assignments.ButlerLoads>();
        services.AddScoped<RequestNames>();
        services.AddScoped<ResidentScope>();
        services.AddScoped<DutyRoster>();
        services.AddScoped<IRequestLookup, RequestLookup>();
        services.AddScoped<ServiceLevels.Contracts.IClockSubjectSource, RequestClockSource>();
        services.AddScoped<IBlobAccess, RequestBlobAccess>();
        services.AddScoped<IHouseholdHistorySource, RequestHistorySource>();
        services.AddScoped<IRegistryUsage, RegistryUsage>();
        services.AddScoped<IClusterScopeSource, ClusterScopeSource>();
        services.AddScoped<ITemplateSection, Catalogue.CatalogueSection>();
        services.AddScoped<IDemoContributor, Demo.ButlerDemo>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder api)
    {
        RequestEndpoints.Map(api);
        CallBacks.CallBackEndpoints.Map(api);
        HandOvers.HandOverEndpoints.Map(api);
        Assignments.AssignmentEndpoints.Map(api);
        Duty.DutyEndpoints.Map(api);
        Catalogue.CatalogueEndpoints.Map(api);
    }
}

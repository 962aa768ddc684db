using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Communities;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.Demo;
using PropertyCloud.Registry.Households;
using PropertyCloud.Registry.Imports;
using PropertyCloud.Registry.Parties;
using PropertyCloud.Registry.ServiceCards;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry;

/// <summary>Who lives where: communities, buildings, units, public places, clusters, parties with their dated relations, and
/// the service card of each unit.</summary>
[Module("registry", DependsOn = ["identity"])]
public sealed class RegistryModule : PropertyCloudModule
{
    /// <summary>Topic that open pages of this module look again by.</summary>
    internal const string Topic = "registry";

    public override IEnumerable<PermissionDefinition> Permissions => RegistryPermissions.All;

    public override IEnumerable<MenuEntry> Menu =>
    [
        new(MenuPlace.StaffTab, 40, "住户|栏", "users", "/households", RegistryPermissions.View),
        new(MenuPlace.Rail, 30, "住户|栏", "users", "/households", RegistryPermissions.View),
        new(MenuPlace.Setting, 30, "房产与组团", "building", "/registry", RegistryPermissions.Arrange),
        new(MenuPlace.Setting, 31, "导入", "upload", "/registry/import", RegistryPermissions.Import),
    ];

    public override IEnumerable<PropertyCloud.Kernel.Settings.SettingDefinition> Settings => RegistrySettings.All;

    public override void ConfigureServices(ModuleContext context)
    {
        context.AddDbContext<RegistryDbContext, SqliteRegistryDbContext, MySqlRegistryDbContext>();
        var services = context.Services;
        services.AddSingleton<CommunityCache>();
        services.AddScoped<ICommunityLookup, CommunityLookup>();
        services.AddScoped<IUnitLookup, UnitLookup>();
        services.AddScoped<IPartyLookup, PartyLookup>();
        services.AddScoped<IRegistryWriter, RegistryWriter>();
        services.AddScoped<RegistryBatch>();
        services.AddScoped<HouseholdQuery>();
        services.AddScoped<RegistryReach>();
        services.AddScoped<UnitLines>();
        services.AddScoped<CardAddress>();
        services.AddScoped<ImportFiles>();
        services.AddScoped<IDemoContributor, RegistryDemo>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder api)
    {
        CommunityEndpoints.Map(api);
        BuildingEndpoints.Map(api);
        HouseholdEndpoints.Map(api);
        ImportEndpoints.Map(api);
        ServiceCardEndpoints.Map(api);
    }
}

using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Settings;
using PropertyCloud.Kernel.Web;
using PropertyCloud.LostAndFound.Data;
using PropertyCloud.LostAndFound.Items;

namespace PropertyCloud.LostAndFound;

/// <summary>失物招领: what was found in the community, and who got it back.</summary>
[Module("lost-and-found", DependsOn = ["identity", "butler"])]
public sealed class LostAndFoundModule : PropertyCloudModule
{
    public override IEnumerable<PermissionDefinition> Permissions =>
        [new(KeepPermission, "登记和发还失物", SeededRoles.FrontDesk, SeededRoles.Supervisor, SeededRoles.CompanyAdministrator)];

    public override IEnumerable<SettingDefinition> Settings => [KeepDays];
    public override IEnumerable<MenuEntry> Menu => [new(MenuPlace.Rail, 75, "失物招领", "package", "/lost-and-found", KeepPermission)];

    internal const string KeepPermission = "lost-and-found.keep";
    internal static readonly SettingDefinition<int> KeepDays = new("lost-and-found.keep-days", 90, "失物保管几天");

    public override void ConfigureServices(ModuleContext context) =>
        context.AddDbContext<LostAndFoundDbContext, SqliteLostAndFoundDbContext, MySqlLostAndFoundDbContext>();

    public override void MapEndpoints(IEndpointRouteBuilder api) => ItemEndpoints.Map(api);
}

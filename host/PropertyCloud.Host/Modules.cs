using PropertyCloud.Butler;
using PropertyCloud.Identity;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Notifications;
using PropertyCloud.Registry;
using PropertyCloud.ServiceLevels;
using PropertyCloud.Tenants;
using PropertyCloud.Theme;
using PropertyCloud.WorkOrders;

namespace PropertyCloud.Host;

/// <summary>The one list of modules. The kernel sorts them by dependency.</summary>
internal static class Modules
{
    public static IEnumerable<PropertyCloudModule> All() =>
    [
        new ThemeModule(),
        new TenantsModule(),
        new IdentityModule(),
        new RegistryModule(),
        new ServiceLevelsModule(),
        new WorkOrdersModule(),
        new ButlerModule(),
        new NotificationsModule(),
    ];
}

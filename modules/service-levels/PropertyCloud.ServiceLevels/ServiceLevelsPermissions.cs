using PropertyCloud.Kernel.Security;

namespace PropertyCloud.ServiceLevels;

internal static class ServiceLevelsPermissions
{
    public const string View = "service-levels.view";
    public const string Edit = "service-levels.edit";
    public const string Publish = "service-levels.publish";
    public const string Breaches = "service-levels.breaches";

    public static readonly PermissionDefinition[] All =
    [
        new(View, "查看服务方案", SeededRoles.CompanyAdministrator, SeededRoles.CentreDirector, SeededRoles.Supervisor, SeededRoles.Butler, SeededRoles.FrontDesk,
            SeededRoles.DepartmentHead, SeededRoles.Staff, SeededRoles.Inspector),
        new(Edit, "修改服务方案", SeededRoles.CompanyAdministrator, SeededRoles.CentreDirector),
        new(Publish, "发布服务方案", SeededRoles.CompanyAdministrator, SeededRoles.CentreDirector),
        new(Breaches, "查看超时", SeededRoles.CompanyAdministrator, SeededRoles.CentreDirector, SeededRoles.Supervisor),
    ];
}

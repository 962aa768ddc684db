using PropertyCloud.Kernel.Security;
using static PropertyCloud.Kernel.Security.SeededRoles;

namespace PropertyCloud.Registry;

internal static class RegistryPermissions
{
    public const string View = "registry.view";
    public const string Edit = "registry.edit";
    public const string Arrange = "registry.arrange";
    public const string Import = "registry.import";
    public const string Reveal = "registry.reveal";
    public const string ExportUnmasked = "registry.export-unmasked";
    public const string Invite = "registry.invite";
    public const string OwnCard = "registry.own-card";

    public static readonly IReadOnlyList<PermissionDefinition> All =
    [
        new(View, "查看住户", Butler, Supervisor, FrontDesk, CentreDirector, CompanyAdministrator, DepartmentHead),
        new(Edit, "修改住户", Butler, Supervisor, FrontDesk, CentreDirector, CompanyAdministrator),
        new(Arrange, "修改房产和组团", Supervisor, CentreDirector, CompanyAdministrator),
        new(Import, "导入房产和住户", CompanyAdministrator, CentreDirector, Supervisor),
        new(Reveal, "查看完整电话", Butler, Supervisor, FrontDesk, CompanyAdministrator),
        new(ExportUnmasked, "导出不遮住的电话", CompanyAdministrator),
        new(Invite, "发住户登录链接", Butler, Supervisor, FrontDesk, CompanyAdministrator),
        new(OwnCard, "看自己的服务卡", Resident),
    ];
}

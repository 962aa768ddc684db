using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity;

internal static class IdentityPermissions
{
    /// <summary>Create staff, give roles, deactivate, issue one-time links.</summary>
    public const string Staff = "identity.staff";

    /// <summary>See who works where: departments with heads and staff.</summary>
    public const string Organisation = "identity.organisation";

    public static readonly IReadOnlyList<PermissionDefinition> All =
    [
        new(Staff, "管理员工、角色和登录", SeededRoles.CompanyAdministrator),
        new(Organisation, "查看组织架构", [.. SeededRoles.All.Where(r => r is not (SeededRoles.Resident or SeededRoles.PlatformOperator))]),
    ];
}

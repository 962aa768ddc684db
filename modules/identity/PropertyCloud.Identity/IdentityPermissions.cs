using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity;

internal static class IdentityPermissions
{
    /// <summary>Create staff, give roles, deactivate, issue one-time links.</summary>
    public const string Staff = "identity.staff";

    /// <summary>See who works where: departments with heads and staff.</summary>
    public const string Organisation = "identity.organisation";

    /// <summary>See the changes of phones that one asked for.</summary>
    public const string Phones = "identity.phones";

    /// <summary>Be the second person who agrees to a changed phone, or refuses it.</summary>
    public const string ApprovePhones = Contracts.PhonePermissions.Approve;

    /// <summary>Invite and disable operators and issue their links; counts on the platform's own address only.</summary>
    public const string Operators = "identity.operators";

    public static readonly IReadOnlyList<PermissionDefinition> All =
    [
        new(Staff, "管理员工、角色和登录", SeededRoles.CompanyAdministrator),
        new(Organisation, "查看组织架构", [.. SeededRoles.All.Where(r => r is not (SeededRoles.Resident or SeededRoles.PlatformOperator))]),
        new(Phones, "查看自己提出的手机号变更", SeededRoles.CompanyAdministrator, SeededRoles.CentreDirector, SeededRoles.Supervisor, SeededRoles.FrontDesk, SeededRoles.Butler),
        new(ApprovePhones, "核对别人提出的手机号变更", SeededRoles.CompanyAdministrator, SeededRoles.CentreDirector, SeededRoles.Supervisor),
        new(Operators, "管理平台的运营人员", SeededRoles.PlatformOperator),
    ];
}

using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Tenants;

internal static class TenantsPermissions
{
    /// <summary>Lists, creates, blocks and reactivates companies; counts on the platform's own address only.</summary>
    public const string Operate = "tenants.operate";

    /// <summary>Changes the company's name, colour, wording and lists.</summary>
    public const string Company = "tenants.company";

    public static readonly IReadOnlyList<PermissionDefinition> All =
    [
        new(Operate, "管理平台上的公司", SeededRoles.PlatformOperator),
        new(Company, "修改公司资料", SeededRoles.CompanyAdministrator),
    ];
}

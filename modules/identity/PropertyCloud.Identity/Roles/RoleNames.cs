using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Roles;

/// <summary>What people read for the codes of roles and departments: Chinese originals, translated by en.json.</summary>
internal static class RoleNames
{
    private static readonly Dictionary<string, string> DepartmentNames = new(StringComparer.Ordinal)
    {
        [Departments.CustomerService] = "客户服务部",
        [Departments.OrderKeeping] = "秩序维护部",
        [Departments.Environment] = "环境部",
        [Departments.Engineering] = "工程部",
    };

    public static string OfRole(string code) => Theme.Layout.RoleNames.Of(code);

    public static string OfDepartment(string? code) => code is null ? "不属于部门" : DepartmentNames.GetValueOrDefault(code, code);

    /// <summary>Roles that a company gives to its staff, in the order of the list.</summary>
    public static readonly IReadOnlyList<string> ForStaff = [.. SeededRoles.All.Where(r => r is not (SeededRoles.Resident or SeededRoles.PlatformOperator))];
}

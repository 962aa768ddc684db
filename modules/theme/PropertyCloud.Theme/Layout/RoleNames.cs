using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Theme.Layout;

/// <summary>The seeded roles as people call them (Chinese originals).</summary>
public static class RoleNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        [SeededRoles.CompanyAdministrator] = "公司管理员",
        [SeededRoles.CentreDirector] = "中心负责人",
        [SeededRoles.Supervisor] = "客服主管",
        [SeededRoles.Butler] = "{butler}",
        [SeededRoles.FrontDesk] = "前台",
        [SeededRoles.DepartmentHead] = "部门主管",
        [SeededRoles.Staff] = "部门员工",
        [SeededRoles.Cashier] = "收费员",
        [SeededRoles.FinanceApprover] = "财务审批",
        [SeededRoles.Inspector] = "检查员",
        [SeededRoles.Resident] = "住户|角色",
        [SeededRoles.PlatformOperator] = "平台运营|角色",
    };

    public static string Of(string role) => Names.GetValueOrDefault(role, role);
}

using PropertyCloud.Kernel.Security;

namespace PropertyCloud.WorkOrders;

internal static class WorkOrdersPermissions
{
    /// <summary>Sees the orders that the own data scope reaches.</summary>
    public const string View = "work-orders.view";

    /// <summary>Sees the orders of every department and community.</summary>
    public const string ViewAll = "work-orders.view-all";
    public const string Take = "work-orders.take";
    public const string Assign = "work-orders.assign";

    public static readonly IReadOnlyList<PermissionDefinition> All =
    [
        new(View, "看工单", SeededRoles.Staff, SeededRoles.DepartmentHead, SeededRoles.Butler, SeededRoles.FrontDesk, SeededRoles.Supervisor, SeededRoles.CentreDirector, SeededRoles.CompanyAdministrator),
        new(ViewAll, "看全公司的工单", SeededRoles.CentreDirector, SeededRoles.CompanyAdministrator, SeededRoles.FrontDesk),
        new(Take, "接单和办理工单", SeededRoles.Staff, SeededRoles.DepartmentHead),
        new(Assign, "指派和转派工单", SeededRoles.DepartmentHead, SeededRoles.Supervisor, SeededRoles.CentreDirector, SeededRoles.FrontDesk),
    ];
}

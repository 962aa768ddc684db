using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Access;

/// <summary>Which rows a user's roles reach; who has several roles has the widest.</summary>
internal static class DataScopes
{
    public static bool NeedsClusters(IReadOnlyCollection<string> roles) => roles.Contains(SeededRoles.Butler);

    /// <param name="communities">What the user is narrowed to; empty is the whole company.</param>
    /// <param name="clusters">Clusters that a butler holds or backs up.</param>
    public static DataScope Of(IReadOnlyCollection<string> roles, IReadOnlyList<Guid> communities, string? department, IReadOnlyList<Guid> clusters) =>
        roles.Select(role => OfRole(role, communities, department, clusters)).MaxBy(scope => scope.Kind) ?? DataScope.Nothing;

    private static DataScope OfRole(string role, IReadOnlyList<Guid> communities, string? department, IReadOnlyList<Guid> clusters) => role switch
    {
        SeededRoles.CompanyAdministrator or SeededRoles.CentreDirector => DataScope.Company,
        SeededRoles.Supervisor or SeededRoles.FrontDesk or SeededRoles.Cashier or SeededRoles.FinanceApprover or SeededRoles.Inspector =>
            communities.Count == 0 ? DataScope.Company : new(DataScopeKind.Community, communities),
        SeededRoles.Butler => new(DataScopeKind.Cluster, clusters),
        // Without a department the scope would reach rows that have none.
        SeededRoles.DepartmentHead or SeededRoles.Staff => department is null ? new(DataScopeKind.Own, []) : new(DataScopeKind.Department, communities, department),
        SeededRoles.Resident => new(DataScopeKind.Own, []),
        _ => DataScope.Nothing,
    };
}

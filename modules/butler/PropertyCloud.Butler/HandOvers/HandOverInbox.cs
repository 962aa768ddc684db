using PropertyCloud.Butler.Data;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.HandOvers;

/// <summary>Which months the current user receives; scoped. The plan names a role (R44, R80); the centre's director stands above it, and
/// of the department heads it is the butlers' own. Who is narrowed to communities receives from the butlers who work there.</summary>
internal sealed class HandOverInbox(ButlerDbContext db, ICurrentUser user)
{
    public IQueryable<HandOver> Received()
    {
        if (user.Access is not { } access || !user.Has(ButlerPermissions.HandOverReceive)) return db.HandOvers.Where(_ => false);
        var roles = ReceivingRoles(access).ToList();
        var (isDirector, me) = (access.Roles.Contains(SeededRoles.CentreDirector), access.Id);
        var months = db.HandOvers.Where(h => h.Status != HandOverStatus.Draft && h.ButlerId != me && (isDirector || roles.Contains(h.ReceiverRole)));
        if (user.Scope.Kind != DataScopeKind.Community) return months;
        var communities = user.Scope.Ids.ToList();
        return months.Where(h => db.Assignments.Any(a => a.ButlerId == h.ButlerId && communities.Contains(a.CommunityId)));
    }

    public static IEnumerable<string> ReceivingRoles(UserAccess access) =>
        access.Roles.Where(r => r != SeededRoles.DepartmentHead || access.Department == Departments.CustomerService);
}

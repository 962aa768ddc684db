using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Duty;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Assignments;

/// <param name="Now">The arrangement of today, or null: nobody.</param>
internal sealed record ClusterLine(ClusterSummary Cluster, string Community, Assignment? Now, Assignment? Next);

internal sealed record AssignmentList(IReadOnlyList<ClusterLine> Clusters, IReadOnlyDictionary<Guid, ButlerLoad> Loads, IReadOnlyDictionary<Guid, StaffSummary> Staff, IReadOnlyList<StaffSummary> Butlers);

internal sealed class ListAssignments(ButlerDbContext db, ButlerLoads loads, ICommunityLookup communities, IStaffLookup staff, Display display, ICurrentUser user) : IUseCase
{
    public async Task<AssignmentList> HandleAsync(CancellationToken cancellation)
    {
        var today = display.Today;
        var known = (await communities.ListAsync(cancellation)).ToDictionary(c => c.Id, c => c.Name);
        var clusters = (await communities.ListClustersAsync(cancellation: cancellation)).Where(c => user.Scope.Kind != DataScopeKind.Community || user.Scope.Ids.Contains(c.CommunityId));
        var rows = (await db.Assignments.AsNoTracking().Where(a => a.To == null || a.To >= today).OrderBy(a => a.From).Take(2000).ToListAsync(cancellation)).ToLookup(a => a.ClusterId);
        var butlers = (await staff.ListAsync(cancellation: cancellation)).Where(s => s.Roles.Any(r => r is SeededRoles.Butler or SeededRoles.Supervisor or SeededRoles.FrontDesk)).ToList();
        var named = await staff.GetAsync([.. rows.SelectMany(g => g).SelectMany(a => new[] { (Guid?)a.ButlerId, a.BackupId }).OfType<Guid>().Distinct()], cancellation);
        return new([.. clusters.OrderBy(c => known.GetValueOrDefault(c.CommunityId)).ThenBy(c => c.Name)
            .Select(c => new ClusterLine(c, known.GetValueOrDefault(c.CommunityId) ?? "", rows[c.Id].FirstOrDefault(a => a.HoldsOn(today)), rows[c.Id].FirstOrDefault(a => a.From > today)))],
            await loads.GetAsync(cancellation), named, butlers);
    }
}

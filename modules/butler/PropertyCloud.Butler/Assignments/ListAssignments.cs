using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Duty;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Assignments;

/// <param name="Now">The arrangement of today, or null: nobody.</param>
/// <param name="Next">The one that follows, where it is arranged already.</param>
internal sealed record ClusterLine(ClusterSummary Cluster, string Community, Assignment? Now, Assignment? Next);

/// <param name="Butlers">Who can be chosen.</param>
internal sealed record AssignmentList(PageOf<ClusterLine> Clusters, IReadOnlyDictionary<Guid, ButlerLoad> Loads, Names Names, IReadOnlyList<StaffSummary> Butlers);

/// <summary>The clusters within the user's scope with who looks after them.</summary>
internal sealed class ListAssignments(ButlerDbContext db, ButlerLoads loads, ICommunityLookup communities, IStaffLookup staff, RequestNames names, Display display, ICurrentUser user) : IUseCase
{
    private const int Size = 30;

    public async Task<AssignmentList> HandleAsync(int page, CancellationToken cancellation)
    {
        var today = display.Today;
        var known = (await communities.ListAsync(cancellation)).ToDictionary(c => c.Id, c => c.Name);
        var all = (await communities.ListClustersWithinAsync(user.Scope, cancellation))
            .OrderBy(c => known.GetValueOrDefault(c.CommunityId), StringComparer.Ordinal).ThenBy(c => c.Name, StringComparer.Ordinal).ToList();
        var number = Math.Clamp(page, 1, Math.Max(1, (all.Count + Size - 1) / Size));
        var shown = all.Skip((number - 1) * Size).Take(Size).ToList();
        var ids = shown.Select(c => c.Id).ToList();
        var rows = (await db.Assignments.AsNoTracking().Where(a => ids.Contains(a.ClusterId) && (a.To == null || a.To >= today)).OrderBy(a => a.From).Take(500).ToListAsync(cancellation)).ToLookup(a => a.ClusterId);
        var butlers = (await staff.ListAsync(cancellation: cancellation)).Where(DutyStaff.Answers).ToList();
        var lines = shown.Select(c => new ClusterLine(c, known.GetValueOrDefault(c.CommunityId) ?? "", rows[c.Id].FirstOrDefault(a => a.HoldsOn(today)), rows[c.Id].FirstOrDefault(a => a.From > today))).ToList();
        return new(new(lines, number, Size, all.Count), await loads.GetAsync(cancellation),
            await names.GetAsync(rows.SelectMany(g => g).SelectMany(a => new[] { a.ButlerId, a.BackupId }), [], cancellation), butlers);
    }
}

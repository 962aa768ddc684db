using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Butler.Assignments;
using PropertyCloud.Butler.Data;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Butler;

/// <summary>Clusters that users hold or back up today.</summary>
internal sealed class ClusterScopeSource(ButlerDbContext db, Display display, TimeProvider clock) : IClusterScopeSource
{
    public async Task<ILookup<Guid, Guid>> GetClusterIdsAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellation)
    {
        var day = display.Day(clock.Now());
        var users = userIds.Distinct().ToList();
        var backups = users.ConvertAll(u => (Guid?)u);
        var held = await db.Assignments.AsNoTracking()
            .Where(a => (users.Contains(a.ButlerId) || backups.Contains(a.BackupId)) && a.From <= day && (a.To == null || a.To >= day))
            .Select(a => new { a.ButlerId, a.BackupId, a.ClusterId }).ToListAsync(cancellation);
        var pairs = held.Select(a => (User: (Guid?)a.ButlerId, a.ClusterId)).Concat(held.Select(a => (User: a.BackupId, a.ClusterId)));
        return pairs.Where(p => p.User is { } user && users.Contains(user)).Distinct().ToLookup(p => p.User!.Value, p => p.ClusterId);
    }
}

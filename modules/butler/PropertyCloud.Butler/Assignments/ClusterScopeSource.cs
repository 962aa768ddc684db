using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Butler.Assignments;
using PropertyCloud.Butler.Data;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Butler;

/// <summary>Clusters that a user holds or backs up today.</summary>
internal sealed class ClusterScopeSource(ButlerDbContext db, Display display, TimeProvider clock) : IClusterScopeSource
{
    public async Task<IReadOnlyList<Guid>> GetClusterIdsAsync(Guid userId, CancellationToken cancellation)
    {
        var day = display.Day(clock.Now());
        return await db.Assignments.AsNoTracking()
            .Where(a => (a.ButlerId == userId || a.BackupId == userId) && a.From <= day && (a.To == null || a.To >= day))
            .Select(a => a.ClusterId).Distinct().ToListAsync(cancellation);
    }
}

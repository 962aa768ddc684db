using PropertyCloud.Butler.Duty;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Assignments;

/// <summary>Households of each butler against the plan's ratio (ruling 18: units with a current party count). Scoped.</summary>
internal sealed class ButlerLoads(DutyRoster roster, ICommunityLookup communities, IPlanLookup plans, Display display)
{
    public async Task<IReadOnlyDictionary<Guid, ButlerLoad>> GetAsync(CancellationToken cancellation)
    {
        var assignments = await roster.AssignmentsAsync(display.Today, cancellation);
        var clusters = (await communities.ListClustersAsync(cancellation: cancellation)).ToDictionary(c => c.Id);
        var limits = new Dictionary<Guid, int?>();
        foreach (var community in assignments.Select(a => a.CommunityId).Distinct())
            limits[community] = (await plans.GetInForceAsync(community, cancellation)).Policies.HouseholdsPerButler;
        return assignments.GroupBy(a => a.ButlerId).ToDictionary(g => g.Key, g => new ButlerLoad(g.Key,
            g.Sum(a => clusters.TryGetValue(a.ClusterId, out var c) ? c.Households : 0),
            g.Select(a => limits[a.CommunityId]).Min()));
    }
}

using PropertyCloud.Registry.Contracts;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.HandOvers;

/// <summary>To whom the plan wants months handed over; null where it asks for none. Scoped.</summary>
internal sealed class HandOverReceiver(IPlanLookup plans, ICommunityLookup communities)
{
    public async Task<string?> RoleAsync(CancellationToken cancellation)
    {
        foreach (var community in await communities.ListAsync(cancellation))
        {
            var policies = (await plans.GetInForceAsync(community.Id, cancellation)).Policies;
            if (policies.HandOverMonthly) return policies.HandOverToRole;
        }

        return null;
    }
}

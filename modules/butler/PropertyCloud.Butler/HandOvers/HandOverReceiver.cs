using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.HandOvers;

/// <summary>To whom the plan wants months handed over; scoped. A butler hands over one month for all communities: where several plans ask
/// for it, the default plan's receiver has it.</summary>
internal sealed class HandOverReceiver(IPlanLookup plans)
{
    /// <returns>Null where no plan asks for it.</returns>
    public async Task<string?> RoleAsync(CancellationToken cancellation) =>
        (await plans.ListInForceAsync(cancellation)).Select(p => p.Policies).FirstOrDefault(p => p.HandOverMonthly)?.HandOverToRole;
}

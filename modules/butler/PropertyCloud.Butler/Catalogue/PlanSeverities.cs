using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Catalogue;

/// <summary>Severities of all the company's plans, the default plan's first; scoped. An item serves every community, and communities may
/// have plans of their own.</summary>
internal sealed class PlanSeverities(IPlanLookup plans)
{
    public async Task<IReadOnlyList<SeverityOption>> ListAsync(CancellationToken cancellation) =>
        [.. (await plans.ListInForceAsync(cancellation)).SelectMany(p => p.Severities).DistinctBy(s => s.Code)];
}

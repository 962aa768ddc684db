using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Assignments;

/// <summary>Which clusters somebody arranges things for.</summary>
internal static class ClusterScope
{
    /// <summary>Who is narrowed to communities reaches their clusters; everybody else who may arrange reaches all.</summary>
    public static bool ReachesCommunity(this DataScope scope, Guid communityId) => scope.Kind != DataScopeKind.Community || scope.Ids.Contains(communityId);

    public static async Task<IReadOnlyList<ClusterSummary>> ListClustersWithinAsync(this ICommunityLookup communities, DataScope scope, CancellationToken cancellation) =>
        [.. (await communities.ListClustersAsync(cancellation: cancellation)).Where(c => scope.ReachesCommunity(c.CommunityId))];
}

using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Communities;

internal sealed record BuildingView(Guid Id, string Name, int Units, int Unclustered, IReadOnlyList<EntranceView> Entrances);
internal sealed record EntranceView(Guid Id, string Name, int Units, long Version);
internal sealed record PlaceView(Guid Id, string Name, Guid? ClusterId, long Version);
internal sealed record CommunityView(CommunitySummary Community, string? Address, long Version, int Units, IReadOnlyList<BuildingView> Buildings, IReadOnlyList<ClusterSummary> Clusters, IReadOnlyList<PlaceView> Places);

/// <summary>A community with everything that its settings show. Buildings of a community are some dozens, so they come whole.</summary>
internal sealed class ViewCommunity(RegistryDbContext db, ICommunityLookup lookup) : IUseCase
{
    public async Task<CommunityView> HandleAsync(Guid communityId, CancellationToken cancellation = default)
    {
        var community = await db.GetAsync<Community>(communityId, cancellation);
        var buildings = await db.Buildings.AsNoTracking().Where(b => b.CommunityId == communityId).OrderBy(b => b.SortKey).Take(1000)
            .Select(b => new { b.Id, b.Name }).ToListAsync(cancellation);
        var ids = buildings.Select(b => b.Id).ToList();
        var entrances = await db.Entrances.AsNoTracking().Where(e => ids.Contains(e.BuildingId))
            .Select(e => new { e.Id, e.BuildingId, e.Name, e.Version }).ToListAsync(cancellation);
        var places = await db.Places.AsNoTracking().Where(p => p.CommunityId == communityId).OrderBy(p => p.Name).Take(1000)
            .Select(p => new PlaceView(p.Id, p.Name, p.ClusterId, p.Version)).ToListAsync(cancellation);
        var counts = await db.Units.Where(u => u.CommunityId == communityId).GroupBy(u => new { u.BuildingId, u.EntranceId })
            .Select(g => new { g.Key.BuildingId, g.Key.EntranceId, Count = g.Count(), Unclustered = g.Count(u => u.ClusterId == null) }).ToListAsync(cancellation);
        var byBuilding = counts.ToLookup(c => c.BuildingId);
        var byEntrance = counts.ToDictionary(c => c.EntranceId, c => c.Count);
        var entrancesOf = entrances.OrderBy(e => Units.DoorPlate.SortKey(e.Name), StringComparer.Ordinal)
            .ToLookup(e => e.BuildingId, e => new EntranceView(e.Id, e.Name, byEntrance.GetValueOrDefault(e.Id), e.Version));
        return new(new(community.Id, community.Name, community.Grade), community.Address, community.Version, counts.Sum(c => c.Count),
            [.. buildings.Select(b => new BuildingView(b.Id, b.Name, byBuilding[b.Id].Sum(c => c.Count), byBuilding[b.Id].Sum(c => c.Unclustered), [.. entrancesOf[b.Id]]))],
            await lookup.ListClustersAsync(communityId, cancellation), places);
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Communities;

/// <param name="ClusterId">Null takes the units out of their cluster.</param>
/// <param name="Plates">Single units by plate, separated by spaces, commas or lines.</param>
internal sealed record AssignClusterRequest(Guid CommunityId, Guid? ClusterId, IReadOnlyList<Guid>? BuildingIds, IReadOnlyList<Guid>? EntranceIds, string? Plates, IReadOnlyList<Guid>? UnitIds = null);

/// <summary>Puts whole buildings, entrances and single units into a cluster; they leave the one they were in. Repeating is safe.</summary>
internal sealed class AssignCluster(RegistryDbContext db, RegistryReach reach) : IUseCase
{
    private const int MostPlates = 500;
    private static readonly char[] Between = [' ', ',', '，', '、', ';', '；', '\n', '\r', '\t'];

    /// <returns>How many units changed.</returns>
    public async Task<int> HandleAsync(AssignClusterRequest request, CancellationToken cancellation = default)
    {
        await reach.CommunityAsync(request.CommunityId, null, cancellation);
        await db.RequireClusterAsync(request.ClusterId, request.CommunityId, cancellation);
        var buildings = request.BuildingIds ?? [];
        var entrances = request.EntranceIds ?? [];
        var chosen = request.UnitIds ?? [];
        var plates = (request.Plates ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(DoorPlate.Typed).Distinct().ToList();
        new Check().That(buildings.Count + entrances.Count + chosen.Count + plates.Count > 0, "buildingIds", "registry.nothing-chosen", "选楼栋、单元，或填写门牌")
            .That(plates.Count <= MostPlates, "plates", "registry.too-many-plates", "一次最多填 {0} 个门牌", MostPlates).ThrowIfAny();
        return await db.RetryAsync(async () =>
        {
            var units = await db.Units.Where(u => u.CommunityId == request.CommunityId)
                .Where(u => buildings.Contains(u.BuildingId) || entrances.Contains(u.EntranceId) || chosen.Contains(u.Id) || plates.Contains(u.Plate)).ToListAsync(cancellation);
            RefuseUnknown(plates, units);
            var changed = units.Count(u => u.JoinCluster(request.ClusterId));
            if (changed == 0) return 0;
            db.Audit("registry.cluster-assigned", request.ClusterId ?? request.CommunityId, null, new { units = changed });
            await db.SaveChangesAsync(cancellation);
            return changed;
        });
    }

    private static void RefuseUnknown(List<string> plates, List<Unit> units)
    {
        var unknown = plates.Except(units.Select(u => u.Plate)).ToList();
        if (unknown.Count > 0)
            throw new DomainException("registry.plate-unknown", "这个小区没有门牌 {0}，什么都没有改", string.Join(" ", unknown.Take(5))) { Status = 422, Field = "plates" };
    }
}

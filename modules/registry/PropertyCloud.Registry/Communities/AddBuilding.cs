using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Communities;

/// <param name="Entrances">Names as <c>1</c>, <c>2</c>; none makes one unnamed entrance.</param>
internal sealed record AddBuildingRequest(Guid CommunityId, string? Name, IReadOnlyList<string>? Entrances);

/// <summary>Adds a building with its entrances; its name is unique in the community.</summary>
internal sealed class AddBuilding(RegistryDbContext db, RegistryReach reach, IIdempotency once, TimeProvider clock) : IUseCase
{
    private const int MostEntrances = 50;

    public async Task<Guid> HandleAsync(AddBuildingRequest request, CancellationToken cancellation = default)
    {
        var entrances = (request.Entrances ?? []).Select(DoorPlate.Entrance).Where(e => e.Length > 0).Distinct().ToList();
        new Check().Required(request.Name, "name", "填写楼栋，如 7").Max(request.Name, Building.NameLength, "name")
            .That(entrances.Count <= MostEntrances, "entrances", "registry.too-many-entrances", "一栋最多 {0} 个单元", MostEntrances)
            .That(entrances.All(e => e.Length <= Entrance.NameLength), "entrances", "kernel.too-long", "不能超过 {0} 个字", Entrance.NameLength).ThrowIfAny();
        return await once.RunAsync(db, "registry.add-building", request, async made =>
        {
            var community = await reach.CommunityAsync(request.CommunityId, null, cancellation);
            await db.RefuseBuildingTakenAsync(Guid.Empty, community.Id, request.Name, cancellation);
            var building = Building.Create(Ids.New(clock), community.Id, request.Name);
            made(building.Id);
            db.Add(building);
            db.AddRange(entrances.DefaultIfEmpty("").Select(e => Entrance.Create(Ids.New(clock), building.Id, e)));
            db.Audit("registry.building-added", building.Id, null, new { building.Name, entrances = entrances.Count });
            await db.SaveChangesAsync(cancellation);
            return building.Id;
        }, cancellation);
    }
}

internal static class BuildingRules
{
    /// <param name="id">The building that may have the name; empty for a new one.</param>
    public static async Task RefuseBuildingTakenAsync(this RegistryDbContext db, Guid id, Guid communityId, string? typed, CancellationToken cancellation)
    {
        var name = Building.CleanName(typed);
        if (await db.Buildings.AnyAsync(b => b.CommunityId == communityId && b.Name == name && b.Id != id, cancellation))
            throw new DomainException("registry.building-taken", "这个小区已经有楼栋“{0}”，打开它再加单元和房屋", name) { Status = 422, Field = "name" };
    }
}

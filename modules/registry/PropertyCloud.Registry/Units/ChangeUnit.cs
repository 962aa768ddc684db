using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Communities;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Units;

/// <param name="Area">In square metres; null says that nobody knows it.</param>
/// <param name="ClusterId">Null takes it out of its cluster.</param>
/// <param name="Seen">The version that the editor saw; null does not ask.</param>
internal sealed record ChangeUnitRequest(Guid Id, string? Number, UnitKind? Kind, decimal? Area, Guid? ClusterId, long? Seen = null);

/// <summary>Mends a unit's number, use, area and cluster. It stays in its entrance. Repeating is safe.</summary>
internal sealed class ChangeUnit(RegistryDbContext db, RegistryReach reach) : IUseCase
{
    public async Task HandleAsync(ChangeUnitRequest request, CancellationToken cancellation = default)
    {
        new Check().Required(request.Number, "number", "填写房号，如 1502").Max(request.Number, Unit.NumberLength, "number")
            .That(request.Kind is { } kind && Enum.IsDefined(kind), "kind", "registry.unit-kind-unknown", "选一个用途").ThrowIfAny();
        var unit = await reach.UnitAsync(request.Id, request.Seen, cancellation);
        await db.RequireClusterAsync(request.ClusterId, unit.CommunityId, cancellation);
        var number = Unit.CleanNumber(request.Number);
        if (await db.Units.AnyAsync(u => u.EntranceId == unit.EntranceId && u.Number == number && u.Id != unit.Id, cancellation))
            throw new DomainException("registry.unit-taken", "这个单元已经有 {0}，换一个房号，或者打开那套房屋去改", number) { Status = 422, Field = "number" };
        var building = await db.GetAsync<Building>(unit.BuildingId, cancellation);
        var entrance = await db.GetAsync<Entrance>(unit.EntranceId, cancellation);
        var before = new { unit.Plate, Kind = unit.Kind.ToString(), unit.Area, unit.ClusterId };
        var described = unit.Describe(request.Kind!.Value, request.Area);
        var readdressed = unit.Readdress(building.Name, entrance.Name, number);
        if (!unit.JoinCluster(request.ClusterId) && !described && !readdressed) return;
        db.Audit("registry.unit-changed", unit.Id, null, new { from = before, to = new { unit.Plate, Kind = unit.Kind.ToString(), unit.Area, unit.ClusterId } });
        await db.SaveChangesAsync(cancellation);
    }
}

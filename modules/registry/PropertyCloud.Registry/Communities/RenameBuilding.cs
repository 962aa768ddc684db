using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Communities;

/// <param name="Seen">The version that the editor saw; null does not ask.</param>
internal sealed record RenameBuildingRequest(Guid Id, string? Name, long? Seen = null);

/// <summary>Renames a building; the plates of all its units follow in the same save. Repeating is safe.</summary>
internal sealed class RenameBuilding(RegistryDbContext db, RegistryReach reach) : IUseCase
{
    public Task HandleAsync(RenameBuildingRequest request, CancellationToken cancellation = default)
    {
        new Check().Required(request.Name, "name", "填写楼栋，如 7").Max(request.Name, Building.NameLength, "name").ThrowIfAny();
        return db.RetryAsync(async () =>
        {
            var building = await reach.BuildingAsync(request.Id, request.Seen, cancellation);
            var before = building.Name;
            await db.RefuseBuildingTakenAsync(building.Id, building.CommunityId, request.Name, cancellation);
            if (!building.Rename(request.Name)) return 0;
            var entrances = await db.Entrances.Where(e => e.BuildingId == building.Id).ToDictionaryAsync(e => e.Id, e => e.Name, cancellation);
            var units = await db.Units.Where(u => u.BuildingId == building.Id).ToListAsync(cancellation);
            foreach (var unit in units) unit.Readdress(building.Name, entrances[unit.EntranceId], unit.Number);
            db.Audit("registry.building-renamed", building.Id, null, new { from = before, to = building.Name, units = units.Count });
            return await db.SaveChangesAsync(cancellation);
        });
    }
}

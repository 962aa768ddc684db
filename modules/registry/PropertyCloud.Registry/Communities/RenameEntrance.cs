using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Communities;

/// <param name="Name">Blank for the only entrance of a building: then plates leave it out.</param>
/// <param name="Seen">The version that the editor saw; null does not ask.</param>
internal sealed record RenameEntranceRequest(Guid Id, string? Name, long? Seen = null);

/// <summary>Renames an entrance; the plates of its units follow in the same save. Repeating is safe.</summary>
internal sealed class RenameEntrance(RegistryDbContext db, RegistryReach reach) : IUseCase
{
    /// <returns>The building it belongs to.</returns>
    public Task<Guid> HandleAsync(RenameEntranceRequest request, CancellationToken cancellation = default)
    {
        new Check().Max(request.Name, Entrance.NameLength, "name").ThrowIfAny();
        return db.RetryAsync(async () =>
        {
            var (entrance, building) = await reach.EntranceAsync(request.Id, request.Seen, cancellation);
            var before = entrance.Name;
            EntranceRules.Refuse(Entrance.CleanName(request.Name), await db.Entrances.Where(e => e.BuildingId == building.Id && e.Id != entrance.Id).Select(e => e.Name).ToListAsync(cancellation));
            if (!entrance.Rename(request.Name)) return building.Id;
            var units = await db.Units.Where(u => u.EntranceId == entrance.Id).ToListAsync(cancellation);
            foreach (var unit in units) unit.Readdress(building.Name, entrance.Name, unit.Number);
            db.Audit("registry.entrance-renamed", entrance.Id, null, new { from = before, to = entrance.Name, units = units.Count });
            await db.SaveChangesAsync(cancellation);
            return building.Id;
        });
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Communities;

/// <summary>Removes a building without units, its entrances with it.</summary>
internal sealed class RemoveBuilding(RegistryDbContext db, RegistryReach reach) : IUseCase
{
    /// <returns>The community it was in.</returns>
    public async Task<Guid> HandleAsync(Guid id, long? seen, CancellationToken cancellation = default)
    {
        var building = await reach.BuildingAsync(id, seen, cancellation);
        var units = await db.Units.CountAsync(u => u.BuildingId == id, cancellation);
        if (units > 0) throw new DomainException("registry.building-not-empty", "这栋楼还有 {0} 套房屋，不能删除。名称写错了就改名", units);
        db.RemoveRange(await db.Entrances.Where(e => e.BuildingId == id).ToListAsync(cancellation));
        db.Audit("registry.building-removed", id, null, new { building.Name });
        await reach.RemoveAsync(building, cancellation);
        return building.CommunityId;
    }
}

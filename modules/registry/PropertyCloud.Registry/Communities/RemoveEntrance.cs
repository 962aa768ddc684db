using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Communities;

/// <summary>Removes an entrance without units; a building keeps one at least.</summary>
internal sealed class RemoveEntrance(RegistryDbContext db, RegistryReach reach) : IUseCase
{
    /// <returns>The building it was in.</returns>
    public async Task<Guid> HandleAsync(Guid id, long? seen, CancellationToken cancellation = default)
    {
        var (entrance, building) = await reach.EntranceAsync(id, seen, cancellation);
        var units = await db.Units.CountAsync(u => u.EntranceId == id, cancellation);
        if (units > 0) throw new DomainException("registry.entrance-not-empty", "这个单元还有 {0} 套房屋，不能删除。名称写错了就改名", units);
        if (!await db.Entrances.AnyAsync(e => e.BuildingId == building.Id && e.Id != id, cancellation))
            throw new DomainException("registry.last-entrance", "楼栋至少留一个单元。不分单元就把名称清空，整栋不要就删除楼栋");
        db.Audit("registry.entrance-removed", id, null, new { building = building.Name, entrance.Name });
        await reach.RemoveAsync(entrance, cancellation);
        return building.Id;
    }
}

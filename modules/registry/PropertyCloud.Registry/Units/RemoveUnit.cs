using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Units;

/// <summary>Removes a unit that was added by mistake: where nobody was ever registered and nothing was reported. Its cards go with it.</summary>
internal sealed class RemoveUnit(RegistryDbContext db, RegistryReach reach) : IUseCase
{
    /// <returns>The building it was in.</returns>
    public async Task<Guid> HandleAsync(Guid id, long? seen, CancellationToken cancellation = default)
    {
        var unit = await reach.UnitAsync(id, seen, cancellation);
        if (await db.Relations.AnyAsync(r => r.UnitId == id, cancellation))
            throw new DomainException("registry.unit-has-people", "这套房屋登记过住户，记录要保留，不能删除。门牌写错了就改房号");
        db.RemoveRange(await db.Cards.Where(c => c.UnitId == id).ToListAsync(cancellation));
        db.Audit("registry.unit-removed", id, null, new { unit.Plate });
        await reach.RemoveAsync(RegistryItem.Unit, unit, cancellation);
        return unit.BuildingId;
    }
}

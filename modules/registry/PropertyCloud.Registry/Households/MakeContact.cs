using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Households;

/// <summary>Makes one person the unit's contact. Repeating is safe.</summary>
internal sealed class MakeContact(RegistryDbContext db, HouseholdQuery households, Display display) : IUseCase
{
    public Task HandleAsync(Guid unitId, Guid relationId, CancellationToken cancellation = default) => db.RetryAsync(async () =>
    {
        var unit = await households.RequireUnitAsync(unitId, cancellation);
        unit.MakeContact(relationId, display.Today);
        db.Audit("registry.contact-changed", unitId, null, new { relation = relationId });
        return await db.SaveChangesAsync(cancellation);
    });
}

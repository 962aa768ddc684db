using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Households;

/// <summary>Ends somebody's relation to a unit with a last day, not later than today.</summary>
internal sealed class EndRelation(RegistryDbContext db, HouseholdQuery households, Display display) : IUseCase
{
    /// <param name="to">Null is today.</param>
    public async Task HandleAsync(Guid unitId, Guid relationId, DateOnly? to, CancellationToken cancellation = default)
    {
        var today = display.Today;
        new Check().That(to is null || to <= today, "to", "registry.ends-in-future", "结束日期不能晚于今天").ThrowIfAny();
        await db.RetryAsync(async () =>
        {
            var unit = await households.RequireUnitAsync(unitId, cancellation);
            unit.End(relationId, to ?? today);
            db.Audit("registry.relation-ended", unitId, null, new { relation = relationId, to = (to ?? today).ToString("yyyy-MM-dd") });
            return await db.SaveChangesAsync(cancellation);
        });
    }
}

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

using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Households;

/// <param name="RelationIds">One person or the whole household.</param>
/// <param name="To">The last day; null is today.</param>
internal sealed record MoveOutRequest(Guid UnitId, IReadOnlyList<Guid>? RelationIds, DateOnly? To);

/// <summary>Ends people's relations to a unit with a last day, not later than today; all of them or none. Relations stay as history.</summary>
internal sealed class MoveOut(RegistryDbContext db, HouseholdQuery households, Display display) : IUseCase
{
    public Task HandleAsync(MoveOutRequest request, CancellationToken cancellation = default)
    {
        var today = display.Today;
        var relations = (request.RelationIds ?? []).Distinct().ToList();
        new Check().That(relations.Count > 0, "people", "registry.nobody-chosen", "选要搬出的人")
            .That(request.To is null || request.To <= today, "lastDay", "registry.ends-in-future", "结束日期不能晚于今天").ThrowIfAny();
        return db.RetryAsync(async () =>
        {
            var unit = await households.RequireUnitAsync(request.UnitId, cancellation);
            var last = request.To ?? today;
            foreach (var relation in relations)
            {
                unit.End(relation, last);
                db.Audit("registry.relation-ended", unit.Id, null, new { relation, to = last.ToString("yyyy-MM-dd") });
            }

            return await db.SaveChangesAsync(cancellation);
        });
    }
}

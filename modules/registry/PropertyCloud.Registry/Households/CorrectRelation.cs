using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Households;

/// <param name="To">The last day; null lasts (again).</param>
internal sealed record CorrectRelationRequest(Guid UnitId, Guid RelationId, UnitRole? Role, DateOnly? From, DateOnly? To);

/// <summary>Mends a role or a day that was registered wrongly, of people who live there and of those who moved out. A resident sees the
/// household's requests of their own days (ruling 16), so days are audited as they were and as they are. Repeating is safe.</summary>
internal sealed class CorrectRelation(RegistryDbContext db, HouseholdQuery households, Display display) : IUseCase
{
    public Task HandleAsync(CorrectRelationRequest request, CancellationToken cancellation = default)
    {
        var today = display.Today;
        new Check().That(request.Role is { } role && Enum.IsDefined(role), "role", "registry.role-unknown", "选一个身份")
            .That(request.From is not null, "from", "registry.from-missing", "填写开始日期")
            .That(request.From is null || request.From <= today.AddYears(1), "from", "registry.from-too-late", "开始日期不能晚于一年以后")
            .That(request.To is null || request.To <= today, "to", "registry.ends-in-future", "结束日期不能晚于今天").ThrowIfAny();
        return db.RetryAsync(async () =>
        {
            var unit = await households.RequireUnitAsync(request.UnitId, cancellation);
            var relation = unit.Relations.FirstOrDefault(r => r.Id == request.RelationId) ?? throw DomainException.NotFound();
            var before = new { Role = relation.Role.ToString(), relation.From, relation.To };
            if (!unit.Correct(relation.Id, request.Role!.Value, request.From!.Value, request.To, today)) return 0;
            db.Audit("registry.relation-corrected", unit.Id, null, new { relation = relation.Id, from = before, to = new { Role = relation.Role.ToString(), relation.From, relation.To } });
            return await db.SaveChangesAsync(cancellation);
        });
    }
}

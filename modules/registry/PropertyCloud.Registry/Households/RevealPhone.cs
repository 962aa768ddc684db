using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.Parties;

namespace PropertyCloud.Registry.Households;

/// <summary>Shows one whole phone to somebody who says why; the reason is an audit entry that is saved before the phone is shown.</summary>
internal sealed class RevealPhone(RegistryDbContext db, HouseholdQuery households) : IUseCase
{
    public const int ReasonLength = 100;

    /// <summary>Reasons that the page offers.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["联系上门", "回访", "核对资料", "紧急情况", "住户要求"];

    public async Task<string> HandleAsync(Guid unitId, Guid relationId, string? reason, CancellationToken cancellation = default)
    {
        new Check().Required(reason, "reason", "选一个查看的原因").Max(reason, ReasonLength, "reason").ThrowIfAny();
        var unit = await households.RequireUnitAsync(unitId, cancellation);
        var relation = unit.Relations.FirstOrDefault(r => r.Id == relationId) ?? throw DomainException.NotFound();
        var party = await db.GetAsync<Party>(relation.PartyId, cancellation);
        if (party.Phone is null) throw new DomainException("registry.no-phone", "没有登记电话");
        db.Audit("registry.phone-revealed", party.Id, reason!.Trim(), new { unit = unitId });
        await db.SaveChangesAsync(cancellation);
        return party.Phone;
    }
}

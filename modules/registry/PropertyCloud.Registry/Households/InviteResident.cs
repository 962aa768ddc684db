using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.Parties;

namespace PropertyCloud.Registry.Households;

/// <summary>A resident's first way in: a link that works once, bound to party and unit. Issuing again withdraws the earlier one.</summary>
internal sealed class InviteResident(RegistryDbContext db, HouseholdQuery households, IResidentAccounts accounts, Display display) : IUseCase
{
    /// <returns>The whole address. It is shown once and kept nowhere.</returns>
    public async Task<string> HandleAsync(Guid unitId, Guid relationId, CancellationToken cancellation = default)
    {
        var unit = await households.RequireUnitAsync(unitId, cancellation);
        var relation = unit.Relations.FirstOrDefault(r => r.Id == relationId) ?? throw DomainException.NotFound();
        if (!relation.LastsOn(display.Today)) throw new DomainException("registry.invite-gone", "只能给现在的住户发登录链接");
        var party = await db.GetAsync<Party>(relation.PartyId, cancellation);
        db.Audit("registry.resident-invited", party.Id, null, new { unit = unitId });
        await db.SaveChangesAsync(cancellation);
        return await accounts.IssueLinkAsync(party.Id, unit.Id, party.Name, party.Phone, cancellation);
    }
}

using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.Parties;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Households;

/// <param name="Phone">Null or blank leaves the phone as it is, so that a form need not show it.</param>
/// <param name="Remarks">Null leaves them as they are, blank removes them.</param>
/// <param name="Seen">The party's version that the editor saw; null does not ask.</param>
internal sealed record ChangePersonRequest(Guid UnitId, Guid RelationId, string? Name, string? Phone, string? Remarks = null, long? Seen = null);

/// <summary>Mends a person's name, phone or remarks, wherever they live. A phone that is known changes only when a second person agrees
/// (ruling 35); where there was none, it is taken at once.</summary>
internal sealed class ChangePerson(RegistryDbContext db, HouseholdQuery households, IPhoneChanges phones, IResidentAccounts accounts, ICurrentUser user) : IUseCase
{
    /// <returns>True when the phone waits for a second person.</returns>
    public async Task<bool> HandleAsync(ChangePersonRequest request, CancellationToken cancellation = default)
    {
        var reason = default(Reason);
        var phoneIsFine = string.IsNullOrWhiteSpace(request.Phone) || PhoneNumber.TryParse(request.Phone, out _, out reason);
        new Check().Required(request.Name, "name", "填写姓名").Max(request.Name, Party.NameLength, "name").Max(request.Remarks, Party.RemarksLength, "remarks")
            .That(phoneIsFine, "phone", "registry.phone-unlikely", reason.Text ?? "", reason.Args ?? []).ThrowIfAny();
        var phone = string.IsNullOrWhiteSpace(request.Phone) ? null : PhoneNumber.Parse(request.Phone);
        var (unit, party, isFirst) = await db.RetryAsync(() => SaveAsync(request, phone, cancellation));
        if (isFirst) await accounts.TakeFirstPhoneAsync(party.Id, phone!, cancellation);
        if (isFirst || phone is null || phone == party.Phone) return false;
        await phones.AskAsync([new(party.Id, unit.Id, unit.CommunityId, party.Phone!, phone)], user.RequireId(), cancellation);
        return true;
    }

    private async Task<(Unit Unit, Party Party, bool IsFirstPhone)> SaveAsync(ChangePersonRequest request, string? phone, CancellationToken cancellation)
    {
        var unit = await households.RequireUnitAsync(request.UnitId, cancellation);
        var relation = unit.Relations.FirstOrDefault(r => r.Id == request.RelationId) ?? throw DomainException.NotFound();
        var party = await db.GetAsync<Party>(relation.PartyId, cancellation);
        party.RequireSeen(request.Seen);
        if (party.Rename(request.Name!)) db.Audit("registry.person-renamed", party.Id);
        if (request.Remarks is not null && party.Remark(request.Remarks)) db.Audit("registry.person-remarked", party.Id);
        var isFirst = phone is not null && party.Phone is null;
        if (isFirst && party.ChangePhone(phone)) db.Audit("registry.phone-given", party.Id, null, new { to = Display.Phone(party.Phone) });
        await db.SaveChangesAsync(cancellation);
        return (unit, party, isFirst);
    }
}

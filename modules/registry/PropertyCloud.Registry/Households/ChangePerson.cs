using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.Parties;

namespace PropertyCloud.Registry.Households;

/// <param name="Phone">Null or blank leaves the phone as it is, so that a form need not show it.</param>
internal sealed record ChangePersonRequest(Guid UnitId, Guid RelationId, string? Name, string? Phone);

/// <summary>Mends a person's name or phone, wherever they live. Audited with both phones masked.</summary>
internal sealed class ChangePerson(RegistryDbContext db, HouseholdQuery households) : IUseCase
{
    public async Task HandleAsync(ChangePersonRequest request, CancellationToken cancellation = default)
    {
        var reason = default(Reason);
        var phoneIsFine = string.IsNullOrWhiteSpace(request.Phone) || PhoneNumber.TryParse(request.Phone, out _, out reason);
        new Check().Required(request.Name, "name", "填写姓名").Max(request.Name, Party.NameLength, "name")
            .That(phoneIsFine, "phone", "registry.phone-unlikely", reason.Text ?? "", reason.Args ?? []).ThrowIfAny();
        await db.RetryAsync(async () =>
        {
            var unit = await households.RequireUnitAsync(request.UnitId, cancellation);
            var relation = unit.Relations.FirstOrDefault(r => r.Id == request.RelationId) ?? throw DomainException.NotFound();
            var party = await db.GetAsync<Party>(relation.PartyId, cancellation);
            var before = Display.Phone(party.Phone);
            if (party.Rename(request.Name!)) db.Audit("registry.person-renamed", party.Id);
            if (!string.IsNullOrWhiteSpace(request.Phone) && party.ChangePhone(request.Phone))
                db.Audit("registry.phone-changed", party.Id, null, new { from = before, to = Display.Phone(party.Phone) });
            return await db.SaveChangesAsync(cancellation);
        });
    }
}

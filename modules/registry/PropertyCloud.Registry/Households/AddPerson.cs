using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.Parties;

namespace PropertyCloud.Registry.Households;

/// <param name="From">Null is today.</param>
internal sealed record AddPersonRequest(Guid UnitId, string? Name, string? Phone, UnitRole? Role, DateOnly? From, bool IsContact);

/// <summary>Registers somebody in a unit. The same name and phone is the same party in every unit.</summary>
internal sealed class AddPerson(RegistryDbContext db, HouseholdQuery households, IIdempotency once, TimeProvider clock, Display display) : IUseCase
{
    /// <returns>The relation's id.</returns>
    public async Task<Guid> HandleAsync(AddPersonRequest request, CancellationToken cancellation = default)
    {
        var today = display.Today;
        var reason = default(Reason);
        var phoneIsFine = string.IsNullOrWhiteSpace(request.Phone) || PhoneNumber.TryParse(request.Phone, out _, out reason);
        new Check().Required(request.Name, "name", "填写姓名").Max(request.Name, Party.NameLength, "name")
            .That(phoneIsFine, "phone", "registry.phone-unlikely", reason.Text ?? "", reason.Args ?? [])
            .That(request.Role is { } role && Enum.IsDefined(role), "role", "registry.role-unknown", "选一个身份")
            .That(request.From is null || request.From <= today.AddYears(1), "from", "registry.from-too-late", "开始日期不能晚于一年以后").ThrowIfAny();
        return await once.RunAsync(db, "registry.add-person", request, async made =>
        {
            var unit = await households.RequireUnitAsync(request.UnitId, cancellation);
            var party = await FindOrAddAsync(request, cancellation);
            var relation = unit.Add(Ids.New(clock), party.Id, request.Role!.Value, request.From ?? today, request.IsContact, today);
            made(relation.Id);
            db.Relations.Add(relation);
            db.Audit("registry.person-added", unit.Id, null, new { party = party.Id, role = relation.Role.ToString() });
            await db.SaveChangesAsync(cancellation);
            return relation.Id;
        }, cancellation);
    }

    private async Task<Party> FindOrAddAsync(AddPersonRequest request, CancellationToken cancellation)
    {
        var name = request.Name!.Trim();
        if (!string.IsNullOrWhiteSpace(request.Phone))
        {
            var phone = PhoneNumber.Parse(request.Phone);
            if (await db.Parties.FirstOrDefaultAsync(p => p.Phone == phone && p.Name == name, cancellation) is { } known) return known;
        }

        var party = Party.Create(Ids.New(clock), name, request.Phone);
        db.Parties.Add(party);
        return party;
    }
}

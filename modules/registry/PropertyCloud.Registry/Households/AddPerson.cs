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
/// <param name="SharesPhone">Says that the phone is known under another name and that these are two people.</param>
internal sealed record AddPersonRequest(Guid UnitId, string? Name, string? Phone, UnitRole? Role, DateOnly? From, bool IsContact, string? Remarks = null, bool SharesPhone = false);

/// <summary>Registers somebody in a unit. The same name and phone is the same party in every unit; the same phone under another name is
/// refused until somebody says that a household shares it, so that a slip in a name makes no second person.</summary>
internal sealed class AddPerson(RegistryDbContext db, HouseholdQuery households, IIdempotency once, TimeProvider clock, Display display) : IUseCase
{
    /// <summary>The refusal that asks whether two people share a phone.</summary>
    public const string PhoneKnown = "registry.phone-known";

    /// <returns>The relation's id.</returns>
    public async Task<Guid> HandleAsync(AddPersonRequest request, CancellationToken cancellation = default)
    {
        var today = display.Today;
        var reason = default(Reason);
        var phoneIsFine = string.IsNullOrWhiteSpace(request.Phone) || PhoneNumber.TryParse(request.Phone, out _, out reason);
        new Check().Required(request.Name, "name", "填写姓名").Max(request.Name, Party.NameLength, "name")
            .That(phoneIsFine, "phone", "registry.phone-unlikely", reason.Text ?? "", reason.Args ?? [])
            .Max(request.Remarks, Party.RemarksLength, "remarks")
            .That(request.Role is { } role && Enum.IsDefined(role), "role", "registry.role-unknown", "选一个身份")
            .That(request.From is null || request.From <= today.AddYears(1), "from", "registry.from-too-late", "开始日期不能晚于一年以后").ThrowIfAny();
        return await once.RunAsync(db, "registry.add-person", request, async made =>
        {
            var unit = await households.RequireUnitAsync(request.UnitId, cancellation);
            var party = await FindOrAddAsync(request, cancellation);
            if (!string.IsNullOrWhiteSpace(request.Remarks)) party.Remark(request.Remarks);
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
            if (!request.SharesPhone && await db.Parties.Where(p => p.Phone == phone).Select(p => p.Name).FirstOrDefaultAsync(cancellation) is { } other)
                throw new DomainException(PhoneKnown, "这个手机号登记在“{0}”名下。同一个人就把姓名写成一样；两个人共用就勾选“共用手机”再登记", Initial(other)) { Status = 422, Field = "sharesPhone" };
        }

        var party = Party.Create(Ids.New(clock), name, request.Phone);
        db.Parties.Add(party);
        return party;
    }

    // Enough to see a slip, without telling who has a number.
    private static string Initial(string name) => $"{name[0]}{new string('*', Math.Max(1, name.Length - 1))}";
}

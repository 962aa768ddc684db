using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Registry.Communities;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.ServiceCards;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Households;

/// <param name="Phone">Masked.</param>
/// <param name="HasAccount">Can sign in already.</param>
/// <param name="PartyVersion">For <see cref="ChangePersonRequest.Seen"/>.</param>
/// <param name="NewPhone">A changed phone, masked, that waits for a second person; else null.</param>
internal sealed record PersonView(Guid RelationId, Guid PartyId, string Name, string Phone, UnitRole RoleCode, string Role, DateOnly From, DateOnly? To, bool IsContact, bool IsCurrent, bool HasAccount, WaitingPhone? NewPhone, string? Remarks, long PartyVersion);

/// <param name="Kind">In the reader's words.</param>
/// <param name="Version">The unit's.</param>
internal sealed record HouseholdView(Guid UnitId, string Plate, string Spoken, string Community, string? Cluster, decimal? Area,
    IReadOnlyList<PersonView> People, IReadOnlyList<PersonView> Former, CardView? Card, IReadOnlyList<HouseholdHistory> History,
    string Number, UnitKind KindCode, string Kind, Guid CommunityId, Guid BuildingId, Guid? ClusterId, long Version);

/// <summary>A household as its page shows it: people, past requests, service card.</summary>
internal sealed class ViewHousehold(RegistryDbContext db, HouseholdQuery households, CardAddress addresses, IResidentAccounts accounts, IPhoneChanges phones,
    IEnumerable<IHouseholdHistorySource> histories, Display display, Texts texts) : IUseCase
{
    private const int HistoryShown = 20;
    private const int FormerShown = 100;

    public async Task<HouseholdView> HandleAsync(Guid unitId, CancellationToken cancellation = default)
    {
        var unit = await households.RequireUnitAsync(unitId, cancellation);
        var community = await db.GetAsync<Community>(unit.CommunityId, cancellation);
        var cluster = unit.ClusterId is { } clusterId ? await db.TryGetAsync<Cluster>(clusterId, cancellation) : null;
        var people = await PeopleAsync(unitId, cancellation);
        var card = await db.Cards.AsNoTracking().FirstOrDefaultAsync(c => c.ActiveUnitId == unitId, cancellation);
        var history = new List<HouseholdHistory>();
        foreach (var source in histories) history.AddRange(await source.GetAsync(unitId, HistoryShown, cancellation));
        return new(unit.Id, unit.Plate, unit.Spoken, community.Name, cluster?.Name, unit.Area,
            [.. people.Where(p => p.IsCurrent)], [.. people.Where(p => !p.IsCurrent).Take(FormerShown)],
            card is null ? null : new(card.Id, card.Code, addresses.Of(card.Code), unit.Plate, unit.Spoken, community.Name),
            [.. history.OrderByDescending(h => h.At).Take(HistoryShown)],
            unit.Number, unit.Kind, texts.Say(UnitKinds.Text(unit.Kind)), unit.CommunityId, unit.BuildingId, unit.ClusterId, unit.Version);
    }

    private async Task<IReadOnlyList<PersonView>> PeopleAsync(Guid unitId, CancellationToken cancellation)
    {
        var today = display.Today;
        var rows = await (from relation in db.Relations
                          join party in db.Parties on relation.PartyId equals party.Id
                          where relation.UnitId == unitId
                          select new { relation.Id, relation.PartyId, party.Name, party.Phone, relation.Role, relation.From, relation.To, relation.ContactUnitId, party.Remarks, party.Version })
            .AsNoTracking().ToListAsync(cancellation);
        List<Guid> parties = [.. rows.Select(r => r.PartyId).Distinct()];
        var users = await accounts.GetUserIdsAsync(parties, cancellation);
        var waiting = await phones.FindWaitingAsync(parties, cancellation);
        return [.. rows.OrderByDescending(r => r.ContactUnitId is not null).ThenBy(r => r.Role).ThenByDescending(r => r.To).ThenBy(r => r.From)
            .Select(r => new PersonView(r.Id, r.PartyId, r.Name, Display.Phone(r.Phone), r.Role, texts.Say(RoleText(r.Role)), r.From, r.To,
                r.ContactUnitId is not null, r.To is null || r.To >= today, users.ContainsKey(r.PartyId), waiting.GetValueOrDefault(r.PartyId), r.Remarks, r.Version))];
    }

    public static string RoleText(UnitRole role) => role switch
    {
        UnitRole.Owner => "业主",
        UnitRole.Tenant => "租户",
        UnitRole.Family => "家庭成员",
        _ => "员工|身份",
    };
}

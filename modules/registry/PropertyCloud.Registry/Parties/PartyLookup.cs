using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Parties;

internal sealed class PartyLookup(RegistryDbContext db, Display display) : IPartyLookup
{
    public async Task<IReadOnlyDictionary<Guid, PartySummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default)
    {
        if (ids.Count == 0) return new Dictionary<Guid, PartySummary>();
        var wanted = ids.Distinct().ToList();
        return await db.Parties.AsNoTracking().Where(p => wanted.Contains(p.Id))
            .Select(p => new PartySummary(p.Id, p.Name, p.Phone)).ToDictionaryAsync(p => p.Id, cancellation);
    }

    public async Task<IReadOnlyList<PartyUnit>> UnitsOfAsync(Guid partyId, CancellationToken cancellation = default)
    {
        var today = display.Today;
        var relations = await Load(db.Relations.Where(r => r.PartyId == partyId)).ToListAsync(cancellation);
        return [.. relations.OrderByDescending(r => r.From <= today && (r.To is null || r.To >= today)).ThenByDescending(r => r.From)];
    }

    public async Task<IReadOnlyList<PartyUnit>> HouseholdsOfAsync(Guid partyId, CancellationToken cancellation = default) =>
        await Load(db.Relations.Where(r => db.Relations.Any(own => own.PartyId == partyId && own.UnitId == r.UnitId))).ToListAsync(cancellation);

    public async Task<IReadOnlyList<PartyUnit>> PartiesOfAsync(Guid unitId, DateOnly? day = null, CancellationToken cancellation = default)
    {
        var on = day ?? display.Today;
        var relations = await Load(db.Relations.Where(r => r.UnitId == unitId && r.From <= on && (r.To == null || r.To >= on))).ToListAsync(cancellation);
        return [.. relations.OrderByDescending(r => r.IsContact).ThenBy(r => r.Role).ThenBy(r => r.From)];
    }

    private IQueryable<PartyUnit> Load(IQueryable<UnitRelation> relations) =>
        from relation in relations.AsNoTracking()
        join party in db.Parties on relation.PartyId equals party.Id
        select new PartyUnit(party.Id, party.Name, party.Phone, relation.UnitId, relation.Role, relation.From, relation.To, relation.ContactUnitId != null);
}

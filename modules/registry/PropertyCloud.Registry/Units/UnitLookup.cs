using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Units;

internal sealed class UnitLookup(RegistryDbContext db, ICurrentUser user, Display display) : IUnitLookup
{
    private const int MostFound = 50;

    public async Task<IReadOnlyDictionary<Guid, UnitSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default)
    {
        if (ids.Count == 0) return new Dictionary<Guid, UnitSummary>();
        var wanted = ids.Distinct().ToList();
        return await Summaries(db.Units.Where(u => wanted.Contains(u.Id))).ToDictionaryAsync(u => u.Id, cancellation);
    }

    public async Task<IReadOnlyDictionary<Guid, PlaceSummary>> GetPlacesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default)
    {
        if (ids.Count == 0) return new Dictionary<Guid, PlaceSummary>();
        var wanted = ids.Distinct().ToList();
        return await (from place in db.Places
                      join community in db.Communities on place.CommunityId equals community.Id
                      where wanted.Contains(place.Id)
                      select new PlaceSummary(place.Id, place.CommunityId, community.Name, place.ClusterId, place.Name))
            .AsNoTracking().ToDictionaryAsync(p => p.Id, cancellation);
    }

    public async Task<IReadOnlyList<PlaceSummary>> ListPlacesAsync(Guid communityId, CancellationToken cancellation = default) =>
        await (from place in db.Places
               join community in db.Communities on place.CommunityId equals community.Id
               where place.CommunityId == communityId
               orderby place.Name
               select new PlaceSummary(place.Id, place.CommunityId, community.Name, place.ClusterId, place.Name))
            .AsNoTracking().ToListAsync(cancellation);

    public async Task<IReadOnlyList<UnitHit>> SearchAsync(string text, int take, CancellationToken cancellation = default)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var found = db.Units.InScope(user.Scope).Search(await db.SearchAsync(text, display.Today, cancellation));
        var units = await Summaries(found.OrderBy(u => u.SortKey).Take(Math.Clamp(take, 1, MostFound))).ToListAsync(cancellation);
        var contacts = await db.ContactsOfAsync([.. units.Select(u => u.Id)], cancellation);
        return [.. units.Select(u => new UnitHit(u, contacts.GetValueOrDefault(u.Id)))];
    }

    private IQueryable<UnitSummary> Summaries(IQueryable<Unit> units) =>
        from unit in units.AsNoTracking()
        join community in db.Communities on unit.CommunityId equals community.Id
        select new UnitSummary(unit.Id, unit.CommunityId, community.Name, unit.ClusterId, unit.Plate, unit.Spoken);
}

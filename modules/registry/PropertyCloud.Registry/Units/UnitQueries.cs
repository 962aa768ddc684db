using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Units;

/// <summary>What a search box means.</summary>
/// <param name="Plate">Beginning of a plate.</param>
/// <param name="Number">A room number.</param>
/// <param name="UnitIds">Units of people who match by name or by the last four digits of their phone.</param>
internal sealed record UnitSearch(string Plate, string Number, IReadOnlyList<Guid> UnitIds);

internal static class UnitQueries
{
    private const int MostPeople = 200;

    /// <summary>Units that the scope reaches. Every department serves all units of the company, so a department's scope, which
    /// narrows work, does not narrow the registry.</summary>
    public static IQueryable<Unit> InScope(this IQueryable<Unit> units, DataScope scope) => scope.Kind == DataScopeKind.Department
        ? units
        : units.Within(scope, community: u => u.CommunityId, cluster: u => u.ClusterId);

    public static async Task<UnitSearch> SearchAsync(this RegistryDbContext db, string text, DateOnly today, CancellationToken cancellation)
    {
        var typed = text.Trim();
        typed = typed.Length > 60 ? typed[..60] : typed;
        var isLastFour = typed.Length == 4 && typed.All(char.IsAsciiDigit);
        var people = isLastFour ? db.Parties.Where(p => p.PhoneLastFour == typed) : db.Parties.Where(p => p.Name.StartsWith(typed));
        var unitIds = await (from party in people
                             join relation in db.Relations on party.Id equals relation.PartyId
                             where relation.From <= today && (relation.To == null || relation.To >= today)
                             select relation.UnitId).Distinct().OrderBy(id => id).Take(MostPeople).ToListAsync(cancellation);
        return new(DoorPlate.Typed(typed), DoorPlate.Number(typed), unitIds);
    }

    public static IQueryable<Unit> Search(this IQueryable<Unit> units, UnitSearch search)
    {
        var (plate, number, ids) = (search.Plate, search.Number, search.UnitIds);
        return ids.Count == 0
            ? units.Where(u => u.Plate.StartsWith(plate) || u.Number == number)
            : units.Where(u => u.Plate.StartsWith(plate) || u.Number == number || ids.Contains(u.Id));
    }

    public static async Task<Dictionary<Guid, PartySummary>> ContactsOfAsync(this RegistryDbContext db, IReadOnlyList<Guid> unitIds, CancellationToken cancellation)
    {
        var wanted = unitIds.Select(id => (Guid?)id).ToList();
        return await (from relation in db.Relations
                      join party in db.Parties on relation.PartyId equals party.Id
                      where wanted.Contains(relation.ContactUnitId)
                      select new { relation.UnitId, party.Id, party.Name, party.Phone })
            .AsNoTracking().ToDictionaryAsync(x => x.UnitId, x => new PartySummary(x.Id, x.Name, x.Phone), cancellation);
    }
}

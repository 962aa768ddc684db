using System.Text.Json;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Demo;

/// <summary>The company as the demonstration needs it: homes with their people, public places, staff by user name.</summary>
internal sealed class DemoPlace
{
    private const int MostAtOnce = 50;

    public IReadOnlyList<UnitHit> Homes { get; private init; } = [];
    public IReadOnlyList<PlaceSummary> Places { get; private init; } = [];
    public IReadOnlyDictionary<string, StaffSummary> Staff { get; private init; } = new Dictionary<string, StaffSummary>();
    public IReadOnlyDictionary<Guid, Guid> Accounts { get; private init; } = new Dictionary<Guid, Guid>();

    /// <summary>Homes of the residents who can sign in.</summary>
    public IReadOnlyList<UnitHit> Named { get; private init; } = [];

    private IReadOnlyDictionary<string, IReadOnlyList<UnitHit>> ByButler { get; init; } = new Dictionary<string, IReadOnlyList<UnitHit>>();

    /// <summary>Homes in the clusters that the template gives to a butler.</summary>
    public IReadOnlyList<UnitHit> HomesOf(string butler) => ByButler.GetValueOrDefault(butler) ?? [];

    public static async Task<DemoPlace> FindAsync(DemoCompany company, IUnitLookup units, ICommunityLookup communities, IStaffLookup staff, IResidentAccounts accounts, CancellationToken cancellation)
    {
        var homes = new Dictionary<Guid, UnitHit>();
        foreach (var door in Doors(company.Settings).Distinct())
        {
            foreach (var hit in await units.SearchAsync(door, MostAtOnce, cancellation))
                if (hit.Contact is not null) homes[hit.Unit.Id] = hit;
        }

        var places = new List<PlaceSummary>();
        foreach (var community in await communities.ListAsync(cancellation)) places.AddRange(await units.ListPlacesAsync(community.Id, cancellation));
        var phones = Elements(company.Settings, "residents").Select(r => Text(r, "phone")).ToHashSet();
        var ordered = homes.Values.OrderBy(h => h.Unit.CommunityName, StringComparer.Ordinal).ThenBy(h => h.Unit.Plate, StringComparer.Ordinal).ToList();
        return new()
        {
            Homes = ordered, Places = places, Staff = await StaffAsync(company, staff, cancellation),
            ByButler = HomesByButler(company, ordered, (await communities.ListClustersAsync(cancellation: cancellation)).ToDictionary(c => c.Id, c => c.Name)),
            Named = [.. ordered.Where(h => phones.Contains(h.Contact!.Phone)).OrderBy(h => h.Contact!.Phone, StringComparer.Ordinal)],
            Accounts = await accounts.GetUserIdsAsync([.. ordered.Select(h => h.Contact!.Id)], cancellation),
        };
    }

    /// <summary>What to look for: each entrance, and the doors of the residents who can sign in, as a search finds its first homes only.</summary>
    private static IEnumerable<string> Doors(JsonElement settings)
    {
        foreach (var building in Elements(settings, "communities").SelectMany(c => Elements(c, "buildings")))
            for (var entrance = 1; entrance <= building.GetProperty("entrances").GetInt32(); entrance++)
                yield return building.GetProperty("entrances").GetInt32() > 1 ? $"{Text(building, "number")}-{entrance}-" : $"{Text(building, "number")}-";
        foreach (var resident in Elements(settings, "residents"))
            yield return string.Join('-', new[] { Text(resident, "building"), Text(resident, "entrance"), Text(resident, "unit") }.Where(p => p is not null));
    }

    private static Dictionary<string, IReadOnlyList<UnitHit>> HomesByButler(DemoCompany company, IReadOnlyList<UnitHit> homes, Dictionary<Guid, string> clusters)
    {
        var butlers = Elements(company.Settings, "communities").SelectMany(c => Elements(c, "clusters").Select(k => (Community: Text(c, "name"), Cluster: Text(k, "name"), Butler: Text(k, "butler")))).ToList();
        return homes.Where(h => h.Unit.ClusterId is not null)
            .GroupBy(h => butlers.FirstOrDefault(b => b.Community == h.Unit.CommunityName && b.Cluster == clusters.GetValueOrDefault(h.Unit.ClusterId!.Value)).Butler ?? "")
            .ToDictionary(g => g.Key, g => (IReadOnlyList<UnitHit>)[.. g], StringComparer.Ordinal);
    }

    /// <summary>The template's user names, joined by the number on the badge.</summary>
    private static async Task<IReadOnlyDictionary<string, StaffSummary>> StaffAsync(DemoCompany company, IStaffLookup staff, CancellationToken cancellation)
    {
        var known = (await staff.ListAsync(cancellation: cancellation)).Where(s => s.EmployeeNumber is not null).ToDictionary(s => s.EmployeeNumber!);
        return Elements(company.Settings, "staff").Where(s => Text(s, "employeeNumber") is { } n && known.ContainsKey(n))
            .ToDictionary(s => Text(s, "userName")!, s => known[Text(s, "employeeNumber")!]);
    }

    /// <summary>The resident in whose name something is done; who has no account yet acts under the party's own id.</summary>
    public UserAccess Resident(PartySummary party) => new(Accounts.TryGetValue(party.Id, out var account) ? account : party.Id, party.Name, party.Id, null,
        new HashSet<string> { ButlerPermissions.Ask }, new DataScope(DataScopeKind.Own, []), [SeededRoles.Resident]);

    public static IEnumerable<JsonElement> Elements(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    public static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

using System.Text.Json;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Demo;

/// <summary>The company as the demonstration needs it: homes with their people, public places, staff by user name.</summary>
internal sealed class DemoPlace
{
    public IReadOnlyList<UnitHit> Homes { get; private init; } = [];
    public IReadOnlyList<PlaceSummary> Places { get; private init; } = [];
    public IReadOnlyDictionary<string, StaffSummary> Staff { get; private init; } = new Dictionary<string, StaffSummary>();
    public IReadOnlyDictionary<Guid, Guid> Accounts { get; private init; } = new Dictionary<Guid, Guid>();

    /// <summary>Homes of the residents who can sign in.</summary>
    public IReadOnlyList<UnitHit> Named { get; private init; } = [];

    public static async Task<DemoPlace> FindAsync(DemoCompany company, IUnitLookup units, ICommunityLookup communities, IStaffLookup staff, IResidentAccounts accounts, CancellationToken cancellation)
    {
        var homes = new Dictionary<Guid, UnitHit>();
        foreach (var building in Elements(company.Settings, "communities").SelectMany(c => Elements(c, "buildings")).Select(b => Text(b, "number")!).Distinct())
        {
            foreach (var hit in await units.SearchAsync($"{building}-", 400, cancellation))
                if (hit.Contact is not null) homes[hit.Unit.Id] = hit;
        }

        var places = new List<PlaceSummary>();
        foreach (var community in await communities.ListAsync(cancellation)) places.AddRange(await units.ListPlacesAsync(community.Id, cancellation));
        var phones = Elements(company.Settings, "residents").Select(r => Text(r, "phone")).ToHashSet();
        var ordered = homes.Values.OrderBy(h => h.Unit.CommunityName, StringComparer.Ordinal).ThenBy(h => h.Unit.Plate, StringComparer.Ordinal).ToList();
        return new()
        {
            Homes = ordered, Places = places, Staff = await StaffAsync(company, staff, cancellation),
            Named = [.. ordered.Where(h => phones.Contains(h.Contact!.Phone)).OrderBy(h => h.Contact!.Phone, StringComparer.Ordinal)],
            Accounts = await accounts.GetUserIdsAsync([.. ordered.Select(h => h.Contact!.Id)], cancellation),
        };
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

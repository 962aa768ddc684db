using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.ServiceCards;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Demo;

/// <summary>Homes and people of a demonstration company, by the use cases of the import. Everybody is invented.</summary>
internal sealed class RegistryDemo(IRegistryWriter writer, IResidentAccounts accounts, SetHotline hotline, RegistryDbContext db) : IDemoContributor
{
    private const string Password = "Demo-2026!";
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public int Order => 20;

    private sealed record Plan(IReadOnlyList<CommunityPlan> Communities, IReadOnlyList<ResidentPlan>? Residents, IReadOnlyList<StaffPlan>? Staff);
    private sealed record StaffPlan(string Role, string? Phone);
    private sealed record CommunityPlan(string Name, string? Grade, int OccupiedPercent, IReadOnlyList<BuildingPlan> Buildings, IReadOnlyList<ClusterPlan> Clusters, IReadOnlyList<string> Places);
    private sealed record BuildingPlan(string Number, int Entrances, int Floors, int UnitsPerFloor);
    private sealed record ClusterPlan(string Name, IReadOnlyList<string> Buildings);
    private sealed record ResidentPlan(string UserName, string Name, string Phone, string Community, string Building, string? Entrance, string Unit);

    public async Task SeedAsync(DemoCompany company, CancellationToken cancellation)
    {
        var plan = company.Settings.Deserialize<Plan>(Web)!;
        var people = new DemoPeople(company.Random, DateOnly.FromDateTime(company.Clock.GetUtcNow().UtcDateTime));
        var residents = plan.Residents ?? [];
        foreach (var community in plan.Communities)
        {
            await writer.WriteAsync([.. Rows(community, residents, people, company.Random)], cancellation);
            foreach (var place in community.Places) await writer.AddPlaceAsync(community.Name, place, null, cancellation);
        }

        foreach (var resident in residents) await GiveAccountAsync(resident, cancellation);
        if (plan.Staff?.FirstOrDefault(s => s.Role == SeededRoles.FrontDesk)?.Phone is { } desk) await hotline.HandleAsync(desk, cancellation);
    }

    private static IEnumerable<RegistryRow> Rows(CommunityPlan community, IReadOnlyList<ResidentPlan> residents, DemoPeople people, Random random)
    {
        var toPlace = residents.Where(r => r.Community == community.Name).ToList();
        foreach (var home in Homes(community))
        {
            var known = toPlace.FirstOrDefault(r => r.Building == home.Building && r.Unit == home.Unit && (r.Entrance ?? home.Entrance) == home.Entrance);
            if (known is not null) toPlace.Remove(known);
            foreach (var row in Household(home, known, people, random.Next(100) < community.OccupiedPercent)) yield return row;
        }

        // A named resident has a home even where the building is drawn smaller than it is.
        foreach (var resident in toPlace)
        {
            var home = new RegistryRow(community.Name, community.Grade, resident.Building, resident.Entrance, resident.Unit, ClusterOf(community, resident.Building), 98.52m, null, null, UnitRole.Owner, null);
            foreach (var row in Household(home, resident, people, true)) yield return row;
        }
    }

    private static IEnumerable<RegistryRow> Homes(CommunityPlan community) =>
        from building in community.Buildings
        from entrance in Enumerable.Range(1, building.Entrances)
        from floor in Enumerable.Range(1, building.Floors)
        from door in Enumerable.Range(1, building.UnitsPerFloor)
        select new RegistryRow(community.Name, community.Grade, building.Number, building.Entrances > 1 ? $"{entrance}" : null, $"{floor:00}{door:00}",
            ClusterOf(community, building.Number), 72m + (door * 13.5m) + BuildingWidth(building.Number), null, null, UnitRole.Owner, null);

    private static string? ClusterOf(CommunityPlan community, string building) => community.Clusters.FirstOrDefault(c => c.Buildings.Contains(building))?.Name;

    // Buildings differ in their floor plans, so that areas do not all look alike.
    private static decimal BuildingWidth(string number) => number.Sum(c => c) % 4 * 6.25m;

    private static IEnumerable<RegistryRow> Household(RegistryRow home, ResidentPlan? known, DemoPeople people, bool occupied)
    {
        if (known is not null) return [home with { PartyName = known.Name, Phone = known.Phone, From = people.Since(), IsContact = true }];
        return occupied ? people.Household(home) : [home];
    }

    private async Task GiveAccountAsync(ResidentPlan resident, CancellationToken cancellation)
    {
        var plate = DoorPlate.Text(resident.Building, resident.Entrance ?? "", resident.Unit);
        var found = await (from unit in db.Units
                           join community in db.Communities on unit.CommunityId equals community.Id
                           join relation in db.Relations on (Guid?)unit.Id equals relation.ContactUnitId
                           where community.Name == resident.Community && unit.Plate == plate
                           select (Guid?)relation.PartyId).FirstOrDefaultAsync(cancellation)
            ?? throw new InvalidOperationException($"The demonstration has no unit {plate} for {resident.UserName}.");
        await accounts.CreateAsync(found, resident.UserName, resident.Name, resident.Phone, Password, cancellation);
    }
}

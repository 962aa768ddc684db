using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Communities;

/// <param name="Kind">In the reader's words.</param>
internal sealed record UnitLine(Guid Id, string Plate, string Spoken, string Kind, decimal? Area, string? Cluster);

internal sealed record Choice(Guid Id, string Name);

/// <param name="AllUnits">Units of the building; <paramref name="Units"/> may be narrowed to an entrance.</param>
internal sealed record BuildingDetail(Guid Id, string Name, long Version, Guid CommunityId, string Community, int AllUnits, IReadOnlyList<EntranceView> Entrances, IReadOnlyList<Choice> Clusters, PageOf<UnitLine> Units);

/// <summary>A building with its entrances and units, by plate.</summary>
internal sealed class ViewBuilding(RegistryDbContext db, RegistryReach reach, UnitLines lines) : IUseCase
{
    /// <param name="entranceId">Units of this entrance only.</param>
    public async Task<BuildingDetail> HandleAsync(Guid id, Guid? entranceId, int page, CancellationToken cancellation = default)
    {
        await reach.BuildingAsync(id, null, cancellation);

        // As it is saved: after a refused change the tracked one may say what was typed.
        var building = await db.Buildings.AsNoTracking().SingleAsync(b => b.Id == id, cancellation);
        var community = await db.GetAsync<Community>(building.CommunityId, cancellation);
        var counts = await db.Units.Where(u => u.BuildingId == id).GroupBy(u => u.EntranceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellation);
        var entrances = await db.Entrances.AsNoTracking().Where(e => e.BuildingId == id).Select(e => new { e.Id, e.Name, e.Version }).ToListAsync(cancellation);
        var clusters = await db.Clusters.AsNoTracking().Where(c => c.CommunityId == community.Id).OrderBy(c => c.Name).Take(500).Select(c => new Choice(c.Id, c.Name)).ToListAsync(cancellation);
        var units = db.Units.Where(u => u.BuildingId == id);
        if (entranceId is { } entrance) units = units.Where(u => u.EntranceId == entrance);
        return new(id, building.Name, building.Version, community.Id, community.Name, counts.Values.Sum(),
            [.. entrances.OrderBy(e => DoorPlate.SortKey(e.Name), StringComparer.Ordinal).Select(e => new EntranceView(e.Id, e.Name, counts.GetValueOrDefault(e.Id), e.Version))],
            clusters, await lines.PageAsync(units, page, cancellation));
    }
}

/// <summary>Pages of units as buildings and clusters list them.</summary>
internal sealed class UnitLines(RegistryDbContext db, Texts texts)
{
    public const int PageSize = 50;

    public async Task<PageOf<UnitLine>> PageAsync(IQueryable<Unit> units, int page, CancellationToken cancellation)
    {
        var number = Math.Max(1, page);
        var total = await units.CountAsync(cancellation);
        var rows = await units.AsNoTracking().OrderBy(u => u.SortKey).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(u => new { u.Id, u.Plate, u.Spoken, u.Kind, u.Area, u.ClusterId }).ToListAsync(cancellation);
        var ids = rows.Select(r => r.ClusterId).OfType<Guid>().Distinct().ToList();
        var clusters = ids.Count == 0 ? [] : await db.Clusters.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, cancellation);
        return new([.. rows.Select(r => new UnitLine(r.Id, r.Plate, r.Spoken, texts.Say(UnitKinds.Text(r.Kind)), r.Area, r.ClusterId is { } c ? clusters.GetValueOrDefault(c) : null))], number, PageSize, total);
    }
}

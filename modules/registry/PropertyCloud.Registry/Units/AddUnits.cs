using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Communities;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.ServiceCards;

namespace PropertyCloud.Registry.Units;

/// <param name="Numbers">As <c>1501</c>, <c>1502</c>: one or a whole floor.</param>
/// <param name="Kind">Null is a home.</param>
/// <param name="Area">Of each, in square metres; null where nobody knows it.</param>
internal sealed record AddUnitsRequest(Guid EntranceId, IReadOnlyList<string>? Numbers, UnitKind? Kind, decimal? Area, Guid? ClusterId);

/// <summary>Adds units to an entrance, each with its service card. All or none: one that is there already refuses them all.</summary>
internal sealed class AddUnits(RegistryDbContext db, RegistryReach reach, IIdempotency once, TimeProvider clock) : IUseCase
{
    private const int Most = 200;

    /// <returns>The first new unit's id.</returns>
    public async Task<Guid> HandleAsync(AddUnitsRequest request, CancellationToken cancellation = default)
    {
        var numbers = (request.Numbers ?? []).Select(DoorPlate.Number).Where(n => n.Length > 0).Distinct().ToList();
        new Check().That(numbers.Count > 0, "numbers", "registry.number-missing", "填写房号，如 1502").That(numbers.Count <= Most, "numbers", "registry.too-many-units", "一次最多加 {0} 套房屋", Most)
            .That(numbers.All(n => n.Length <= Unit.NumberLength), "numbers", "kernel.too-long", "不能超过 {0} 个字", Unit.NumberLength).ThrowIfAny();
        return await once.RunAsync(db, "registry.add-units", request, made => AddAsync(request, numbers, made, cancellation), cancellation);
    }

    private async Task<Guid> AddAsync(AddUnitsRequest request, List<string> numbers, Action<Guid> made, CancellationToken cancellation)
    {
        var (entrance, building) = await reach.EntranceAsync(request.EntranceId, null, cancellation);
        await db.RequireClusterAsync(request.ClusterId, building.CommunityId, cancellation);
        var there = await db.Units.Where(u => u.EntranceId == entrance.Id && numbers.Contains(u.Number)).OrderBy(u => u.SortKey).Select(u => u.Plate).Take(5).ToListAsync(cancellation);
        if (there.Count > 0)
            throw new DomainException("registry.units-taken", "已经有 {0}，什么都没有加。去掉它们再提交，要改就打开那套房屋", string.Join(" ", there)) { Status = 422, Field = "numbers" };
        var units = numbers.Select(n => Unit.Create(Ids.New(clock), new(building.CommunityId, building.Id, building.Name, entrance.Id, entrance.Name, n), request.ClusterId, request.Area, request.Kind ?? UnitKind.Home)).ToList();
        made(units[0].Id);
        db.AddRange(units);
        db.AddRange(units.Select(u => ServiceCard.Issue(Ids.New(clock), u.Id)));
        db.Audit("registry.units-added", entrance.Id, null, new { first = units[0].Plate, units = units.Count });
        await db.SaveChangesAsync(cancellation);
        return units[0].Id;
    }
}

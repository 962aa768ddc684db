using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Communities;

internal sealed record AddEntranceRequest(Guid BuildingId, string? Name);

/// <summary>Adds an entrance to a building. A building whose only entrance is unnamed gives that one a name first: a plate without an
/// entrance beside plates with one would mislead.</summary>
internal sealed class AddEntrance(RegistryDbContext db, RegistryReach reach, IIdempotency once, TimeProvider clock) : IUseCase
{
    public Task<Guid> HandleAsync(AddEntranceRequest request, CancellationToken cancellation = default)
    {
        new Check().Required(request.Name, "name", "填写单元，如 2").Max(request.Name, Entrance.NameLength, "name").ThrowIfAny();
        return once.RunAsync(db, "registry.add-entrance", request, async made =>
        {
            var building = await reach.BuildingAsync(request.BuildingId, null, cancellation);
            var entrance = Entrance.Create(Ids.New(clock), building.Id, request.Name);
            var others = await db.Entrances.Where(e => e.BuildingId == building.Id).Select(e => e.Name).ToListAsync(cancellation);
            EntranceRules.Refuse(entrance.Name, others);
            made(entrance.Id);
            db.Add(entrance);
            db.Audit("registry.entrance-added", entrance.Id, null, new { building = building.Name, entrance.Name });
            await db.SaveChangesAsync(cancellation);
            return entrance.Id;
        }, cancellation);
    }
}

internal static class EntranceRules
{
    /// <param name="others">Names of the building's other entrances.</param>
    public static void Refuse(string name, IReadOnlyCollection<string> others)
    {
        if (others.Count > 0 && name.Length == 0)
            throw new DomainException("registry.entrance-needs-a-name", "这栋楼有几个单元，每个都要有名称") { Status = 422, Field = "name" };
        if (others.Contains(""))
            throw new DomainException("registry.entrance-unnamed", "这栋楼现在不分单元。先给原来的单元起名，再加新的") { Status = 422, Field = "name" };
        if (others.Contains(name))
            throw new DomainException("registry.entrance-taken", "这栋楼已经有单元“{0}”，直接往里加房屋", name) { Status = 422, Field = "name" };
    }
}

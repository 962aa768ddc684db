using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Communities;

/// <param name="Id">Null adds a community.</param>
/// <param name="Seen">The version that the editor saw; null does not ask.</param>
internal sealed record SaveCommunityRequest(Guid? Id, string? Name, string? Grade, string? Address = null, long? Seen = null);

/// <summary>Adds or changes a community. Repeating changes nothing; another community's name is refused.</summary>
internal sealed class SaveCommunity(RegistryDbContext db, RegistryReach reach, CommunityCache cache, IIdempotency once, TimeProvider clock) : IUseCase
{
    public async Task<Guid> HandleAsync(SaveCommunityRequest request, CancellationToken cancellation = default)
    {
        new Check().Required(request.Name, "name", "填写小区名称").Max(request.Name, Community.NameLength, "name")
            .Max(request.Grade, Community.GradeLength, "grade").Max(request.Address, Community.AddressLength, "address").ThrowIfAny();
        var saved = request.Id is { } id ? await ChangeAsync(id, request, cancellation)
            : await once.RunAsync(db, "registry.add-community", request, made => AddAsync(request, made, cancellation), cancellation);
        cache.Forget(db.CurrentTenantId);
        return saved;
    }

    private async Task<Guid> AddAsync(SaveCommunityRequest request, Action<Guid> made, CancellationToken cancellation)
    {
        if (!reach.IsWhole) throw DomainException.Forbidden();
        await RefuseTakenAsync(Guid.Empty, request.Name!.Trim(), cancellation);
        var community = Community.Create(Ids.New(clock), request.Name, request.Grade, request.Address);
        made(community.Id);
        db.Add(community);
        await db.SaveChangesAsync(cancellation);
        return community.Id;
    }

    private async Task<Guid> ChangeAsync(Guid id, SaveCommunityRequest request, CancellationToken cancellation)
    {
        var community = await reach.CommunityAsync(id, request.Seen, cancellation);
        await RefuseTakenAsync(id, request.Name!.Trim(), cancellation);
        community.Change(request.Name, request.Grade, request.Address);
        await db.SaveChangesAsync(cancellation);
        return id;
    }

    private async Task RefuseTakenAsync(Guid id, string name, CancellationToken cancellation)
    {
        if (await db.Communities.AnyAsync(c => c.Name == name && c.Id != id, cancellation))
            throw new DomainException("registry.community-name-taken", "已经有叫“{0}”的小区，换一个名称", name) { Status = 422, Field = "name" };
    }
}

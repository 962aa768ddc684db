using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Communities;

/// <param name="Id">Null adds a community.</param>
internal sealed record SaveCommunityRequest(Guid? Id, string? Name, string? Grade);

/// <summary>Adds or changes a community. Repeating changes nothing; another community's name is refused.</summary>
internal sealed class SaveCommunity(RegistryDbContext db, CommunityCache cache, TimeProvider clock) : IUseCase
{
    public async Task<Guid> HandleAsync(SaveCommunityRequest request, CancellationToken cancellation = default)
    {
        new Check().Required(request.Name, "name", "填写小区名称").Max(request.Name, Community.NameLength, "name")
            .Max(request.Grade, Community.GradeLength, "grade").ThrowIfAny();
        var name = request.Name!.Trim();
        var id = request.Id ?? Guid.Empty;
        if (await db.Communities.AnyAsync(c => c.Name == name && c.Id != id, cancellation))
            throw new DomainException("registry.community-name-taken", "已经有叫“{0}”的小区", name) { Status = 422, Field = "name" };
        var community = request.Id is { } known ? await db.GetAsync<Community>(known, cancellation) : null;
        if (community is null) db.Add(community = Community.Create(Ids.New(clock), name, request.Grade));
        else community.Change(name, request.Grade);
        await db.SaveChangesAsync(cancellation);
        cache.Forget(db.CurrentTenantId);
        return community.Id;
    }
}

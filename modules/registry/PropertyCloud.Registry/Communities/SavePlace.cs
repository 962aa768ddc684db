using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Communities;

/// <param name="Id">Null adds a place.</param>
/// <param name="CommunityId">Where it is added; a place stays in its community.</param>
/// <param name="Seen">The version that the editor saw; null does not ask.</param>
internal sealed record SavePlaceRequest(Guid? Id, Guid CommunityId, string? Name, Guid? ClusterId, long? Seen = null);

/// <summary>Adds or changes a public place; its name is unique in the community, its cluster one of the community.</summary>
internal sealed class SavePlace(RegistryDbContext db, RegistryReach reach, IIdempotency once, TimeProvider clock) : IUseCase
{
    public async Task<Guid> HandleAsync(SavePlaceRequest request, CancellationToken cancellation = default)
    {
        new Check().Required(request.Name, "name", "填写公共区域的名称").Max(request.Name, PublicPlace.NameLength, "name").ThrowIfAny();
        return request.Id is { } id ? await ChangeAsync(id, request, cancellation)
            : await once.RunAsync(db, "registry.add-place", request, made => AddAsync(request, made, cancellation), cancellation);
    }

    private async Task<Guid> AddAsync(SavePlaceRequest request, Action<Guid> made, CancellationToken cancellation)
    {
        var community = await reach.CommunityAsync(request.CommunityId, null, cancellation);
        await db.RequireClusterAsync(request.ClusterId, community.Id, cancellation);
        await RefuseTakenAsync(Guid.Empty, community.Id, request.Name!.Trim(), cancellation);
        var place = PublicPlace.Create(Ids.New(clock), community.Id, request.Name, request.ClusterId);
        made(place.Id);
        db.Add(place);
        await db.SaveChangesAsync(cancellation);
        return place.Id;
    }

    private async Task<Guid> ChangeAsync(Guid id, SavePlaceRequest request, CancellationToken cancellation)
    {
        var place = await reach.PlaceAsync(id, request.Seen, cancellation);
        await db.RequireClusterAsync(request.ClusterId, place.CommunityId, cancellation);
        await RefuseTakenAsync(id, place.CommunityId, request.Name!.Trim(), cancellation);
        place.Change(request.Name, request.ClusterId);
        await db.SaveChangesAsync(cancellation);
        return id;
    }

    private async Task RefuseTakenAsync(Guid id, Guid communityId, string name, CancellationToken cancellation)
    {
        if (await db.Places.AnyAsync(p => p.CommunityId == communityId && p.Name == name && p.Id != id, cancellation))
            throw new DomainException("registry.place-name-taken", "这个小区已经有叫“{0}”的公共区域，换一个名称", name) { Status = 422, Field = "name" };
    }
}

internal static class ClusterRules
{
    /// <summary>A cluster belongs to one community: another community's is refused like one that is not there.</summary>
    public static async Task RequireClusterAsync(this RegistryDbContext db, Guid? clusterId, Guid communityId, CancellationToken cancellation)
    {
        if (clusterId is { } id && (await db.GetAsync<Cluster>(id, cancellation)).CommunityId != communityId)
            throw new DomainException("registry.cluster-elsewhere", "这个组团属于另一个小区，换一个") { Status = 422, Field = "clusterId" };
    }
}

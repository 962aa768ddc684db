using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Communities;

/// <param name="Id">Null adds a place.</param>
internal sealed record SavePlaceRequest(Guid? Id, Guid CommunityId, string? Name, Guid? ClusterId);

/// <summary>Adds or changes a public place; its name is unique in the community, its cluster one of the community.</summary>
internal sealed class SavePlace(RegistryDbContext db, TimeProvider clock) : IUseCase
{
    public async Task<Guid> HandleAsync(SavePlaceRequest request, CancellationToken cancellation = default)
    {
        new Check().Required(request.Name, "name", "填写公共区域的名称").Max(request.Name, PublicPlace.NameLength, "name").ThrowIfAny();
        var place = request.Id is { } known ? await db.GetAsync<PublicPlace>(known, cancellation) : null;
        var communityId = place?.CommunityId ?? (await db.GetAsync<Community>(request.CommunityId, cancellation)).Id;
        await db.RequireClusterAsync(request.ClusterId, communityId, cancellation);
        var name = request.Name!.Trim();
        var id = request.Id ?? Guid.Empty;
        if (await db.Places.AnyAsync(p => p.CommunityId == communityId && p.Name == name && p.Id != id, cancellation))
            throw new DomainException("registry.place-name-taken", "这个小区已经有叫“{0}”的公共区域", name) { Status = 422, Field = "name" };
        if (place is null) db.Add(place = PublicPlace.Create(Ids.New(clock), communityId, name, request.ClusterId));
        else place.Change(name, request.ClusterId);
        await db.SaveChangesAsync(cancellation);
        return place.Id;
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

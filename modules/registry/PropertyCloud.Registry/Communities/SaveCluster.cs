using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Communities;

/// <param name="Id">Null adds a cluster.</param>
internal sealed record SaveClusterRequest(Guid? Id, Guid CommunityId, string? Name);

/// <summary>Adds or renames a cluster; its name is unique in the community.</summary>
internal sealed class SaveCluster(RegistryDbContext db, TimeProvider clock) : IUseCase
{
    public async Task<Guid> HandleAsync(SaveClusterRequest request, CancellationToken cancellation = default)
    {
        new Check().Required(request.Name, "name", "填写组团名称").Max(request.Name, Cluster.NameLength, "name").ThrowIfAny();
        var cluster = request.Id is { } known ? await db.GetAsync<Cluster>(known, cancellation) : null;
        var communityId = cluster?.CommunityId ?? (await db.GetAsync<Community>(request.CommunityId, cancellation)).Id;
        var name = request.Name!.Trim();
        var id = request.Id ?? Guid.Empty;
        if (await db.Clusters.AnyAsync(c => c.CommunityId == communityId && c.Name == name && c.Id != id, cancellation))
            throw new DomainException("registry.cluster-name-taken", "这个小区已经有叫“{0}”的组团", name) { Status = 422, Field = "name" };
        if (cluster is null) db.Add(cluster = Cluster.Create(Ids.New(clock), communityId, name));
        else cluster.Rename(name);
        await db.SaveChangesAsync(cancellation);
        return cluster.Id;
    }
}

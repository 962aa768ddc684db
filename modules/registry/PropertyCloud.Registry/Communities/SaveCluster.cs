using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Communities;

/// <param name="Id">Null adds a cluster.</param>
/// <param name="CommunityId">Where it is added; a cluster stays in its community.</param>
/// <param name="Seen">The version that the editor saw; null does not ask.</param>
internal sealed record SaveClusterRequest(Guid? Id, Guid CommunityId, string? Name, long? Seen = null);

/// <summary>Adds or renames a cluster; its name is unique in the community.</summary>
internal sealed class SaveCluster(RegistryDbContext db, RegistryReach reach, IIdempotency once, TimeProvider clock) : IUseCase
{
    public async Task<Guid> HandleAsync(SaveClusterRequest request, CancellationToken cancellation = default)
    {
        new Check().Required(request.Name, "name", "填写组团名称").Max(request.Name, Cluster.NameLength, "name").ThrowIfAny();
        return request.Id is { } id ? await ChangeAsync(id, request, cancellation)
            : await once.RunAsync(db, "registry.add-cluster", request, made => AddAsync(request, made, cancellation), cancellation);
    }

    private async Task<Guid> AddAsync(SaveClusterRequest request, Action<Guid> made, CancellationToken cancellation)
    {
        var community = await reach.CommunityAsync(request.CommunityId, null, cancellation);
        await RefuseTakenAsync(Guid.Empty, community.Id, request.Name!.Trim(), cancellation);
        var cluster = Cluster.Create(Ids.New(clock), community.Id, request.Name);
        made(cluster.Id);
        db.Add(cluster);
        await db.SaveChangesAsync(cancellation);
        return cluster.Id;
    }

    private async Task<Guid> ChangeAsync(Guid id, SaveClusterRequest request, CancellationToken cancellation)
    {
        var cluster = await reach.ClusterAsync(id, request.Seen, cancellation);
        await RefuseTakenAsync(id, cluster.CommunityId, request.Name!.Trim(), cancellation);
        cluster.Rename(request.Name);
        await db.SaveChangesAsync(cancellation);
        return id;
    }

    private async Task RefuseTakenAsync(Guid id, Guid communityId, string name, CancellationToken cancellation)
    {
        if (await db.Clusters.AnyAsync(c => c.CommunityId == communityId && c.Name == name && c.Id != id, cancellation))
            throw new DomainException("registry.cluster-name-taken", "这个小区已经有叫“{0}”的组团，换一个名称", name) { Status = 422, Field = "name" };
    }
}

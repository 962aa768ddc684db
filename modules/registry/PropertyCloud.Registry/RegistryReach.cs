using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Communities;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry;

/// <summary>Finds what somebody arranges by hand, within their communities: what lies outside is not there. The system, which nobody
/// is signed in to, reaches everything.</summary>
internal sealed class RegistryReach(RegistryDbContext db, ICurrentUser user, IEnumerable<IRegistryUsage> usages)
{
    /// <summary>The whole company: only then communities may be added.</summary>
    public bool IsWhole => !user.IsAuthenticated || user.Scope.Kind == DataScopeKind.Company;

    public bool Reaches(Guid communityId) => IsWhole || (user.Scope.Kind == DataScopeKind.Community && user.Scope.Ids.Contains(communityId));

    /// <param name="seen">The version that the editor saw: another one is refused; null does not ask.</param>
    public async Task<Community> CommunityAsync(Guid id, long? seen, CancellationToken cancellation) => Seen(await db.GetAsync<Community>(id, cancellation), id, seen);

    /// <inheritdoc cref="CommunityAsync"/>
    public async Task<Building> BuildingAsync(Guid id, long? seen, CancellationToken cancellation)
    {
        var building = await db.GetAsync<Building>(id, cancellation);
        return Seen(building, building.CommunityId, seen);
    }

    /// <inheritdoc cref="CommunityAsync"/>
    public async Task<(Entrance Entrance, Building Building)> EntranceAsync(Guid id, long? seen, CancellationToken cancellation)
    {
        var entrance = await db.GetAsync<Entrance>(id, cancellation);
        var building = await BuildingAsync(entrance.BuildingId, null, cancellation);
        return (Seen(entrance, building.CommunityId, seen), building);
    }

    /// <inheritdoc cref="CommunityAsync"/>
    public async Task<Units.Unit> UnitAsync(Guid id, long? seen, CancellationToken cancellation)
    {
        var unit = await db.GetAsync<Units.Unit>(id, cancellation);
        return Seen(unit, unit.CommunityId, seen);
    }

    /// <inheritdoc cref="CommunityAsync"/>
    public async Task<Cluster> ClusterAsync(Guid id, long? seen, CancellationToken cancellation)
    {
        var cluster = await db.GetAsync<Cluster>(id, cancellation);
        return Seen(cluster, cluster.CommunityId, seen);
    }

    /// <inheritdoc cref="CommunityAsync"/>
    public async Task<PublicPlace> PlaceAsync(Guid id, long? seen, CancellationToken cancellation)
    {
        var place = await db.GetAsync<PublicPlace>(id, cancellation);
        return Seen(place, place.CommunityId, seen);
    }

    /// <summary>Removes what was found and saves, unless another module keeps its id.</summary>
    public async Task RemoveAsync(RegistryItem item, AggregateRoot found, CancellationToken cancellation)
    {
        foreach (var usage in usages)
            if (await usage.WhyKeptAsync(item, found.Id, cancellation) is { } why) throw new DomainException("registry.in-use", why);
        await RemoveAsync(found, cancellation);
    }

    /// <summary>Removes what only this module knows, and saves.</summary>
    public async Task RemoveAsync(AggregateRoot found, CancellationToken cancellation)
    {
        db.Remove(found);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException broken) when (DbErrors.IsBrokenReference(broken))
        {
            throw new DomainException("registry.filled-meanwhile", "刚刚有人往里面加了东西，没有删除。刷新后再看");
        }
    }

    private T Seen<T>(T row, Guid communityId, long? seen) where T : AggregateRoot
    {
        if (!Reaches(communityId)) throw DomainException.NotFound();
        row.RequireSeen(seen);
        return row;
    }
}

/// <summary>The version that an editor saw: the hidden field of a form, the header <c>If-Match</c> of a program.</summary>
internal static class SeenVersion
{
    /// <summary>Null where none was sent. What is no version of ours can match nothing.</summary>
    public static long? Parse(string? ifMatch)
    {
        if (string.IsNullOrEmpty(ifMatch) || ifMatch == "*") return null;
        return long.TryParse(ifMatch.Trim('"'), out var version) ? version : throw Stale();
    }

    public static void RequireSeen(this AggregateRoot row, long? seen)
    {
        if (seen is { } version && version != row.Version) throw Stale();
    }

    private static DomainException Stale() => new("registry.stale", "别人刚刚改过这一项，什么都没有保存。下面是现在的内容，核对后再改") { Status = 412 };
}

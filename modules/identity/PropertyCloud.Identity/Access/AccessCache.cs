using System.Collections.Concurrent;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Access;

/// <summary>What this host remembers of who may do what. A company's memory lasts as long as its access version: this host
/// forgets at once after a change of its own, and looks at the version at most once a second for changes of others.</summary>
internal sealed class AccessCache(TimeProvider clock)
{
    internal static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<int, CompanyAccess> _companies = new();

    public void Forget(int tenantId) => _companies.TryRemove(tenantId, out _);

    /// <param name="readStamp">Reads the company's access version; called by one caller at most each second.</param>
    public async ValueTask<CompanyAccess> OfAsync(int tenantId, Func<ValueTask<string>> readStamp)
    {
        if (_companies.TryGetValue(tenantId, out var known) && !known.IsTimeToLook(clock)) return known;
        var stamp = await readStamp();
        if (known is not null && known.Stamp == stamp) return known;
        var fresh = new CompanyAccess(stamp, clock);
        _companies[tenantId] = fresh;
        return fresh;
    }
}

/// <summary>Users and staff of a company under one access version.</summary>
internal sealed class CompanyAccess(string stamp, TimeProvider clock)
{
    private const int MostUsers = 50_000;
    private long _looked = clock.GetTimestamp();

    public string Stamp { get; } = stamp;
    public ConcurrentDictionary<Guid, RememberedUser> Users { get; } = new();

    /// <summary>The company's staff, once somebody asked for it.</summary>
    public StaffDirectory? Staff { get; set; }

    /// <summary>True for one caller each second.</summary>
    public bool IsTimeToLook(TimeProvider time)
    {
        var looked = Interlocked.Read(ref _looked);
        return time.GetElapsedTime(looked) >= AccessCache.LookEvery && Interlocked.CompareExchange(ref _looked, time.GetTimestamp(), looked) == looked;
    }

    public void Remember(Guid userId, RememberedUser user)
    {
        if (Users.Count >= MostUsers) Users.Clear();
        Users[userId] = user;
    }
}

/// <param name="Access">Null for who is unknown or may not sign in.</param>
/// <param name="ReadAt">Timestamp of the clock; clusters of butlers are read again sooner than the rest.</param>
internal sealed record RememberedUser(UserAccess? Access, string SecurityStamp, long ReadAt, TimeSpan Lasts);

/// <summary>All staff of a company, active or not.</summary>
/// <param name="communities">What each is narrowed to; who is not in it is not narrowed.</param>
internal sealed class StaffDirectory(IReadOnlyList<StaffSummary> byName, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> communities)
{
    public IReadOnlyList<StaffSummary> ByName { get; } = byName;
    public IReadOnlyDictionary<Guid, StaffSummary> ById { get; } = byName.ToDictionary(s => s.UserId);

    public IReadOnlyList<Guid> CommunitiesOf(Guid userId) => communities.GetValueOrDefault(userId) ?? [];
}

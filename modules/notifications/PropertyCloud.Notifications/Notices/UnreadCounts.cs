using System.Collections.Concurrent;
using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Notifications.Notices;

/// <summary>Counts of unread notifications for two seconds: every page shows the bell. Forgotten at once where this host changes one.</summary>
internal sealed class UnreadCounts(TimeProvider clock)
{
    private const int MostKept = 20_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<(int Tenant, Guid User), (int Count, DateTime Until)> _known = new();

    public async ValueTask<int> GetAsync(int tenant, Guid user, Func<Task<int>> count)
    {
        var now = clock.Now();
        if (_known.TryGetValue((tenant, user), out var known) && known.Until > now) return known.Count;
        if (_known.Count > MostKept) _known.Clear();
        var fresh = await count();
        _known[(tenant, user)] = (fresh, now + KeptFor);
        return fresh;
    }

    /// <summary>Everybody of the company.</summary>
    public void Forget(int tenant)
    {
        foreach (var key in _known.Keys.Where(k => k.Tenant == tenant)) _known.TryRemove(key, out _);
    }

    public void Forget(int tenant, Guid user) => _known.TryRemove((tenant, user), out _);
}

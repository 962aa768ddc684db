using System.Collections.Concurrent;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Theme.Layout;

namespace PropertyCloud.Notifications.Notices;

/// <summary>Bells for two seconds: every page shows one. Forgotten at once where this host changes one.</summary>
internal sealed class UnreadCounts(TimeProvider clock)
{
    private const int MostKept = 20_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<(int Tenant, Guid User), (BellState Bell, DateTime Until)> _known = new();

    public async ValueTask<BellState> GetAsync(int tenant, Guid user, Func<Task<BellState>> count)
    {
        var now = clock.Now();
        if (_known.TryGetValue((tenant, user), out var known) && known.Until > now) return known.Bell;
        if (_known.Count > MostKept) _known.Clear();
        var fresh = await count();
        _known[(tenant, user)] = (fresh, now + KeptFor);
        return fresh;
    }

    public void Forget(int tenant, Guid user) => _known.TryRemove((tenant, user), out _);
}

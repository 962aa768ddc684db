using System.Collections.Concurrent;

namespace PropertyCloud.Kernel.Settings;

/// <summary>What was set, by company. A company's memory lasts as long as its <see cref="SettingVersion"/>: this host forgets at once
/// after a change of its own, and looks at the version at most once a second for changes of others (ruling 32).</summary>
internal sealed class SettingCache(TimeProvider clock)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<int, CompanySettings> _companies = new();

    /// <param name="readStamp">Reads the company's version; called by one caller at most each second.</param>
    /// <param name="load">Reads what the user set, or the company where the id is empty.</param>
    public async ValueTask<IReadOnlyDictionary<string, string>> GetAsync(int tenantId, Guid userId, Func<Task<string>> readStamp, Func<Task<Dictionary<string, string>>> load)
    {
        var company = await CompanyAsync(tenantId, readStamp);
        return company.Values.TryGetValue(userId, out var known) ? known : company.Remember(userId, await load());
    }

    public void Forget(int tenantId) => _companies.TryRemove(tenantId, out _);

    // The stamp is read before the values: what changes in between is newer than its stamp says and is read again a second later.
    private async ValueTask<CompanySettings> CompanyAsync(int tenantId, Func<Task<string>> readStamp)
    {
        if (_companies.TryGetValue(tenantId, out var known) && !known.IsTimeToLook(clock, LookEvery)) return known;
        var stamp = await readStamp();
        if (known is not null && known.Stamp == stamp) return known;
        var fresh = new CompanySettings(stamp, clock.GetTimestamp());
        _companies[tenantId] = fresh;
        return fresh;
    }

    /// <summary>Values of a company and its users under one version.</summary>
    private sealed class CompanySettings(string stamp, long looked)
    {
        private const int MostUsers = 20_000;
        private long _looked = looked;

        public string Stamp { get; } = stamp;
        public ConcurrentDictionary<Guid, IReadOnlyDictionary<string, string>> Values { get; } = new();

        /// <summary>True for one caller each second.</summary>
        public bool IsTimeToLook(TimeProvider clock, TimeSpan every)
        {
            var before = Interlocked.Read(ref _looked);
            return clock.GetElapsedTime(before) >= every && Interlocked.CompareExchange(ref _looked, clock.GetTimestamp(), before) == before;
        }

        public IReadOnlyDictionary<string, string> Remember(Guid userId, IReadOnlyDictionary<string, string> values)
        {
            if (Values.Count >= MostUsers) Values.Clear();
            return Values[userId] = values;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PropertyCloud.Kernel.Data;

namespace PropertyCloud.Kernel.Live;

/// <summary>Each second: tells other hosts what was announced here, by a number that grows, and passes on what they announced.
/// SQLite has one host only, so nothing is done there.</summary>
internal sealed class OtherHosts(LookAgainHub hub, DatabaseKind database, IConfiguration configuration, IServiceScopeFactory scopes, ILogger<OtherHosts> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private readonly Dictionary<(int, string), long> _seen = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!database.IsMySql || !configuration.GetValue("App:Background", true)) return;
        hub.HasOtherHosts = true;
        using var timer = new PeriodicTimer(Beat);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ExchangeAsync(stoppingToken);
            }
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(failed, "Other hosts could not be told or heard");
            }
        }
    }

    internal async Task ExchangeAsync(CancellationToken cancellation)
    {
        var unsent = hub.TakeUnsent();
        var listening = hub.TenantsWithListeners.ToList();
        if (unsent.Count == 0 && listening.Count == 0) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
        try
        {
            await HearAsync(db, listening, cancellation);
            await TellAsync(db, unsent, cancellation);
        }
        catch
        {
            hub.PutBack(unsent);
            throw;
        }
    }

    private async Task HearAsync(KernelDbContext db, List<int> listening, CancellationToken cancellation)
    {
        if (listening.Count == 0) return;
        var rows = await db.Set<LookSequence>().AsNoTracking().Where(s => listening.Contains(s.TenantId)).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            var isNews = _seen.TryGetValue((row.TenantId, row.Topic), out var seen) && seen < row.Sequence;
            _seen[(row.TenantId, row.Topic)] = row.Sequence;
            if (isNews) hub.Deliver(row.TenantId, row.Topic);
        }
    }

    private async Task TellAsync(KernelDbContext db, IReadOnlyList<(int TenantId, string Topic)> unsent, CancellationToken cancellation)
    {
        foreach (var (tenantId, topic) in unsent)
        {
            var row = db.Set<LookSequence>().Where(s => s.TenantId == tenantId && s.Topic == topic);
            var grown = await row.ExecuteUpdateAsync(s => s.SetProperty(x => x.Sequence, x => x.Sequence + 1), cancellation);
            if (grown == 0) await AddAsync(db, tenantId, topic, cancellation);

            // Its own step is no news to this host.
            _seen[(tenantId, topic)] = _seen.GetValueOrDefault((tenantId, topic)) + 1;
        }
    }

    private static async Task AddAsync(KernelDbContext db, int tenantId, string topic, CancellationToken cancellation)
    {
        try
        {
            db.Add(new LookSequence { TenantId = tenantId, Topic = topic, Sequence = 1 });
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException taken) when (DbErrors.IsDuplicateKey(taken))
        {
            // Another host was first: its row is news to everybody, which is all that is wanted.
            db.ChangeTracker.Clear();
        }
    }
}

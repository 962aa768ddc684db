using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Timers;

/// <summary>Fires all timers that are due, now and in this process: for the demonstration and tests; a serving host does it by itself.</summary>
public interface ITimerSweep
{
    /// <summary>One round; returns how many were fired. A step that is due at once is fired in the next round.</summary>
    /// <param name="only">One tenant's timers alone; null takes every tenant's.</param>
    Task<int> SweepAsync(int? only = null, CancellationToken cancellation = default);

    /// <summary>The instant at which the next timer falls due, or null when none is set.</summary>
    /// <param name="only">One tenant's timers alone; null looks at every tenant's.</param>
    Task<DateTime?> NextDueAsync(int? only = null, CancellationToken cancellation = default);
}

/// <summary>Handlers by owner.</summary>
internal sealed class TimerRegistry
{
    private readonly Dictionary<string, Type> _handlers = new(StringComparer.Ordinal);

    public static TimerRegistry From(IEnumerable<Assembly> assemblies)
    {
        var registry = new TimerRegistry();
        foreach (var type in assemblies.Distinct().SelectMany(a => a.GetTypes()).Where(t => !t.IsAbstract && typeof(ITimerHandler).IsAssignableFrom(t)))
        {
            var owner = type.GetCustomAttribute<TimerHandlerAttribute>()?.Owner ?? throw new InvalidOperationException($"{type.FullName} has no [TimerHandler].");
            if (!registry._handlers.TryAdd(owner, type)) throw new InvalidOperationException($"Two handlers own the timers '{owner}'.");
        }

        return registry;
    }

    public Type? Find(string owner) => _handlers.GetValueOrDefault(owner);
}

/// <summary>Claims due timers in batches from an index, never by scanning all, and fires each in a scope of its tenant.</summary>
internal sealed class TimerSweep(IServiceScopeFactory scopes, TimerRegistry registry, ITenantStore tenants, ICurrentTenant currentTenant, TimeProvider clock,
    DatabaseKind database, ILogger<TimerSweep> log) : ITimerSweep
{
    private const int Batch = 200;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public async Task<int> SweepAsync(int? only = null, CancellationToken cancellation = default)
    {
        var due = await ClaimAsync(only, cancellation);
        if (due.Count == 0) return 0;
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = database.IsMySql ? 4 : 1, CancellationToken = cancellation },
            async (timer, token) => await FireAsync(timer, token));
        return due.Count;
    }

    public async Task<DateTime?> NextDueAsync(int? only = null, CancellationToken cancellation = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Of(scope.ServiceProvider.GetRequiredService<KernelDbContext>(), only)
            .Where(t => t.State == TimerState.Armed).OrderBy(t => t.NextAt).Select(t => (DateTime?)t.NextAt).FirstOrDefaultAsync(cancellation);
    }

    private async Task<List<TimerRow>> ClaimAsync(int? only, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
        var now = clock.Now();
        var due = Of(db, only).AsNoTracking().Where(t => t.State == TimerState.Armed && t.NextAt <= now);
        // A company that is being loaded belongs to its loader: there is nobody to keep its timers from.
        if (database.FastLoad) return await due.OrderBy(t => t.NextAt).Take(Batch).ToListAsync(cancellation);
        if (!await due.AnyAsync(cancellation)) return [];
        await using var transaction = await db.Database.BeginTransactionAsync(database.IsMySql ? System.Data.IsolationLevel.ReadCommitted : System.Data.IsolationLevel.Serializable, cancellation);
        var rows = await (database.IsMySql ? Locked(db, only, now).AsNoTracking() : due.OrderBy(t => t.NextAt).Take(Batch)).ToListAsync(cancellation);
        var ids = rows.Select(r => r.Id).ToList();
        await db.Set<TimerRow>().Where(t => ids.Contains(t.Id))
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.NextAt, now + Lease).SetProperty(t => t.Attempts, t => t.Attempts + 1), cancellation);
        await transaction.CommitAsync(cancellation);
        return rows;
    }

    private static IQueryable<TimerRow> Of(KernelDbContext db, int? only) =>
        only is { } one ? db.Set<TimerRow>().Where(t => t.TenantId == one) : db.Set<TimerRow>();

    /// <summary>Two statements, so that one tenant's is a plain predicate that an index can serve: what is looked at is locked while
    /// it is looked at, and another tenant's sweep would skip it.</summary>
    private static IQueryable<TimerRow> Locked(KernelDbContext db, int? only, DateTime now) => only is { } one
        ? db.Set<TimerRow>().FromSql($"SELECT * FROM kernel_timer WHERE State = 1 AND NextAt <= {now} AND TenantId = {one} ORDER BY NextAt LIMIT {Batch} FOR UPDATE SKIP LOCKED")
        : db.Set<TimerRow>().FromSql($"SELECT * FROM kernel_timer WHERE State = 1 AND NextAt <= {now} ORDER BY NextAt LIMIT {Batch} FOR UPDATE SKIP LOCKED");

    private async Task FireAsync(TimerRow timer, CancellationToken cancellation)
    {
        try
        {
            var tenant = await tenants.FindAsync(timer.TenantId, cancellation) ?? throw new InvalidOperationException($"Tenant {timer.TenantId} is unknown.");
            using var _ = currentTenant.Change(tenant);
            var handler = registry.Find(timer.Owner) ?? throw new InvalidOperationException($"Nobody handles the timers '{timer.Owner}'.");
            var next = await CallAsync(handler, timer, cancellation);
            await MoveOnAsync(timer, next, cancellation);
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            log.LogError(failed, "Timer {Owner} of tenant {Tenant}, subject {Subject}, step {Step} failed", timer.Owner, timer.TenantId, timer.Subject, timer.Step);
            await SetBackAsync(timer, cancellation);
        }
    }

    private async Task<TimerStep?> CallAsync(Type handler, TimerRow timer, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            if (services.GetService<IWordingSource>() is { } wording) services.GetRequiredService<CurrentWording>().Value = await wording.GetAsync();
            try
            {
                return await ((ITimerHandler)services.GetRequiredService(handler)).FireAsync(timer.Subject, timer.Step, timer.DueAt, cancellation);
            }
            catch (Exception lost) when (attempt < 5 && DbErrors.IsLostRace(lost))
            {
                // Again from a clean scope.
            }
        }
    }

    private async Task MoveOnAsync(TimerRow timer, TimerStep? next, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var mine = scope.ServiceProvider.GetRequiredService<KernelDbContext>().Set<TimerRow>().Where(t => t.Id == timer.Id && t.Token == timer.Token);
        if (next is null)
        {
            await mine.ExecuteDeleteAsync(cancellation);
            return;
        }

        var at = Clock.Cut(next.At);
        await mine.ExecuteUpdateAsync(s => s.SetProperty(t => t.Step, next.Step).SetProperty(t => t.DueAt, at).SetProperty(t => t.NextAt, at).SetProperty(t => t.Attempts, 0), cancellation);
    }

    /// <summary>Tried again with a growing pause; after twenty attempts it waits for a person and no longer costs the others time.</summary>
    private async Task SetBackAsync(TimerRow timer, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var at = clock.Now() + TimeSpan.FromSeconds(Math.Min(600, 1 << Math.Min(timer.Attempts, 9)));
        var attempts = timer.Attempts + 1;
        var state = timer.Attempts >= 20 ? TimerState.Failed : TimerState.Armed;
        await scope.ServiceProvider.GetRequiredService<KernelDbContext>().Set<TimerRow>().Where(t => t.Id == timer.Id && t.Token == timer.Token)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.NextAt, at).SetProperty(t => t.Attempts, attempts).SetProperty(t => t.State, state), cancellation);
    }
}

/// <summary>Sweeps four times a second while the host serves.</summary>
internal sealed class TimerLoop(TimerSweep sweep, IConfiguration configuration, ILogger<TimerLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue("App:Background", true)) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await sweep.SweepAsync(cancellation: stoppingToken) > 0) continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed)
            {
                log.LogWarning(failed, "A sweep of the timers failed");
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

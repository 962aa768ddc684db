using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Events;

/// <summary>Takes waiting events tenant by tenant, a few of each, so that one tenant's flood does not hold up another; hands each to
/// its subscribers in a scope of its tenant; retries with growing pauses and parks what keeps failing.</summary>
internal sealed class OutboxDispatcher(IServiceScopeFactory scopes, EventRegistry events, EventTap tap, ITenantStore tenants, ICurrentTenant currentTenant,
    TimeProvider clock, DatabaseKind database, ILogger<OutboxDispatcher> log) : IOutboxDrain
{
    internal const int MaxAttempts = 10;
    private const int PerTenant = 20;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10)];
    private static readonly ActivitySource Traces = new("PropertyCloud");

    public async Task<int> DrainAsync(int? only = null, CancellationToken cancellation = default)
    {
        var total = 0;
        while (true)
        {
            var handled = await RunOnceAsync(only, cancellation);
            if (handled == 0) return total;
            total += handled;
        }
    }

    /// <summary>One round over all tenants, or over one; returns how many events were taken.</summary>
    public async Task<int> RunOnceAsync(int? only, CancellationToken cancellation)
    {
        var taken = await ClaimAsync(only, cancellation);
        if (taken.Count == 0) return 0;
        var handled = new System.Collections.Concurrent.ConcurrentBag<Guid>();
        await EachAsync(taken, async (message, token) =>
        {
            if (await HandleAsync(message, token)) handled.Add(message.Id);
        }, cancellation);
        await FinishAsync([.. handled], cancellation);
        return taken.Count;
    }

    /// <summary>Four at a time on MySQL. SQLite has one writer: one after another on the caller's thread, without waking others in vain.</summary>
    private async Task EachAsync(IReadOnlyList<OutboxMessage> taken, Func<OutboxMessage, CancellationToken, Task> work, CancellationToken cancellation)
    {
        if (database.IsMySql)
        {
            await Parallel.ForEachAsync(taken, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellation }, async (message, token) => await work(message, token));
            return;
        }

        foreach (var message in taken)
        {
            cancellation.ThrowIfCancellationRequested();
            await work(message, cancellation);
        }
    }

    private async Task<List<OutboxMessage>> ClaimAsync(int? only, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
        var now = clock.Now();
        var active = only is { } one ? [one] : await db.Set<OutboxMessage>().Where(m => m.State == OutboxState.Open && m.NextAt <= now).Select(m => m.TenantId).Distinct().OrderBy(t => t).Take(500).ToListAsync(cancellation);
        var taken = new List<OutboxMessage>();
        foreach (var tenantId in active)
            taken.AddRange(await ClaimTenantAsync(db, tenantId, now, cancellation));
        return taken;
    }

    /// <summary>Only the first open event of each subject is taken: events of one subject are handled in order.</summary>
    private async Task<List<OutboxMessage>> ClaimTenantAsync(KernelDbContext db, int tenantId, DateTime now, CancellationToken cancellation)
    {
        // A company that is being loaded belongs to its loader: there is nobody to keep its events from.
        if (database.FastLoad) return await FirstOfSubjects(db, tenantId, now).AsNoTracking().ToListAsync(cancellation);
        // SQLite has one dispatcher: nobody else takes rows between the two statements.
        await using var transaction = database.IsMySql ? await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted, cancellation) : null;
        var source = database.IsMySql
            ? db.Set<OutboxMessage>().FromSql($"""
                SELECT o.* FROM kernel_outbox AS o
                WHERE o.State = 0 AND o.TenantId = {tenantId} AND o.NextAt <= {now}
                  AND NOT EXISTS (SELECT 1 FROM kernel_outbox AS e WHERE e.TenantId = o.TenantId AND e.Subject = o.Subject AND e.State = 0 AND e.Sequence < o.Sequence)
                ORDER BY o.Sequence LIMIT {PerTenant} FOR UPDATE SKIP LOCKED
                """)
            : FirstOfSubjects(db, tenantId, now);
        var rows = await source.AsNoTracking().ToListAsync(cancellation);
        if (rows.Count > 0)
        {
            var ids = rows.Select(r => r.Id).ToList();
            await db.Set<OutboxMessage>().Where(m => ids.Contains(m.Id))
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.NextAt, now + Lease).SetProperty(m => m.Attempts, m => m.Attempts + 1), cancellation);
        }

        if (transaction is not null) await transaction.CommitAsync(cancellation);
        return rows;
    }

    private static IQueryable<OutboxMessage> FirstOfSubjects(KernelDbContext db, int tenantId, DateTime now)
    {
        var all = db.Set<OutboxMessage>();
        return all.Where(o => o.State == OutboxState.Open && o.TenantId == tenantId && o.NextAt <= now
            && !all.Any(e => e.TenantId == o.TenantId && e.Subject == o.Subject && e.State == OutboxState.Open && e.Sequence < o.Sequence))
            .OrderBy(o => o.Sequence).Take(PerTenant);
    }

    /// <summary>False when it was set back or parked. What was handled is marked at the end of the round: a crash before that tells
    /// again, and the inbox keeps it from counting twice.</summary>
    private async Task<bool> HandleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        using var activity = Traces.StartActivity($"event {message.Name}", ActivityKind.Consumer);
        activity?.SetTag("tenant", message.TenantId);
        try
        {
            var tenant = await tenants.FindAsync(message.TenantId, cancellation) ?? throw new InvalidOperationException($"Tenant {message.TenantId} is unknown.");
            using var _ = currentTenant.Change(tenant);
            if (events.TypeOf(message.Name) is { } type)
            {
                var happened = (IEvent)JsonSerializer.Deserialize(message.Payload, type, Json.Options)!;
                await TellAllAsync(message, type, happened, cancellation);
                tap.Tell(message.TenantId, happened);
                return true;
            }

            // Its module may be installed again: kept, not lost.
            await SetBackAsync(message, OutboxState.Parked, "Nobody knows an event of this name.", cancellation);
            return false;
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            log.LogError(failed, "Event {Event} {Id} of tenant {Tenant} failed at attempt {Attempt}", message.Name, message.Id, message.TenantId, message.Attempts + 1);
            var parked = message.Attempts + 1 >= MaxAttempts;
            await SetBackAsync(message, parked ? OutboxState.Parked : OutboxState.Open, failed.ToString(), cancellation);
            return false;
        }
    }

    private async Task TellAllAsync(OutboxMessage message, Type type, IEvent happened, CancellationToken cancellation)
    {
        var envelope = new EventEnvelope(message.Id, message.OccurredAt, message.ActorId, message.CorrelationId);
        List<Exception>? failures = null;
        List<string> idle = [];
        foreach (var subscription in events.SubscribersOf(type))
        {
            try
            {
                if (!await TellAsync(message, subscription, happened, envelope, cancellation)) idle.Add(subscription.Name);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                // The others are told all the same; only who failed is told again.
                (failures ??= []).Add(failed);
            }
        }

        if (failures is null) return;
        await MarkAsync(message, idle, cancellation);
        throw failures.Count == 1 ? failures[0] : new AggregateException(failures);
    }

    /// <returns>False when the subscriber changed nothing and so left no mark. The end of the event is its mark, unless the event is told
    /// again because another one failed: then it is written.</returns>
    private async Task<bool> TellAsync(OutboxMessage message, EventRegistry.Subscription subscription, IEvent happened, EventEnvelope envelope, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var session = services.GetRequiredService<DbSession>();
            session.Handling = (message.Id, subscription.Name);
            session.Origin.CorrelationId = message.CorrelationId;
            if (services.GetService<IWordingSource>() is { } wording) services.GetRequiredService<CurrentWording>().Value = await wording.GetAsync();
            try
            {
                if ((message.Attempts > 0 || attempt > 1) && await IsHandledAsync(services, message, subscription, cancellation)) return true;
                await subscription.Call(services.GetRequiredService(subscription.Service), happened, envelope, cancellation);
                return session.HandlingIsMarked;
            }
            catch (Exception lost) when (attempt < 5 && (DbErrors.IsLostRace(lost) || DbErrors.IsDuplicateKey(lost)))
            {
                // Again from a clean scope: somebody else changed the same row, or handled the same event.
            }
        }
    }

    private static Task<bool> IsHandledAsync(IServiceProvider services, OutboxMessage message, EventRegistry.Subscription subscription, CancellationToken cancellation) =>
        services.GetRequiredService<KernelDbContext>().Set<InboxMark>().AnyAsync(m => m.EventId == message.Id && m.Subscriber == subscription.Name, cancellation);

    private async Task MarkAsync(OutboxMessage message, IReadOnlyList<string> subscribers, CancellationToken cancellation)
    {
        foreach (var subscriber in subscribers)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
            db.Add(new InboxMark(message.Id, subscriber, message.TenantId, clock.Now()));
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException taken) when (DbErrors.IsDuplicateKey(taken))
            {
                // Another host told it meanwhile: marked all the same.
            }
        }
    }

    private async Task FinishAsync(List<Guid> handled, CancellationToken cancellation)
    {
        if (handled.Count == 0) return;
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.Now();
        await scope.ServiceProvider.GetRequiredService<KernelDbContext>().Set<OutboxMessage>().Where(m => handled.Contains(m.Id))
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, OutboxState.Handled).SetProperty(m => m.HandledAt, now), cancellation);
    }

    private async Task SetBackAsync(OutboxMessage message, OutboxState state, string error, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        // As the claim has counted it, or should have.
        var attempts = message.Attempts + 1;
        var next = clock.Now() + Pauses[Math.Min(message.Attempts, Pauses.Length - 1)];
        var text = error.Length > 2000 ? error[..2000] : error;
        await scope.ServiceProvider.GetRequiredService<KernelDbContext>().Set<OutboxMessage>().Where(m => m.Id == message.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, state).SetProperty(m => m.NextAt, next).SetProperty(m => m.Attempts, attempts).SetProperty(m => m.Error, text), cancellation);
    }
}

internal sealed class OutboxQuery(KernelDbContext db) : IOutboxQuery
{
    public Task<bool> HasPendingAsync(Guid subject, CancellationToken cancellation = default)
    {
        var tenantId = db.CurrentTenantId;
        return db.Set<OutboxMessage>().AnyAsync(m => m.TenantId == tenantId && m.Subject == subject && m.State == OutboxState.Open, cancellation);
    }
}

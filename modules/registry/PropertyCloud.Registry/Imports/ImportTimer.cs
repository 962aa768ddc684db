using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Live;
using PropertyCloud.Kernel.Timers;
using PropertyCloud.Registry.Communities;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Imports;

/// <summary>Moves imports on in the background: dry run, batches, and removal of the file when its time is over. A timer survives
/// restarts, so an import goes on after a crash at its next batch. Works in slices, so that other timers are not kept waiting.</summary>
[TimerHandler(ImportTimer.Owner)]
internal sealed class ImportTimer(RegistryDbContext db, DryRun dryRun, RegistryBatch batch, ImportFiles files, CommunityCache cache,
    ILookAgain live, TimeProvider clock, ILogger<ImportTimer> log) : ITimerHandler
{
    public const string Owner = "registry.import";
    public const int Check = 1;
    public const int Import = 2;
    public const int Expire = 3;
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(2);

    public async Task<TimerStep?> FireAsync(Guid subject, int step, DateTime dueAt, CancellationToken cancellation)
    {
        try
        {
            switch (step)
            {
                case Check:
                    await dryRun.HandleAsync(subject, cancellation);
                    break;
                case Import:
                    if (await ImportSliceAsync(subject, cancellation)) return new(Import, clock.Now());
                    break;
                default:
                    return await ExpireAsync(subject, cancellation);
            }
        }
        catch (Exception broken) when (broken is not OperationCanceledException and not DomainException { Code: "kernel.changed-meanwhile" or "kernel.not-found" })
        {
            log.LogError(broken, "Import {Run} stumbled in step {Step}", subject, step);
            if (await StumbledAsync(subject, cancellation)) return new(step, clock.Now().AddSeconds(5));
        }

        return await NextAsync(subject, cancellation);
    }

    /// <returns>True while there is more to write.</returns>
    private async Task<bool> ImportSliceAsync(Guid id, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var run = await db.GetAsync<ImportRun>(id, cancellation);
        if (run.State != ImportState.Importing) return false;
        if (await files.ReadRowsAsync(id, run.NextRow, RegistryBatch.Size, cancellation) is { } batches)
        {
            await foreach (var rows in batches.WithCancellation(cancellation))
            {
                if (await WriteAsync(id, run.NextRow, rows, cancellation) is not { } advanced) return false;
                run = advanced;
                if (run.State != ImportState.Importing) return false;
                if (clock.GetElapsedTime(started) > Slice) return true;
            }
        }

        run.Fail(new("文件已经删除，写好的 {0} 行保留。重新上传可以接着导入", run.NextRow), clock.Now());
        await db.SaveChangesAsync(cancellation);
        return false;
    }

    /// <summary>One batch and the run's progress in one save; who lost the race for the run's row wrote nothing.</summary>
    /// <returns>Null when somebody else has moved the run on: these rows are not its next ones.</returns>
    private async Task<ImportRun?> WriteAsync(Guid id, int from, IReadOnlyList<RegistryRow> rows, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var run = await db.GetAsync<ImportRun>(id, cancellation);
        if (run.NextRow != from) return null;
        run.Advance(rows.Count, await batch.ApplyAsync(rows, run.UploadedBy, cancellation), clock.Now());
        await db.SaveChangesAsync(cancellation);
        cache.Forget(db.CurrentTenantId);
        live.Announce(db.CurrentTenantId, RegistryModule.Topic);
        return run;
    }

    private async Task<TimerStep?> NextAsync(Guid id, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var run = await db.TryGetAsync<ImportRun>(id, cancellation);
        return run switch
        {
            null => null,
            { State: ImportState.Importing } => new(Import, clock.Now()),
            _ => new(Expire, run.ExpiresAt),
        };
    }

    /// <returns>True when it is to be tried again.</returns>
    private async Task<bool> StumbledAsync(Guid id, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var run = await db.GetAsync<ImportRun>(id, cancellation);
        run.Stumbled(clock.Now());
        await db.SaveChangesAsync(cancellation);
        live.Announce(db.CurrentTenantId, RegistryModule.Topic);
        return run.IsRunning;
    }

    private async Task<TimerStep?> ExpireAsync(Guid id, CancellationToken cancellation)
    {
        var run = await db.TryGetAsync<ImportRun>(id, cancellation);
        if (run is null) return null;
        if (run.State == ImportState.Importing) return new(Import, clock.Now());
        if (run.State is ImportState.Uploaded or ImportState.Checked) run.Discard(clock.Now());
        await db.SaveChangesAsync(cancellation);
        await db.ImportFaults.Where(f => f.RunId == id).ExecuteDeleteAsync(cancellation);
        await files.DeleteAsync(id, cancellation);
        return null;
    }
}

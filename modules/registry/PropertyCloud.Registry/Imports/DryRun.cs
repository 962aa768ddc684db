using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Live;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.Imports.Reading;

namespace PropertyCloud.Registry.Imports;

/// <summary>Reads a file to its end, lists every bad row and keeps the good ones aside; writes nothing into the registry. After a
/// crash it begins again.</summary>
internal sealed class DryRun(RegistryDbContext db, ImportFiles files, ILookAgain live, TimeProvider clock, Display display) : IUseCase
{
    private const int SaveEvery = 5_000;

    public async Task HandleAsync(Guid runId, CancellationToken cancellation)
    {
        var run = await db.GetAsync<ImportRun>(runId, cancellation);
        if (run.State != ImportState.Uploaded) return;
        await db.ImportFaults.Where(f => f.RunId == runId).ExecuteDeleteAsync(cancellation);
        try
        {
            await using var upload = await files.OpenUploadAsync(runId, cancellation) ?? throw SheetFile.Refused("registry.file-gone", "文件已经删除，重新上传");
            await CheckAsync(run, upload, cancellation);
        }
        catch (DomainException refused) when (refused.Status == 422)
        {
            db.ChangeTracker.Clear();
            run = await db.GetAsync<ImportRun>(runId, cancellation);
            run.Fail(new(refused.Text, [.. refused.Args]), clock.Now());
        }

        await db.SaveChangesAsync(cancellation);
        live.Announce(db.CurrentTenantId, RegistryModule.Topic);
    }

    private async Task CheckAsync(ImportRun run, Stream upload, CancellationToken cancellation)
    {
        RowReader? reader = null;
        var (rows, good, bad) = (0, 0, 0);
        await using var kept = new MemoryStream();
        foreach (var raw in SheetFile.Read(upload))
        {
            if (reader is null)
            {
                reader = new(ImportColumns.From(raw), display.Today);
                continue;
            }

            rows++;
            var (row, faults) = reader.Read(raw);
            if (row is not null)
            {
                good++;
                JsonSerializer.Serialize(kept, row);
                kept.WriteByte((byte)'\n');
            }
            else
            {
                bad++;
                db.ImportFaults.AddRange(faults.Select(f => ImportFault.Of(Ids.New(clock), run.Id, f)));
            }

            if (rows % SaveEvery == 0) run = await SaveProgressAsync(run, rows, cancellation);
        }

        if (rows == 0) throw SheetFile.Refused("registry.file-no-rows", "表头下面没有数据，填好再传");
        kept.Position = 0;
        await files.SaveRowsAsync(run.Id, kept, cancellation);
        run.Checked(rows, good, bad);
    }

    // The faults that were saved are let go, so that a file of bad rows only does not fill the memory.
    private async Task<ImportRun> SaveProgressAsync(ImportRun run, int rows, CancellationToken cancellation)
    {
        run.CheckedSoFar(rows);
        await db.SaveChangesAsync(cancellation);
        live.Announce(db.CurrentTenantId, RegistryModule.Topic);
        db.ChangeTracker.Clear();
        return await db.GetAsync<ImportRun>(run.Id, cancellation);
    }
}

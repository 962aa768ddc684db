using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Timers;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.Imports.Reading;

namespace PropertyCloud.Registry.Imports;

/// <summary>Keeps an uploaded file and starts its dry run. Nothing is written into the registry.</summary>
internal sealed class StartImport(RegistryDbContext db, ImportFiles files, ITimers timers, IIdempotency once, ICurrentUser user, TimeProvider clock) : IUseCase
{
    /// <param name="length">Bytes, as far as known.</param>
    public async Task<Guid> HandleAsync(string? fileName, Stream? content, long length, CancellationToken cancellation = default)
    {
        new Check().That(content is not null && length > 0, "file", "registry.file-missing", "选一个 .xlsx 或 .csv 文件")
            .That(length <= ImportLimits.FileBytes, "file", "registry.file-too-large", "文件不能超过 {0} MB，拆开再传", ImportLimits.FileBytes / 1024 / 1024)
            .ThrowIfAny();
        return await once.RunAsync(db, "registry.start-import", new { fileName, length }, async made =>
        {
            var now = clock.Now();
            var run = ImportRun.Upload(Ids.New(clock), fileName ?? "", user.RequireId(), now);
            made(run.Id);
            await files.SaveUploadAsync(run.Id, content!, cancellation);
            db.Add(run);
            await timers.SetAsync(db, ImportTimer.Owner, run.Id, ImportTimer.Check, now, cancellation);
            await db.SaveChangesAsync(cancellation);
            return run.Id;
        }, cancellation);
    }
}

using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Timers;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Imports;

/// <summary>After the dry run: the good rows (<c>good</c>) or nothing (<c>none</c>). Only who uploaded the file may choose.</summary>
internal sealed class ChooseImport(RegistryDbContext db, ITimers timers, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public const string Good = "good";
    public const string None = "none";

    public async Task HandleAsync(Guid runId, string? choice, CancellationToken cancellation = default)
    {
        new Check().That(choice is Good or None, "choice", "registry.choice-unknown", "选导入正确的行，或者全部不导入").ThrowIfAny();
        var run = await db.GetAsync<ImportRun>(runId, cancellation);
        if (run.UploadedBy != user.RequireId()) throw DomainException.NotFound();
        var now = clock.Now();
        if (choice == Good)
        {
            run.ChooseGood(now);
            db.Audit("registry.import-started", run.Id, null, new { rows = run.Good, left = run.Bad });
            await timers.SetAsync(db, ImportTimer.Owner, run.Id, ImportTimer.Import, now, cancellation);
        }
        else
        {
            run.Discard(now);
            await timers.SetAsync(db, ImportTimer.Owner, run.Id, ImportTimer.Expire, now, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.Imports.Reading;

namespace PropertyCloud.Registry.Imports;

/// <param name="IsMine">Only who uploaded a file opens it.</param>
internal sealed record ImportRunRow(Guid Id, string FileName, DateTime UploadedAt, string By, string State, int Good, int Bad, int Written, bool IsMine);

internal sealed record ImportView(Guid Id, string FileName, DateTime UploadedAt, ImportState State, string StateText, int CheckedRows, int Good, int Bad, int NextRow,
    int UnitsAdded, int UnitsChanged, int PartiesAdded, int RelationsAdded, int PhonesAsked, string? Failure, bool IsRunning, DateTime ExpiresAt);

internal sealed record ImportFaultView(int Row, string Column, string? Value, string Reason);

/// <summary>Imports of the company, and one import with its bad rows for who uploaded it.</summary>
internal sealed class ViewImports(RegistryDbContext db, IStaffLookup staff, ICurrentUser user, Texts texts) : IUseCase
{
    private const int RunsOnPage = 20;
    private const int FaultsOnPage = 50;

    public async Task<PageOf<ImportRunRow>> ListAsync(int page, CancellationToken cancellation = default)
    {
        var number = Math.Max(1, page);
        var total = await db.Imports.CountAsync(cancellation);
        var runs = await db.Imports.AsNoTracking().OrderByDescending(r => r.UploadedAt).Skip((number - 1) * RunsOnPage).Take(RunsOnPage).ToListAsync(cancellation);
        var people = await staff.GetAsync([.. runs.Select(r => r.UploadedBy).Distinct()], cancellation);
        return new([.. runs.Select(r => new ImportRunRow(r.Id, r.FileName, r.UploadedAt, people.TryGetValue(r.UploadedBy, out var by) ? by.Name : texts.Say("已离职的员工"),
            StateText(r.State), r.Good, r.Bad, r.NextRow, r.UploadedBy == user.Id))], number, RunsOnPage, total);
    }

    public async Task<ImportView> GetAsync(Guid id, CancellationToken cancellation = default)
    {
        var run = await RequireMineAsync(id, cancellation);
        var failure = run.Failure is null ? null : texts.Say(run.Failure, FaultArgs.Read(run.FailureArgs));
        return new(run.Id, run.FileName, run.UploadedAt, run.State, StateText(run.State), run.CheckedRows, run.Good, run.Bad, run.NextRow,
            run.UnitsAdded, run.UnitsChanged, run.PartiesAdded, run.RelationsAdded, run.PhonesAsked, failure, run.IsRunning, run.ExpiresAt);
    }

    public async Task<PageOf<ImportFaultView>> FaultsAsync(Guid id, int page, CancellationToken cancellation = default)
    {
        await RequireMineAsync(id, cancellation);
        var number = Math.Max(1, page);
        var faults = db.ImportFaults.AsNoTracking().Where(f => f.RunId == id);
        var total = await faults.CountAsync(cancellation);
        var rows = await faults.OrderBy(f => f.Row).ThenBy(f => f.Column).Skip((number - 1) * FaultsOnPage).Take(FaultsOnPage).ToListAsync(cancellation);
        return new([.. rows.Select(View)], number, FaultsOnPage, total);
    }

    /// <summary>All bad rows, as they are read.</summary>
    public async Task<IAsyncEnumerable<ImportFaultView>> AllFaultsAsync(Guid id, CancellationToken cancellation = default)
    {
        await RequireMineAsync(id, cancellation);
        return Stream(db.ImportFaults.AsNoTracking().Where(f => f.RunId == id).OrderBy(f => f.Row).ThenBy(f => f.Column).AsAsyncEnumerable());
    }

    private async IAsyncEnumerable<ImportFaultView> Stream(IAsyncEnumerable<ImportFault> faults)
    {
        await foreach (var fault in faults) yield return View(fault);
    }

    private async Task<ImportRun> RequireMineAsync(Guid id, CancellationToken cancellation)
    {
        var run = await db.Imports.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellation);
        return run is not null && run.UploadedBy == user.RequireId() ? run : throw DomainException.NotFound();
    }

    private ImportFaultView View(ImportFault fault) =>
        new(fault.Row, texts.Say(ImportColumns.TextOf(fault.Column)), fault.Value, texts.Say(fault.Reason, FaultArgs.Read(fault.Args)));

    private string StateText(ImportState state) => texts.Say(state switch
    {
        ImportState.Uploaded => "正在检查",
        ImportState.Checked => "等你选择",
        ImportState.Importing => "正在导入",
        ImportState.Done => "已导入",
        ImportState.Failed => "没有做完",
        _ => "没有导入",
    });
}

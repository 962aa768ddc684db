using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Parties;

namespace PropertyCloud.Registry.Imports;

internal enum ImportState { Uploaded = 1, Checked = 2, Importing = 3, Done = 4, Failed = 5, Discarded = 6 }

/// <summary>One file on its way into the registry: uploaded > checked > importing > done; failed, discarded. Nothing is written
/// before somebody chose to. Progress is saved together with each batch, so that work goes on where it stopped. Its file
/// belongs to who uploaded it and is gone after <see cref="Lifetime"/>.</summary>
internal sealed class ImportRun : AggregateRoot
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    public const int FileNameLength = 120;
    public const int FailureLength = 200;
    private const int MostAttempts = 3;

    private ImportRun() { }

    public string FileName { get; private set; } = "";
    public Guid UploadedBy { get; private set; }
    public DateTime UploadedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime? FinishedAt { get; private set; }
    public ImportState State { get; private set; }

    /// <summary>Rows looked at by the dry run so far.</summary>
    public int CheckedRows { get; private set; }
    public int Good { get; private set; }
    public int Bad { get; private set; }

    /// <summary>How many of the good rows are written: where the next batch begins.</summary>
    public int NextRow { get; private set; }
    public int UnitsAdded { get; private set; }
    public int UnitsChanged { get; private set; }
    public int PartiesAdded { get; private set; }
    public int RelationsAdded { get; private set; }

    /// <summary>Phones that differ from what is known: they wait for a second person.</summary>
    public int PhonesAsked { get; private set; }

    /// <summary>Failures of the step that runs, without an advance in between.</summary>
    public int Attempts { get; private set; }

    /// <summary>Why it failed: Chinese with places, and their values as JSON.</summary>
    public string? Failure { get; private set; }
    public string? FailureArgs { get; private set; }

    public bool IsRunning => State is ImportState.Uploaded or ImportState.Importing;

    public static ImportRun Upload(Guid id, string fileName, Guid by, DateTime now)
    {
        var name = new string([.. Path.GetFileName(fileName.Replace('\\', '/')).Where(c => !char.IsControl(c))]);
        return new()
        {
            Id = id,
            FileName = name.Length == 0 ? "?" : name.Length > FileNameLength ? name[^FileNameLength..] : name,
            UploadedBy = by,
            UploadedAt = now,
            ExpiresAt = now + Lifetime,
            State = ImportState.Uploaded,
        };
    }

    public void CheckedSoFar(int rows)
    {
        Require(ImportState.Uploaded);
        CheckedRows = rows;
    }

    /// <summary>The dry run is over; somebody is to choose.</summary>
    public void Checked(int rows, int good, int bad)
    {
        Require(ImportState.Uploaded);
        (CheckedRows, Good, Bad, State, Attempts) = (rows, good, bad, ImportState.Checked, 0);
    }

    /// <summary>Imports the good rows. Refused when there is none, when it was chosen already, or when the file is gone.</summary>
    public void ChooseGood(DateTime now)
    {
        Require(ImportState.Checked);
        if (now >= ExpiresAt) throw new DomainException("registry.import-expired", "文件只保留 24 小时，已经删除。重新上传");
        if (Good == 0) throw new DomainException("registry.import-nothing-good", "没有可以导入的行。改好文件再上传");
        State = ImportState.Importing;
    }

    /// <summary>Imports nothing. Repeating is safe.</summary>
    public void Discard(DateTime now)
    {
        if (State == ImportState.Discarded) return;
        if (State is not (ImportState.Uploaded or ImportState.Checked)) throw new DomainException("registry.import-under-way", "已经开始导入，不能放弃");
        (State, FinishedAt) = (ImportState.Discarded, now);
    }

    /// <summary>A batch was written; saved in one transaction with its rows.</summary>
    public void Advance(int rows, RegistryWritten written, DateTime now)
    {
        Require(ImportState.Importing);
        NextRow += rows;
        UnitsAdded += written.UnitsAdded;
        UnitsChanged += written.UnitsChanged;
        PartiesAdded += written.PartiesAdded;
        RelationsAdded += written.RelationsAdded;
        PhonesAsked += written.PhonesAsked;
        Attempts = 0;
        if (NextRow >= Good) (State, FinishedAt) = (ImportState.Done, now);
    }

    /// <summary>The step broke; after three times in a row the run has failed, and what was written stays.</summary>
    public void Stumbled(DateTime now)
    {
        if (IsRunning && ++Attempts >= MostAttempts) Fail(new("没有做完，写好的 {0} 行保留。重新上传同一个文件可以接着导入", NextRow), now);
    }

    public void Fail(Reason reason, DateTime now)
    {
        if (!IsRunning) return;
        (State, FinishedAt) = (ImportState.Failed, now);
        Failure = reason.Text;
        FailureArgs = FaultArgs.Write(reason.Args);
    }

    private void Require(ImportState state)
    {
        if (State != state) throw new DomainException("registry.import-moved-on", "这次导入已经往下走了，刷新后再看");
    }
}

/// <summary>A row that cannot be imported, with the reason in Chinese as key of its English. Gone with the file.</summary>
internal sealed class ImportFault : Entity
{
    public const int ValueLength = 200;
    public const int ReasonLength = 200;

    private ImportFault() { }

    public Guid RunId { get; private set; }

    /// <summary>Row of the sheet, from 1.</summary>
    public int Row { get; private set; }
    public Reading.ImportColumn Column { get; private set; }

    [Personal] public string? Value { get; private set; }
    public string Reason { get; private set; } = "";
    public string? Args { get; private set; }

    public static ImportFault Of(Guid id, Guid runId, Reading.RowFault fault) => new()
    {
        Id = id,
        RunId = runId,
        Row = fault.Row,
        Column = fault.Column,
        Value = fault.Value is { Length: > ValueLength } ? fault.Value[..(ValueLength - 1)] + "…" : fault.Value,
        Reason = fault.Reason.Text,
        Args = FaultArgs.Write(fault.Reason.Args),
    };
}

internal static class FaultArgs
{
    public static string? Write(object?[]? args) => args is null or { Length: 0 } ? null : JsonSerializer.Serialize(args.Select(a => Convert.ToString(a, System.Globalization.CultureInfo.InvariantCulture)));
    public static object?[] Read(string? args) => args is null ? [] : JsonSerializer.Deserialize<string?[]>(args)!;
}

internal sealed class ImportRunConfiguration : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.Ignore(x => x.IsRunning);
        builder.Property(x => x.FileName).HasMaxLength(ImportRun.FileNameLength);
        builder.Property(x => x.Failure).HasMaxLength(ImportRun.FailureLength);
        builder.Property(x => x.FailureArgs).HasMaxLength(ImportRun.FailureLength);
        builder.HasIndex(x => x.UploadedAt);
    }
}

internal sealed class ImportFaultConfiguration : IEntityTypeConfiguration<ImportFault>
{
    public void Configure(EntityTypeBuilder<ImportFault> builder)
    {
        builder.Property(x => x.Value).HasMaxLength(ImportFault.ValueLength);
        builder.Property(x => x.Reason).HasMaxLength(ImportFault.ReasonLength);
        builder.Property(x => x.Args).HasMaxLength(ImportFault.ReasonLength);
        builder.HasIndex(x => new { x.RunId, x.Row, x.Column });
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(x => x.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}

using System.Text.Json;
using PropertyCloud.Kernel.Files;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Registry.Imports;

/// <summary>The uploaded file, and its good rows as the dry run found them (one JSON line each), so that an import that goes on
/// after a crash need not read the spreadsheet again. Keys begin with the company.</summary>
internal sealed class ImportFiles(IBlobStore blobs, ICurrentTenant tenant)
{
    public Task SaveUploadAsync(Guid run, Stream content, CancellationToken cancellation) => blobs.WriteAsync(Key(run, "upload"), content, cancellation);

    /// <summary>Seekable; null when it is gone.</summary>
    public async Task<Stream?> OpenUploadAsync(Guid run, CancellationToken cancellation)
    {
        await using var kept = await blobs.ReadAsync(Key(run, "upload"), cancellation);
        if (kept is null) return null;
        var copy = new MemoryStream();
        await kept.CopyToAsync(copy, cancellation);
        copy.Position = 0;
        return copy;
    }

    public Task SaveRowsAsync(Guid run, Stream lines, CancellationToken cancellation) => blobs.WriteAsync(Key(run, "rows"), lines, cancellation);

    /// <summary>The next good rows; empty when there are no more, null when the file is gone.</summary>
    public async Task<IReadOnlyList<RegistryRow>?> ReadRowsAsync(Guid run, int skip, int take, CancellationToken cancellation)
    {
        await using var kept = await blobs.ReadAsync(Key(run, "rows"), cancellation);
        if (kept is null) return null;
        using var lines = new StreamReader(kept);
        var rows = new List<RegistryRow>(take);
        for (var at = 0; rows.Count < take && await lines.ReadLineAsync(cancellation) is { } line; at++)
            if (at >= skip) rows.Add(JsonSerializer.Deserialize<RegistryRow>(line)!);
        return rows;
    }

    public async Task DeleteAsync(Guid run, CancellationToken cancellation)
    {
        await blobs.DeleteAsync(Key(run, "upload"), cancellation);
        await blobs.DeleteAsync(Key(run, "rows"), cancellation);
    }

    private string Key(Guid run, string part) => $"{tenant.Id}/registry/imports/{run:N}.{part}";
}

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

    /// <summary>Good rows from one on, in batches; null when the file is gone. Read as they are asked for.</summary>
    public async Task<IAsyncEnumerable<IReadOnlyList<RegistryRow>>?> ReadRowsAsync(Guid run, int skip, int size, CancellationToken cancellation) =>
        await blobs.ReadAsync(Key(run, "rows"), cancellation) is { } kept ? Batches(kept, skip, size, cancellation) : null;

    private static async IAsyncEnumerable<IReadOnlyList<RegistryRow>> Batches(Stream kept, int skip, int size, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        using var lines = new StreamReader(kept);
        for (var at = 0; at < skip; at++) await lines.ReadLineAsync(cancellation);
        var rows = new List<RegistryRow>(size);
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            rows.Add(JsonSerializer.Deserialize<RegistryRow>(line)!);
            if (rows.Count < size) continue;
            yield return rows;
            rows = new(size);
        }

        if (rows.Count > 0) yield return rows;
    }

    public async Task DeleteAsync(Guid run, CancellationToken cancellation)
    {
        await blobs.DeleteAsync(Key(run, "upload"), cancellation);
        await blobs.DeleteAsync(Key(run, "rows"), cancellation);
    }

    private string Key(Guid run, string part) => $"{tenant.Id}/registry/imports/{run:N}.{part}";
}

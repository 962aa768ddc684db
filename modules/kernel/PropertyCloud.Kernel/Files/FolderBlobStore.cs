using Microsoft.Extensions.Configuration;

namespace PropertyCloud.Kernel.Files;

/// <summary>Files in a local folder, <c>App:Data/blobs</c>. A file appears whole or not at all.</summary>
internal sealed class FolderBlobStore(IConfiguration configuration) : IBlobStore
{
    private readonly string _root = Path.GetFullPath(Path.Combine(configuration["App:Data"] ?? "App_Data", "blobs"));

    public async Task WriteAsync(string key, Stream content, CancellationToken cancellation)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            await using (var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
                await content.CopyToAsync(file, cancellation);
            File.Move(half, path, overwrite: true);
        }
        catch
        {
            // Nobody knows the half's name: it would lie there for ever.
            File.Delete(half);
            throw;
        }
    }

    public Task<Stream?> ReadAsync(string key, CancellationToken cancellation)
    {
        var path = PathOf(key);
        return Task.FromResult<Stream?>(File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 65_536, useAsync: true) : null);
    }

    public Task DeleteAsync(string key, CancellationToken cancellation)
    {
        File.Delete(PathOf(key));
        return Task.CompletedTask;
    }

    private string PathOf(string key)
    {
        var path = Path.GetFullPath(Path.Combine(_root, key));
        return path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : throw new ArgumentException("A key leads out of the store.", nameof(key));
    }
}

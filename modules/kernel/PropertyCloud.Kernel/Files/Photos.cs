using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Files;

internal sealed class Photos(IBlobStore blobs, PhotoWorkshop workshop, ICurrentTenant tenant, ICurrentUser user, TimeProvider clock, IServiceScopeFactory scopes) : IPhotos
{
    public const int MostBytes = 10 * 1024 * 1024;

    public async Task<Guid> SaveAsync(string owner, Guid subject, Stream upload, CancellationToken cancellation)
    {
        if (tenant.Id <= 0) throw new InvalidOperationException("No tenant was entered: refused, never a default.");
        var photo = await workshop.EncodeAsync(await ReadAsync(upload, cancellation), cancellation);
        var id = Ids.New(clock);
        await WriteAsync(BlobKeys.Full(tenant.Id, id), photo.Full, cancellation);
        await WriteAsync(BlobKeys.Thumb(tenant.Id, id), photo.Thumb, cancellation);

        // A scope of its own: what the caller has tracked is not saved along with it.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
        db.Add(new BlobRow
        {
            TenantId = tenant.Id,
            Id = id,
            Owner = owner,
            Subject = subject,
            ContentType = "image/jpeg",
            Length = photo.Full.Length,
            Sha256 = Convert.ToHexString(SHA256.HashData(photo.Full)),
            CreatedAt = clock.Now(),
            CreatedBy = user.Id,
        });
        await db.SaveChangesAsync(cancellation);
        return id;
    }

    private static async Task<byte[]> ReadAsync(Stream upload, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await upload.ReadAsync(buffer, cancellation)) > 0)
        {
            if (kept.Length + read > MostBytes) throw new DomainException("files.too-large", "照片不能超过 10 MB") { Status = 422, Field = "photos" };
            kept.Write(buffer, 0, read);
        }

        return kept.Length > 0 ? kept.ToArray() : throw PhotoCodec.NotAPhoto();
    }

    private async Task WriteAsync(string key, byte[] bytes, CancellationToken cancellation)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        await blobs.WriteAsync(key, stream, cancellation);
    }
}

/// <summary>Encodes two photos at a time, so that uploads cannot take all memory; remembers the last few, because a
/// demonstration attaches the same one many times.</summary>
internal sealed class PhotoWorkshop
{
    private const int Remembered = 16;
    private readonly SemaphoreSlim _benches = new(2, 2);
    private readonly ConcurrentDictionary<string, EncodedPhoto> _last = new(StringComparer.Ordinal);

    public async Task<EncodedPhoto> EncodeAsync(byte[] upload, CancellationToken cancellation)
    {
        var hash = Convert.ToHexString(SHA256.HashData(upload));
        if (_last.TryGetValue(hash, out var known)) return known;
        await _benches.WaitAsync(cancellation);
        try
        {
            var photo = await Task.Run(() => PhotoCodec.Encode(upload), cancellation);
            if (_last.Count >= Remembered) _last.Clear();
            return _last[hash] = photo;
        }
        finally
        {
            _benches.Release();
        }
    }
}

/// <summary>Keys begin with the tenant; the id's last digits spread the files, its first are the time.</summary>
internal static class BlobKeys
{
    public static string Full(int tenantId, Guid id) => Of(tenantId, id, "jpg");
    public static string Thumb(int tenantId, Guid id) => Of(tenantId, id, "thumb.jpg");

    private static string Of(int tenantId, Guid id, string ending)
    {
        var name = id.ToString("N");
        return string.Create(CultureInfo.InvariantCulture, $"{tenantId}/{name[^2..]}/{name}.{ending}");
    }
}

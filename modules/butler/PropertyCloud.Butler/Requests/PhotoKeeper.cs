using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Files;

namespace PropertyCloud.Butler.Requests;

/// <summary>A photo on its way in.</summary>
internal sealed record Upload(Func<Stream> Open);

/// <summary>Keeps the photos of a request; scoped.</summary>
internal sealed class PhotoKeeper(IPhotos photos)
{
    public const int Most = 6;

    public async Task<IReadOnlyList<Guid>> KeepAsync(Guid requestId, IReadOnlyList<Upload>? uploads, CancellationToken cancellation)
    {
        if (uploads is null || uploads.Count == 0) return [];
        if (uploads.Count > Most) throw new DomainException("butler.too-many-photos", "最多放 {0} 张照片", Most) { Status = 422, Field = "Photos" };
        var ids = new List<Guid>(uploads.Count);
        foreach (var upload in uploads)
        {
            await using var content = upload.Open();
            ids.Add(await photos.SaveAsync("butler", requestId, content, cancellation));
        }

        return ids;
    }
}

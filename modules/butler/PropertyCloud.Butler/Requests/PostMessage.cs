using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>A message between resident and staff.</summary>
internal sealed class PostMessage(RequestEditor editor, PhotoKeeper photos) : IUseCase
{
    public async Task<Request> HandleAsync(Guid id, string text, IReadOnlyList<Upload>? uploads, CancellationToken cancellation, long? expectedVersion = null)
    {
        await editor.FindAsync(id, cancellation);
        var kept = await photos.KeepAsync(id, uploads, cancellation);
        return await editor.ChangeAsync(id, (request, by, now) => request.PostMessage(text, kept, by, now), cancellation, expectedVersion);
    }
}

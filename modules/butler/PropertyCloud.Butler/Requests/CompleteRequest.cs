using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>办结: the butler did it alone.</summary>
internal sealed class CompleteRequest(RequestEditor editor, PhotoKeeper photos) : IUseCase
{
    public async Task<Request> HandleAsync(Guid id, string? result, IReadOnlyList<Upload>? uploads, CancellationToken cancellation, long? expectedVersion = null)
    {
        await editor.FindAsync(id, cancellation);
        var kept = await photos.KeepAsync(id, uploads, cancellation);
        return await editor.ChangeAsync(id, (request, by, now) => request.CompleteByButler(result, kept, by, now), cancellation, expectedVersion);
    }
}

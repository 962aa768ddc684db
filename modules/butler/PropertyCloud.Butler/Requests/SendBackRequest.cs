using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>退回返工, by the resident or at the resident's word.</summary>
internal sealed class SendBackRequest(RequestEditor editor, PhotoKeeper photos) : IUseCase
{
    public async Task<Request> HandleAsync(Guid id, string reason, IReadOnlyList<Upload>? uploads, CancellationToken cancellation, long? expectedVersion = null)
    {
        await editor.FindAsync(id, cancellation);
        var kept = await photos.KeepAsync(id, uploads, cancellation);
        return await editor.ChangeAsync(id, (request, by, now) => request.SendBack(reason, kept, by, now), cancellation, expectedVersion);
    }
}

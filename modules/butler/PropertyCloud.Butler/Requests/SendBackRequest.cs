using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>退回返工, by the resident or at the resident's word.</summary>
internal sealed class SendBackRequest(RequestEditor editor) : IUseCase
{
    public Task<Request> HandleAsync(Guid id, string reason, IReadOnlyList<Upload>? uploads, CancellationToken cancellation, long? expectedVersion = null) =>
        editor.ChangeOnceAsync(id, "butler.send-back", reason, uploads, (request, photos, by, now) => request.SendBack(reason, photos, by, now), cancellation, expectedVersion);
}

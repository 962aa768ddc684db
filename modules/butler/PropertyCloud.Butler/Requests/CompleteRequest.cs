using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>办结: the butler did it alone.</summary>
internal sealed class CompleteRequest(RequestEditor editor) : IUseCase
{
    public Task<Request> HandleAsync(Guid id, string? result, IReadOnlyList<Upload>? uploads, CancellationToken cancellation, long? expectedVersion = null) =>
        editor.ChangeOnceAsync(id, "butler.complete", result ?? "", uploads, (request, photos, by, now) => request.CompleteByButler(result, photos, by, now), cancellation, expectedVersion);
}

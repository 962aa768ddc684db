using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>A message between resident and staff.</summary>
internal sealed class PostMessage(RequestEditor editor) : IUseCase
{
    public Task<Request> HandleAsync(Guid id, string text, IReadOnlyList<Upload>? uploads, CancellationToken cancellation, long? expectedVersion = null) =>
        editor.ChangeOnceAsync(id, "butler.message", text, uploads, (request, photos, by, now) => request.PostMessage(text, photos, by, now), cancellation, expectedVersion);
}

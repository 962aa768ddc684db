using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>催办, by resident or staff.</summary>
internal sealed class UrgeRequest(RequestEditor editor) : IUseCase
{
    public Task<Request> HandleAsync(Guid id, CancellationToken cancellation, long? expectedVersion = null) =>
        editor.ChangeAsync(id, (request, by, now) => request.Urge(by, now), cancellation, expectedVersion);
}

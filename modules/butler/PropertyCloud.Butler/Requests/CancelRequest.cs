using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>取消, by the resident or at the resident's word.</summary>
internal sealed class CancelRequest(RequestEditor editor) : IUseCase
{
    public Task<Request> HandleAsync(Guid id, string? reason, CancellationToken cancellation, long? expectedVersion = null) =>
        editor.ChangeAsync(id, (request, by, now) => request.Cancel(reason, by, now), cancellation, expectedVersion);
}

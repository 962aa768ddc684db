using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>退回, with the reason the resident reads.</summary>
internal sealed class DeclineRequest(RequestEditor editor) : IUseCase
{
    public Task<Request> HandleAsync(Guid id, string reason, CancellationToken cancellation, long? expectedVersion = null) =>
        editor.ChangeAsync(id, (request, by, now) => request.Decline(reason, by, now), cancellation, expectedVersion);
}

using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>受理.</summary>
internal sealed class AcceptRequest(RequestEditor editor) : IUseCase
{
    public Task<Request> HandleAsync(Guid id, CancellationToken cancellation, long? expectedVersion = null) =>
        editor.ChangeAsync(id, (request, by, now) => request.Accept(by, now), cancellation, expectedVersion);
}

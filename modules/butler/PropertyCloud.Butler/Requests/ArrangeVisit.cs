using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>A slot that the resident asked for.</summary>
internal sealed class ArrangeVisit(RequestEditor editor) : IUseCase
{
    public Task<Request> HandleAsync(Guid id, DateTime from, DateTime until, CancellationToken cancellation, long? expectedVersion = null) =>
        editor.ChangeAsync(id, (request, by, now) => request.Arrange(from, until, by, now), cancellation, expectedVersion);
}

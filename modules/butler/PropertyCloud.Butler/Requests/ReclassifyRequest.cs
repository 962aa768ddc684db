using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>Another severity, with a reason; dues are counted anew from the report.</summary>
internal sealed class ReclassifyRequest(RequestEditor editor) : IUseCase
{
    public Task<Request> HandleAsync(Guid id, string severity, string reason, CancellationToken cancellation, long? expectedVersion = null) =>
        editor.ChangeAsync(id, (request, by, now) => request.Reclassify(severity, reason, by, now), cancellation, expectedVersion);
}

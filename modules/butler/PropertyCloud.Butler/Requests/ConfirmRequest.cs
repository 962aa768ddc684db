using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>验收, by the resident, or by staff who heard it from the resident.</summary>
internal sealed class ConfirmRequest(RequestEditor editor) : IUseCase
{
    /// <param name="rating">1 to 5, or null.</param>
    public Task<Request> HandleAsync(Guid id, int? rating, string? comment, CancellationToken cancellation, long? expectedVersion = null) =>
        editor.ChangeAsync(id, async (request, by, now) =>
            request.Confirm(rating, comment, await editor.CallBackPolicyAsync(request, cancellation), by, now), cancellation, expectedVersion);
}

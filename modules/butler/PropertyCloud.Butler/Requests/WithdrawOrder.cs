using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>Takes an open order back from its department.</summary>
internal sealed class WithdrawOrder(RequestEditor editor) : IUseCase
{
    public Task<Request> HandleAsync(Guid id, Guid orderId, string? reason, CancellationToken cancellation, long? expectedVersion = null) =>
        editor.ChangeAsync(id, (request, by, now) => request.WithdrawOrder(orderId, reason, by, now), cancellation, expectedVersion);
}

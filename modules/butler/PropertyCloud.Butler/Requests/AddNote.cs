using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>内部备注: staff only.</summary>
internal sealed class AddNote(RequestEditor editor) : IUseCase
{
    public Task<Request> HandleAsync(Guid id, string text, CancellationToken cancellation, long? expectedVersion = null) =>
        editor.ChangeOnceAsync(id, "butler.note", text, null, (request, _, by, now) => request.AddNote(text, by, now), cancellation, expectedVersion);
}

using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>答复: what stops feed back.</summary>
internal sealed class AnswerRequest(RequestEditor editor) : IUseCase
{
    public Task<Request> HandleAsync(Guid id, string text, IReadOnlyList<Upload>? uploads, CancellationToken cancellation, long? expectedVersion = null) =>
        editor.ChangeOnceAsync(id, "butler.answer", text, uploads, (request, photos, by, now) => request.Answer(text, photos, by, now), cancellation, expectedVersion);
}

using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>答复: what stops feed back.</summary>
internal sealed class AnswerRequest(RequestEditor editor, PhotoKeeper photos) : IUseCase
{
    public async Task<Request> HandleAsync(Guid id, string text, IReadOnlyList<Upload>? uploads, CancellationToken cancellation, long? expectedVersion = null)
    {
        await editor.FindAsync(id, cancellation);
        var kept = await photos.KeepAsync(id, uploads, cancellation);
        return await editor.ChangeAsync(id, (request, by, now) => request.Answer(text, kept, by, now), cancellation, expectedVersion);
    }
}

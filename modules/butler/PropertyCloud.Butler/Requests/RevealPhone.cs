using PropertyCloud.Butler.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>Shows the reporter's phone in full, one at a time, with a reason that is recorded.</summary>
internal sealed class RevealPhone(RequestEditor editor, ButlerDbContext db, IPartyLookup parties) : IUseCase
{
    public async Task<string> HandleAsync(Guid id, string reason, CancellationToken cancellation)
    {
        var request = await editor.ChangeAsync(id, (r, by, now) =>
        {
            r.NoteReveal(reason, by, now);
            db.Audit("butler.reveal-phone", id, reason.Trim());
        }, cancellation);
        var phone = request.ReporterPartyId is { } party && (await parties.GetAsync([party], cancellation)).TryGetValue(party, out var found) ? found.Phone : null;
        return phone ?? throw new DomainException("butler.no-phone", "没有登记电话");
    }
}

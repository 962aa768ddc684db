using PropertyCloud.Butler.Data;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Requests;

internal enum CallWho { Reporter = 1, Assignee = 2, Responsible = 3 }

/// <summary>The call button (ruling 26): audited as a call about the request, then the number is dialled.</summary>
internal sealed class CallPerson(RequestEditor editor, ButlerDbContext db, IPartyLookup parties, IStaffLookup staff, Actors actors) : IUseCase
{
    /// <returns>The number to dial.</returns>
    public async Task<string> HandleAsync(Guid id, CallWho who, CancellationToken cancellation)
    {
        var phone = await PhoneAsync(await editor.FindAsync(id, cancellation), who, cancellation);
        if (string.IsNullOrEmpty(phone)) throw new DomainException("butler.no-phone", "没有登记电话");
        if (!actors.Current().IsStaff) return phone;
        await editor.ChangeAsync(id, (request, by, now) =>
        {
            request.NoteCall(by, now);
            db.Audit("butler.call", id, details: new { who = who.ToString() });
        }, cancellation);
        return phone;
    }

    private async Task<string?> PhoneAsync(Request request, CallWho who, CancellationToken cancellation)
    {
        if (who == CallWho.Reporter)
            return request.ReporterPartyId is { } party && (await parties.GetAsync([party], cancellation)).TryGetValue(party, out var found) ? found.Phone : null;
        var user = who == CallWho.Assignee ? request.AssigneeId : request.ResponsibleId;
        return user is { } id && (await staff.GetAsync([id], cancellation)).TryGetValue(id, out var person) ? person.Phone : null;
    }
}

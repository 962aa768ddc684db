using Microsoft.Extensions.Logging;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Parties;

/// <summary>A second person agreed to a resident's new phone: here it is kept.</summary>
internal sealed class PhoneApproved(RegistryDbContext db, IPhoneChanges phones, ILogger<PhoneApproved> log) : ISubscriber<PhoneChanged>
{
    public async Task HandleAsync(PhoneChanged happened, EventEnvelope envelope, CancellationToken cancellation)
    {
        if (happened.Step != PhoneChangeStep.Approved || happened.PartyId is null) return;
        if (await phones.FindApprovedAsync(happened.ChangeId, cancellation) is not { } approved) return;
        if (await db.TryGetAsync<Party>(approved.PartyId, cancellation) is not { } party) return;
        if (approved.Phone is { } number && !PhoneNumber.TryParse(number, out _, out _))
        {
            log.LogError("Change {Change} was approved with a phone that the registry does not take", happened.ChangeId);
            return;
        }

        var before = Display.Phone(party.Phone);
        if (party.ChangePhone(approved.Phone))
            db.Audit("registry.phone-changed", party.Id, null, new { from = before, to = Display.Phone(party.Phone), change = happened.ChangeId });
        await db.SaveChangesAsync(cancellation);
    }
}

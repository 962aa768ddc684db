using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Data;
using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Identity.PhoneChanges;

/// <summary>Adds what is asked for to what is saved next.</summary>
internal sealed class PhoneChangeDesk(IdentityDbContext db, TimeProvider clock)
{
    /// <summary>Withdraws what waits for the owner. The same number again is the change that waits already.</summary>
    /// <returns>The change that waits now.</returns>
    public async Task<PhoneChange> AskAsync(PhoneOwner owner, string oldPhone, string? newPhone, Guid? askedBy, CancellationToken cancellation) =>
        Ask(await db.PhoneChanges.FirstOrDefaultAsync(c => c.WaitingFor == owner.Id, cancellation), owner, oldPhone, newPhone, askedBy);

    /// <param name="waiting">What waits for the owner so far.</param>
    public PhoneChange Ask(PhoneChange? waiting, PhoneOwner owner, string oldPhone, string? newPhone, Guid? askedBy)
    {
        if (waiting is not null && waiting.NewPhone == newPhone) return waiting;
        if (waiting is not null)
        {
            waiting.Withdraw(askedBy, clock.Now(), moreWait: true);
            db.Audit("identity.phone-change-withdrawn", waiting.Id);
        }

        var change = PhoneChange.Ask(clock, owner, oldPhone, newPhone, askedBy);
        db.PhoneChanges.Add(change);
        db.Audit("identity.phone-change-asked", change.Id, details: new { owner = owner.Id, unit = owner.UnitId, removes = newPhone is null });
        return change;
    }

    /// <summary>Whether something else that the same person asked for waits.</summary>
    public Task<bool> MoreWaitAsync(PhoneChange change, CancellationToken cancellation) =>
        db.PhoneChanges.AnyAsync(c => c.AskedBy == change.AskedBy && c.State == PhoneChangeState.Waiting && c.Id != change.Id, cancellation);
}

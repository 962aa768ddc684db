using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Accounts;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.PhoneChanges;

/// <summary>The second person agrees: from now on the new number counts, and every session of the account ends. The owner is a
/// second person, too, when somebody else asked and they prove with their password that it is them.</summary>
internal sealed class ApprovePhoneChange(IdentityDbContext db, PhoneChangeReach reach, PhoneChangeDesk desk, PasswordProof proof, ICurrentUser me, TimeProvider clock) : IUseCase
{
    /// <param name="current">The owner's password; who is not the owner needs none.</param>
    /// <returns>The owner's new session where the owner agreed, else null.</returns>
    public Task<SessionOf?> HandleAsync(Guid id, string? current, CancellationToken cancellation) => db.RetryAsync(async () =>
    {
        var (change, owner) = await reach.FindAsync(id, cancellation);
        var isOwner = reach.IsOwner(owner);
        if (isOwner && change.IsWaiting && change.AskedBy != me.Id) await proof.RequireAsync(owner!, current, cancellation);
        change.Approve(new(me.RequireId(), isOwner, HasProved: isOwner), clock.Now(), await desk.MoreWaitAsync(change, cancellation));
        if (owner is not null) owner.ChangePhone(await AccountPhoneAsync(change, owner, cancellation));
        db.Audit("identity.phone-change-approved", change.Id, details: new { account = owner?.Id, byOwner = isOwner });
        await db.SaveChangesAsync(cancellation);
        return isOwner ? SessionOf.User(owner!) : null;
    });

    /// <summary>What the account is signed in to by. A resident's number that another account has is kept by the registry alone,
    /// because households share phones; staff share none.</summary>
    private async Task<string?> AccountPhoneAsync(PhoneChange change, User owner, CancellationToken cancellation)
    {
        var number = PhoneNumbers.TryNormalize(change.NewPhone);
        if (number is null || !await db.Users.AnyAsync(u => u.PhoneNumber == number && u.Id != owner.Id, cancellation)) return number;
        return owner.IsResident ? null : throw new DomainException("identity.phone-taken", "这个手机号已经是另一个账号的");
    }
}

/// <summary>The second person, or the owner, refuses; the old number stays and who asked reads why.</summary>
internal sealed class RefusePhoneChange(IdentityDbContext db, PhoneChangeReach reach, PhoneChangeDesk desk, ICurrentUser me, TimeProvider clock) : IUseCase
{
    public async Task HandleAsync(Guid id, string? reason, CancellationToken cancellation)
    {
        new Check().Required(reason, "reason", "写一句为什么不同意").Max(reason, PhoneChange.ReasonLength, "reason").ThrowIfAny();
        var (change, owner) = await reach.FindAsync(id, cancellation);
        change.Refuse(new(me.RequireId(), reach.IsOwner(owner)), reason!, clock.Now(), await desk.MoreWaitAsync(change, cancellation));
        db.Audit("identity.phone-change-refused", change.Id, reason!.Trim());
        await db.SaveChangesAsync(cancellation);
    }
}

/// <summary>Who asked takes it back.</summary>
internal sealed class WithdrawPhoneChange(IdentityDbContext db, PhoneChangeReach reach, PhoneChangeDesk desk, ICurrentUser me, TimeProvider clock) : IUseCase
{
    public async Task HandleAsync(Guid id, CancellationToken cancellation)
    {
        var (change, _) = await reach.FindAsync(id, cancellation);
        if (change.AskedBy != me.RequireId()) throw new DomainException("identity.not-own-request", "只有提出的人能撤回");
        change.Withdraw(me.Id, clock.Now(), await desk.MoreWaitAsync(change, cancellation));
        db.Audit("identity.phone-change-withdrawn", change.Id);
        await db.SaveChangesAsync(cancellation);
    }
}

/// <summary>Agrees to several at once, as after an import; what is not the user's to decide any more is left out.</summary>
internal sealed class ApprovePhoneChanges(IdentityDbContext db, ApprovePhoneChange approve, ICurrentUser me) : IUseCase
{
    public const int Most = 100;

    /// <returns>How many were approved.</returns>
    public async Task<int> HandleAsync(IReadOnlyList<Guid>? ids, CancellationToken cancellation)
    {
        var chosen = ids?.Distinct().ToList() ?? [];
        new Check().That(chosen.Count > 0, "ids", "identity.nothing-chosen", "先勾选要同意的").That(chosen.Count <= Most, "ids", "identity.too-many", "一次最多选 {0} 个", Most).ThrowIfAny();
        var approved = 0;
        foreach (var id in chosen)
        {
            // Each is its own transaction: one that is refused must not undo what was agreed to before it.
            db.ChangeTracker.Clear();
            if (await IsOthersAsync(id, cancellation) && await TryAsync(id, cancellation)) approved++;
        }

        return approved;
    }

    private Task<bool> IsOthersAsync(Guid id, CancellationToken cancellation) =>
        db.PhoneChanges.AnyAsync(c => c.Id == id && c.State == PhoneChangeState.Waiting && c.AskedBy != me.Id, cancellation);

    private async Task<bool> TryAsync(Guid id, CancellationToken cancellation)
    {
        try
        {
            await approve.HandleAsync(id, null, cancellation);
            return true;
        }
        catch (DomainException)
        {
            return false;
        }
    }
}

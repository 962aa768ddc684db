using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Identity.PhoneChanges;

internal enum PhoneChangeState { Waiting = 1, Approved = 2, Refused = 3, Withdrawn = 4 }

/// <summary>Whose phone it is: a staff member, or a resident with the home where the change was asked for.</summary>
internal sealed record PhoneOwner(Guid? UserId, Guid? PartyId, Guid? UnitId = null, Guid? CommunityId = null)
{
    public static PhoneOwner Staff(Guid userId) => new(userId, null);
    public static PhoneOwner Resident(Guid partyId, Guid? unitId, Guid? communityId) => new(null, partyId, unitId, communityId);
    public Guid Id => UserId ?? PartyId ?? throw new InvalidOperationException("A phone belongs to a user or a party.");
}

/// <summary>Who decides.</summary>
/// <param name="IsOwner">The phone is their own.</param>
/// <param name="HasProved">They gave their password just now.</param>
internal sealed record Decider(Guid UserId, bool IsOwner = false, bool HasProved = false);

/// <summary>A phone that somebody wants changed. A phone is a way in and a way to be rung up, so no single person changes one:
/// waiting > approved or refused by a second person, or withdrawn by who asked. The old number counts until then. At most one
/// waits for each owner.</summary>
internal sealed class PhoneChange : AggregateRoot
{
    public const int PhoneLength = 24;
    public const int ReasonLength = 200;

    private PhoneChange() { }

    /// <summary>The staff member, or null for a resident.</summary>
    public Guid? UserId { get; private set; }

    /// <summary>The resident, or null for staff.</summary>
    public Guid? PartyId { get; private set; }
    public Guid? UnitId { get; private set; }

    /// <summary>Whose supervisors may decide; null is a matter of the whole company.</summary>
    public Guid? CommunityId { get; private set; }

    [Personal] public string OldPhone { get; private set; } = "";

    /// <summary>Null removes the phone.</summary>
    [Personal] public string? NewPhone { get; private set; }

    /// <summary>Null for the system.</summary>
    public Guid? AskedBy { get; private set; }
    public DateTime AskedAt { get; private set; }
    public PhoneChangeState State { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; private set; }

    /// <summary>The owner while this waits, else null: unique, so that the database itself refuses a second one.</summary>
    public Guid? WaitingFor { get; private set; }

    public bool IsWaiting => State == PhoneChangeState.Waiting;

    public static PhoneChange Ask(TimeProvider clock, PhoneOwner owner, string oldPhone, string? newPhone, Guid? askedBy)
    {
        if (oldPhone == newPhone) throw new DomainException("identity.same-phone", "新手机号和现在的一样") { Status = 422, Field = "phone" };
        var now = clock.Now();
        var change = new PhoneChange
        {
            Id = Ids.At(now), UserId = owner.UserId, PartyId = owner.PartyId, UnitId = owner.UnitId, CommunityId = owner.CommunityId,
            OldPhone = oldPhone, NewPhone = newPhone, AskedBy = askedBy, AskedAt = now, State = PhoneChangeState.Waiting, WaitingFor = owner.Id,
        };
        change.Raise(change.Happened(PhoneChangeStep.Asked, moreWait: true));
        return change;
    }

    /// <param name="moreWait">Other changes of the same asker still wait.</param>
    public void Approve(Decider decider, DateTime now, bool moreWait)
    {
        RequireSecondPerson(decider);
        if (decider is { IsOwner: true, HasProved: false })
            throw new DomainException("identity.not-proved", "这是自己的手机号，先用密码证明是本人，或请另一个人来核对") { Status = 422, Field = "current" };
        Close(PhoneChangeState.Approved, decider.UserId, now);
        Raise(Happened(PhoneChangeStep.Approved, moreWait));
    }

    /// <summary>The owner may refuse without proof: nothing changes by it.</summary>
    public void Refuse(Decider decider, string reason, DateTime now, bool moreWait)
    {
        RequireSecondPerson(decider);
        Reason = reason.Trim();
        Close(PhoneChangeState.Refused, decider.UserId, now);
        Raise(Happened(PhoneChangeStep.Refused, moreWait));
    }

    /// <summary>By who asked, or because another change of the same phone was asked for.</summary>
    public void Withdraw(Guid? by, DateTime now, bool moreWait)
    {
        RequireWaiting();
        Close(PhoneChangeState.Withdrawn, by, now);
        Raise(Happened(PhoneChangeStep.Withdrawn, moreWait));
    }

    private void RequireSecondPerson(Decider decider)
    {
        RequireWaiting();
        if (decider.UserId == AskedBy) throw new DomainException("identity.own-request", "这是你提出的，要由另一个人来定");
    }

    private void RequireWaiting()
    {
        if (!IsWaiting) throw new DomainException("identity.phone-change-closed", "这个手机号变更已经有结果，刷新后再看");
    }

    private void Close(PhoneChangeState state, Guid? by, DateTime now) => (State, DecidedBy, DecidedAt, WaitingFor) = (state, by, now, null);

    private PhoneChanged Happened(PhoneChangeStep step, bool moreWait) => new(Id, step, UserId, PartyId, AskedBy, DecidedBy, moreWait, CommunityId);
}

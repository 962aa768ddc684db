using PropertyCloud.Kernel.Events;

namespace PropertyCloud.Identity.Contracts;

/// <summary>Changed phones of residents. A phone that is known changes only when a second person agrees; until then the old one
/// counts. What was approved is told by <see cref="PhoneChanged"/>.</summary>
public interface IPhoneChanges
{
    /// <summary>Asks for changes, which then wait. What waited for the same party is withdrawn; asking for the same number again
    /// changes nothing. Saves by itself.</summary>
    /// <param name="askedBy">Who asks, or null for the system; never the one who may agree.</param>
    Task AskAsync(IReadOnlyCollection<AskedPhone> asked, Guid? askedBy, CancellationToken cancellation = default);

    /// <summary>Parties whose new phone waits, with the change's id and the masked number; others are left out.</summary>
    Task<IReadOnlyDictionary<Guid, WaitingPhone>> FindWaitingAsync(IReadOnlyCollection<Guid> partyIds, CancellationToken cancellation = default);

    /// <summary>The whole new phone of an approved change, for who keeps it; null where there is no such change or it was not approved.</summary>
    Task<ApprovedPhone?> FindApprovedAsync(Guid changeId, CancellationToken cancellation = default);
}

/// <param name="UnitId">The home that the change was asked for at, shown to who decides.</param>
/// <param name="OldPhone">Whole, as it is known now.</param>
/// <param name="NewPhone">Whole; null removes the phone.</param>
public sealed record AskedPhone(Guid PartyId, Guid UnitId, Guid CommunityId, string OldPhone, string? NewPhone);

/// <param name="Masked">The new phone, masked; empty where the phone is to be removed.</param>
public sealed record WaitingPhone(Guid ChangeId, string Masked, Guid? AskedBy, DateTime AskedAt);

public sealed record ApprovedPhone(Guid PartyId, string? Phone);

/// <summary>What happened to the change of a phone.</summary>
public enum PhoneChangeStep { Asked = 1, Approved = 2, Refused = 3, Withdrawn = 4 }

/// <summary>A step of a phone's change; the numbers are asked for by <see cref="IPhoneChanges"/>, never carried.</summary>
/// <param name="UserId">The staff member whose phone it is, else null.</param>
/// <param name="PartyId">The resident whose phone it is, else null.</param>
/// <param name="AskedBy">Null for the system.</param>
/// <param name="MoreWait">Other changes that the same person asked for still wait.</param>
/// <param name="CommunityId">Where the resident lives; null for staff, who belong to the whole company.</param>
[EventName("identity.phone-changed.v1")]
public sealed record PhoneChanged(Guid ChangeId, PhoneChangeStep Step, Guid? UserId, Guid? PartyId, Guid? AskedBy, Guid? DecidedBy, bool MoreWait, Guid? CommunityId = null) : IEvent
{
    public Guid Subject => UserId ?? PartyId ?? ChangeId;
}

/// <summary>For links from other modules' pages.</summary>
public static class PhonePermissions
{
    /// <summary>Be the second person who agrees to a changed phone, or refuses it.</summary>
    public const string Approve = "identity.approve-phones";
}

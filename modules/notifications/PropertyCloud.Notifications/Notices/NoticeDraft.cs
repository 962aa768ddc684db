using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Notifications.Notices;

/// <summary>What a notification's text is made of when it is read: ids, codes and instants, never personal data.</summary>
internal sealed record NoticeFacts
{
    /// <summary>Kind of the request, one of <see cref="RequestKinds"/>.</summary>
    public string? Kind { get; init; }
    public ClockKind? Clock { get; init; }
    public DateTime? DueAt { get; init; }
    public int? Level { get; init; }
    public string? Department { get; init; }
    public Guid? ActorId { get; init; }
    public int? Year { get; init; }
    public int? Month { get; init; }
}

/// <summary>Who is told. Empty parts add nobody.</summary>
/// <param name="Party">A resident, told where they have an account.</param>
/// <param name="Roles">Everybody who has one of the roles.</param>
/// <param name="Department">Staff and heads of the department.</param>
/// <param name="Except">Left out, whatever else names them.</param>
/// <param name="At">Where it happened: of roles and department only those hear whose data scope covers one of the places. Null: it is not
/// known, and nobody is narrowed.</param>
internal sealed record Audience(Guid? User = null, Guid? Party = null, IReadOnlyList<string>? Roles = null, string? Department = null, Guid? Except = null,
    IReadOnlyList<NoticePlace>? At = null);

/// <param name="CommunityId">Null: it concerns the company and no community.</param>
internal sealed record NoticePlace(Guid? CommunityId, Guid? ClusterId = null)
{
    /// <summary>The place of an event that may be older than the field; null where it does not say.</summary>
    public static IReadOnlyList<NoticePlace>? Of(Guid? community, Guid? cluster) => community is { } known ? [new(known, cluster)] : null;
}

/// <summary>What need not be read any more, by everybody who was told.</summary>
internal sealed record NoticeDone(Guid Subject, string Url, IReadOnlyList<string> Kinds);

/// <summary>One thing to tell, before it is known who that is.</summary>
/// <param name="Url">Where the notification leads.</param>
/// <param name="Loud">Worth a sound on a staff screen.</param>
/// <param name="UnlessTold">Left out for who was told this of the same subject just before; where it is the same kind, for who has
/// not read it yet.</param>
internal sealed record NoticeDraft(string Kind, Guid Subject, string Url, Audience Audience, NoticeFacts Facts, bool Loud = false, string? UnlessTold = null);

using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Notifications.Notices;

internal enum NoticeState { Unread = 1, Read = 2 }

/// <summary>One thing told to one person. Its text is made when it is read, in the reader's language.</summary>
internal sealed class Notification : Entity
{
    public static readonly TimeSpan KeptAfterReading = TimeSpan.FromDays(90);

    private Notification() { }

    public Guid RecipientId { get; private set; }

    /// <summary>One of <see cref="NoticeKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>With recipient and kind unique: an event is told once, also when it is handled again.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The request or hand-over it is about.</summary>
    public Guid SubjectId { get; private set; }
    public string Url { get; private set; } = "";
    public NoticeFacts Facts { get; private set; } = new();
    public bool IsLoud { get; private set; }
    public DateTime HappenedAt { get; private set; }
    public NoticeState State { get; private set; }
    public DateTime? ReadAt { get; private set; }

    /// <param name="now">The present: the id sorts by when it was told.</param>
    public static Notification Tell(Guid recipient, NoticeDraft draft, Guid eventId, DateTime happenedAt, DateTime now) => new()
    {
        Id = Ids.At(now),
        RecipientId = recipient,
        Kind = draft.Kind,
        EventId = eventId,
        SubjectId = draft.Subject,
        Url = draft.Url,
        Facts = draft.Facts,
        IsLoud = draft.Loud,
        HappenedAt = happenedAt,
        State = NoticeState.Unread,
    };

    /// <summary>Reading again keeps the first instant.</summary>
    public bool Read(DateTime now)
    {
        if (State == NoticeState.Read) return false;
        State = NoticeState.Read;
        ReadAt = now;
        return true;
    }
}

using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

internal enum EntryKind
{
    Reported = 1, Accepted = 2, Reclassified = 3, Dispatched = 4, Taken = 5, Arrived = 6, Started = 7, Held = 8, Resumed = 9, OrderCompleted = 10,
    OrderDeclined = 11, Transferred = 12, Withdrawn = 13, Completed = 14, Answered = 15, Message = 16, Confirmed = 17, ConfirmedAutomatically = 18,
    SentBack = 19, Reminded = 20, Declined = 21, Cancelled = 22, Urged = 23, CalledBack = 24, NotReached = 25, Archived = 26, Arranged = 27, Reassigned = 28,
    Note = 40, Called = 41, Revealed = 42, CallBackTried = 43,
}

/// <summary>One line of what happened. Never mapped itself: what everybody may read and what only staff may read are two
/// tables, so that no query for residents can reach the second.</summary>
internal abstract class Line : Entity
{
    public Guid RequestId { get; protected init; }

    /// <summary>Order within the request, over both tables.</summary>
    public int Sequence { get; protected init; }
    public EntryKind Kind { get; protected init; }
    public Guid? AuthorId { get; protected init; }
    public Guid? AuthorPartyId { get; protected init; }

    /// <summary>Staff only; a resident's name is looked up by party.</summary>
    public string? AuthorName { get; protected init; }

    /// <summary>The person it is about, as the one an order was given to.</summary>
    public Guid? PersonId { get; protected init; }
    public string? Department { get; protected init; }
    [Personal] public string? Text { get; protected init; }
    public IReadOnlyList<Guid> Photos { get; protected init; } = [];
    public DateTime At { get; protected init; }

    public bool FromResident => AuthorPartyId is not null;
}

/// <param name="Text">What was said or why.</param>
internal sealed record LineFacts(Guid RequestId, int Sequence, EntryKind Kind, Actor Author, DateTime At, string? Text = null, Guid? PersonId = null,
    string? Department = null, IReadOnlyList<Guid>? Photos = null);

/// <summary>What the resident and the staff both read.</summary>
internal sealed class RequestEntry : Line
{
    private RequestEntry() { }

    internal static RequestEntry Of(LineFacts f) => new()
    {
        Id = Ids.At(f.At), RequestId = f.RequestId, Sequence = f.Sequence, Kind = f.Kind, AuthorId = f.Author.Id, AuthorPartyId = f.Author.PartyId,
        AuthorName = f.Author.IsStaff ? f.Author.Name : null, At = f.At, Text = f.Text, PersonId = f.PersonId, Department = f.Department, Photos = f.Photos ?? [],
    };
}

/// <summary>What only staff read: internal notes, calls, reveals, reasons among colleagues.</summary>
internal sealed class RequestNote : Line
{
    private RequestNote() { }

    internal static RequestNote Of(LineFacts f) => new()
    {
        Id = Ids.At(f.At), RequestId = f.RequestId, Sequence = f.Sequence, Kind = f.Kind, AuthorId = f.Author.Id, AuthorPartyId = f.Author.PartyId,
        AuthorName = f.Author.IsStaff ? f.Author.Name : null, At = f.At, Text = f.Text, PersonId = f.PersonId, Department = f.Department,
    };
}

using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Butler.HandOvers;

internal enum HandOverStatus { Draft = 1, Submitted = 2, Accepted = 3, Returned = 4 }

/// <summary>What a butler's month came to.</summary>
/// <param name="Satisfaction">Average of the calls that reached somebody, in hundredths; null when there was none.</param>
internal sealed record HandOverFigures(int Requests, int Archived, int StillOpen, int CallBacks, int Reached, int NotReached, int Satisfaction100, int Reworked,
    int ConfirmedAutomatically);

/// <summary>月度移交: a butler's forms and call-back records of a month, to whom the plan says (R44, R80).</summary>
[Audited]
internal sealed class HandOver : AggregateRoot
{
    private HandOver() { }

    public Guid ButlerId { get; private set; }
    public int Year { get; private set; }
    public int Month { get; private set; }
    public string ReceiverRole { get; private set; } = "";
    public Guid? ReceiverId { get; private set; }
    public HandOverStatus Status { get; private set; }
    public DateTime? SubmittedAt { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public string? Remark { get; private set; }
    public string? ReturnReason { get; private set; }
    public HandOverFigures? Figures { get; private set; }

    public static HandOver Open(Guid id, Guid butlerId, int year, int month, string receiverRole) => new()
    {
        Id = id, ButlerId = butlerId, Year = year, Month = month, ReceiverRole = receiverRole, Status = HandOverStatus.Draft,
    };

    /// <param name="openCallBacks">Call-backs of the month that are still to be made: they stand in the way.</param>
    /// <param name="monthIsOver">A month is handed over when it is over.</param>
    /// <param name="communities">Where the butler works, for who is told; null where nobody need be narrowed.</param>
    public void Submit(HandOverFigures figures, int openCallBacks, bool monthIsOver, string? remark, Actor by, DateTime now, IReadOnlyList<Guid>? communities = null)
    {
        if (by.Id != ButlerId) throw DomainException.Forbidden();
        if (Status is HandOverStatus.Submitted or HandOverStatus.Accepted)
            throw new DomainException("butler.hand-over-submitted", "这个月已经移交过了");
        if (!monthIsOver) throw new DomainException("butler.month-running", "这个月还没过完，下月 1 日起移交");
        if (openCallBacks > 0) throw new DomainException("butler.call-backs-missing", "还有 {0} 张没回访，回访完再移交", openCallBacks);
        new Check().Max(remark, 500, "Remark").ThrowIfAny();
        Figures = figures;
        Remark = string.IsNullOrWhiteSpace(remark) ? null : remark.Trim();
        ReturnReason = null;
        SubmittedAt = now;
        Move(HandOverStatus.Submitted, HandOverChange.Submitted, communities);
    }

    public void Accept(Actor by, DateTime now)
    {
        ExpectSubmitted(by);
        ReceiverId = by.Id;
        DecidedAt = now;
        Move(HandOverStatus.Accepted, HandOverChange.Accepted);
    }

    public void Return(string reason, Actor by, DateTime now)
    {
        ExpectSubmitted(by);
        new Check().Required(reason, "Reason", "写明退回的原因").Max(reason, 500, "Reason").ThrowIfAny();
        ReceiverId = by.Id;
        DecidedAt = now;
        ReturnReason = reason.Trim();
        Move(HandOverStatus.Returned, HandOverChange.Returned);
    }

    private void ExpectSubmitted(Actor by)
    {
        if (by.Id == ButlerId) throw new DomainException("butler.own-hand-over", "自己的移交由接收人确认");
        if (Status == HandOverStatus.Submitted) return;
        throw Status == HandOverStatus.Accepted
            ? new DomainException("butler.hand-over-accepted", "{0} 已经接收，你看到的是旧的", by.When(DecidedAt!.Value))
            : new DomainException("butler.hand-over-not-submitted", "这个月还没有移交过来");
    }

    private void Move(HandOverStatus status, HandOverChange change, IReadOnlyList<Guid>? communities = null)
    {
        Status = status;
        Raise(new HandOverChanged(Id, change, Year, Month, ButlerId, ReceiverId, ReceiverRole, communities));
    }
}

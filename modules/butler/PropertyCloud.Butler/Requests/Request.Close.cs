using PropertyCloud.Butler.Contracts;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>Confirmation or rework, call-back, archive; declining and cancelling.</summary>
internal sealed partial class Request
{
    /// <summary>验收, by the resident, or by staff who heard it from the resident.</summary>
    public void Confirm(int? rating, string? comment, CallBackPolicy callBack, Actor by, DateTime now)
    {
        Expect(by, RequestStatus.AwaitingConfirmation);
        new Check()
            .That(rating is null or (>= 1 and <= 5), "Rating", "butler.bad-rating", "满意度选 1 到 5")
            .Max(comment, 500, "Comment").ThrowIfAny();
        Rating = rating;
        RatingComment = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();
        Close(by.IsResident ? ConfirmedHow.Resident : ConfirmedHow.StaffForResident, EntryKind.Confirmed, RequestChange.Confirmed, callBack, by, now, RatingComment);
    }

    /// <summary>Nobody said anything for the days of the plan: counted apart, still called back (ruling 10).</summary>
    public void ConfirmAutomatically(CallBackPolicy callBack, Actor system, DateTime now)
    {
        Expect(system, RequestStatus.AwaitingConfirmation);
        Close(ConfirmedHow.Automatically, EntryKind.ConfirmedAutomatically, RequestChange.ConfirmedAutomatically, callBack, system, now, null);
    }

    private void Close(ConfirmedHow how, EntryKind line, RequestChange change, CallBackPolicy callBack, Actor by, DateTime now, string? comment)
    {
        ConfirmedAt = now;
        ConfirmedHow = how;
        Record(ClockFactKind.Confirmed, now);
        Write(line, by, now, comment);
        if (by.IsResident) UnreadByStaff++;
        MoveTo(RequestStatus.Confirmed, change, by, now);
        // A call-back waits in the same column of the board and is told to nobody: the confirmation was told already.
        if (callBack.Wants(Id)) Status = RequestStatus.CallBack;
        else Archive(by, now);
    }

    private void Archive(Actor by, DateTime now)
    {
        EndedAt = now;
        Write(EntryKind.Archived, by, now);
        MoveTo(RequestStatus.Archived, RequestChange.Archived, by, now);
    }

    /// <summary>返工: the same request goes on; the time since completion does not count.</summary>
    public void SendBack(string reason, IReadOnlyList<Guid> photos, Actor by, DateTime now)
    {
        Expect(by, RequestStatus.AwaitingConfirmation);
        new Check().Required(reason, "Reason", "写一下哪里还没好").Max(reason, 1000, "Reason").ThrowIfAny();
        ReworkCount++;
        CompletedAt = null;
        RemindedCount = 0;
        Record(ClockFactKind.SentBack, now);
        Write(EntryKind.SentBack, by, now, reason.Trim(), photos: photos);
        if (by.IsResident) UnreadByStaff++;
        var last = _orders.Where(o => o.CompletedAt is not null).MaxBy(o => o.CompletedAt);
        if (last is not null)
        {
            last.Reopen(now);
            SettleHold();
            Raise(new OrderInstructed(Id, last.Id, OrderInstruction.Rework, reason.Trim(), by.Id, now));
        }

        MoveTo(last is null ? RequestStatus.Accepted : RequestStatus.InProgress, RequestChange.SentBack, by, now);
    }

    /// <summary>The resident is asked once more to look at the work.</summary>
    public void RemindToConfirm(Actor system, DateTime now)
    {
        Expect(system, RequestStatus.AwaitingConfirmation);
        RemindedCount++;
        UnreadByResident++;
        Write(EntryKind.Reminded, system, now);
        Tell(RequestChange.ReminderDue, system, now);
    }

    /// <summary>The call reached the resident: stops call back and archives.</summary>
    public void CallBackReached(int satisfaction, Actor by, DateTime now)
    {
        Expect(by, RequestStatus.CallBack);
        Record(ClockFactKind.CalledBack, now);
        Write(EntryKind.CalledBack, by, now);
        Rating ??= satisfaction;
        Tell(RequestChange.CalledBack, by, now);
        Archive(by, now);
    }

    /// <summary>An attempt that did not reach the resident; staff see it.</summary>
    public void CallBackMissed(Actor by, DateTime now)
    {
        Expect(by, RequestStatus.CallBack);
        Remark(EntryKind.CallBackTried, by, now);
    }

    /// <summary>未联系上: after the attempts of the policy; counted apart and archived (ruling 10).</summary>
    public void CallBackGivenUp(Actor by, DateTime now)
    {
        Expect(by, RequestStatus.CallBack);
        Record(ClockFactKind.NotReached, now);
        Remark(EntryKind.NotReached, by, now);
        Tell(RequestChange.NotReached, by, now);
        Archive(by, now);
    }

    /// <summary>退回: what cannot be done here, with the reason the resident reads.</summary>
    public void Decline(string reason, Actor by, DateTime now)
    {
        Expect(by, RequestStatus.Reported, RequestStatus.Accepted);
        new Check().Required(reason, "Reason", "写明退回的原因，住户会看到").Max(reason, 500, "Reason").ThrowIfAny();
        Respond(by, now);
        UnreadByResident++;
        End(RequestStatus.Declined, EntryKind.Declined, RequestChange.Declined, reason.Trim(), by, now);
    }

    /// <summary>The resident does not need it any more; open orders are taken back.</summary>
    public void Cancel(string? reason, Actor by, DateTime now)
    {
        Expect(by, RequestStatus.Reported, RequestStatus.Accepted, RequestStatus.InProgress);
        new Check().Max(reason, 500, "Reason").ThrowIfAny();
        foreach (var order in OpenOrders.ToList())
        {
            order.Withdraw(now);
            Raise(new OrderInstructed(Id, order.Id, OrderInstruction.Withdraw, reason, by.Id, now));
        }

        if (by.IsResident) UnreadByStaff++;
        End(RequestStatus.Cancelled, EntryKind.Cancelled, RequestChange.Cancelled, reason, by, now);
    }

    private void End(RequestStatus status, EntryKind line, RequestChange change, string? reason, Actor by, DateTime now)
    {
        EndedAt = now;
        EndReason = reason;
        IsHeld = false;
        HoldReason = null;
        Record(ClockFactKind.Ended, now);
        Write(line, by, now, reason);
        MoveTo(status, change, by, now);
    }

    /// <summary>Refused while there is still a way on inside the same request.</summary>
    public void CheckMayComeAgain(Actor by)
    {
        if (Status == RequestStatus.AwaitingConfirmation) throw new DomainException("butler.send-back-instead", "这件事还没验收，没修好就退回返工");
        if (Status != RequestStatus.Archived) throw new DomainException("butler.not-archived", "这件事还在办，在里面留言就行");
    }
}

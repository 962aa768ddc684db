using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Butler.CallBacks;

internal enum CallBackStatus { Open = 1, Reached = 2, NotReached = 3 }

/// <summary>回访: one for each closed request that the policy wants called. While it is open it stands in the way of the month's
/// hand-over (R44).</summary>
[Audited]
internal sealed class CallBackTask : AggregateRoot
{
    private readonly List<CallBackAttempt> _attempts = [];

    private CallBackTask() { }

    public Guid RequestId { get; private set; }
    public string RequestNumber { get; private set; } = "";
    [Personal] public string RequestTitle { get; private set; } = "";
    public string RequestKind { get; private set; } = "";
    public string Plate { get; private set; } = "";
    public string PlateSpoken { get; private set; } = "";
    public bool PlateIsPublic { get; private set; }
    public Guid CommunityId { get; private set; }
    public Guid? ClusterId { get; private set; }
    public Guid? PartyId { get; private set; }
    public Guid? ResponsibleId { get; private set; }
    public CallBackStatus Status { get; private set; }

    /// <summary>When the request was confirmed: the month it belongs to.</summary>
    public DateTime OpenedAt { get; private set; }

    /// <summary>The promise's due instant, or null where the plan promises none.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>The due instant, or the month's end (ruling 9).</summary>
    public DateTime SortAt { get; private set; }
    public DateTime? DoneAt { get; private set; }
    public int AttemptCount { get; private set; }
    public DateOnly? LastAttemptOn { get; private set; }

    /// <summary>1 to 5; null until reached.</summary>
    public int? Satisfaction { get; private set; }
    [Personal] public string? Remark { get; private set; }
    public IReadOnlyCollection<CallBackAttempt> Attempts => _attempts;

    /// <param name="monthEnd">End of the company's month, UTC: sorts a task without a promise.</param>
    public static CallBackTask Open(Guid id, Requests.Request request, DateTime? dueAt, DateTime monthEnd, DateTime now) => new()
    {
        Id = id, RequestId = request.Id, RequestNumber = request.Number, RequestTitle = request.Title, RequestKind = request.Kind, Plate = request.Plate,
        PlateSpoken = request.PlateSpoken, PlateIsPublic = request.PlateIsPublic, CommunityId = request.CommunityId, ClusterId = request.ClusterId,
        PartyId = request.ReporterPartyId, ResponsibleId = request.ResponsibleId, Status = CallBackStatus.Open, OpenedAt = now, DueAt = dueAt,
        SortAt = dueAt ?? monthEnd,
    };

    /// <summary>The resident was reached.</summary>
    /// <param name="satisfaction">1 to 5.</param>
    /// <param name="day">The company's day.</param>
    public void Reached(int satisfaction, string? remark, Requests.Actor by, DateTime now, DateOnly day)
    {
        ExpectOpen(by);
        new Check()
            .That(satisfaction is >= 1 and <= 5, "Satisfaction", "butler.bad-rating", "满意度选 1 到 5")
            .Max(remark, 500, "Remark").ThrowIfAny();
        Satisfaction = satisfaction;
        Remark = string.IsNullOrWhiteSpace(remark) ? null : remark.Trim();
        Try(true, by, now, day, Remark);
        Status = CallBackStatus.Reached;
        DoneAt = now;
    }

    /// <summary>Nobody answered. Attempts count on different days only.</summary>
    /// <param name="attempts">After how many days it is given up.</param>
    /// <returns>True when it is given up now.</returns>
    public bool Missed(string? remark, int attempts, Requests.Actor by, DateTime now, DateOnly day)
    {
        ExpectOpen(by);
        new Check().Max(remark, 500, "Remark").ThrowIfAny();
        if (LastAttemptOn == day) throw new DomainException("butler.tried-today", "今天已经打过一次，换一天再打");
        Try(false, by, now, day, remark);
        if (AttemptCount < attempts) return false;
        Status = CallBackStatus.NotReached;
        DoneAt = now;
        return true;
    }

    public void Reassign(Guid responsibleId) => ResponsibleId = responsibleId;

    private void Try(bool reached, Requests.Actor by, DateTime now, DateOnly day, string? remark)
    {
        AttemptCount++;
        LastAttemptOn = day;
        _attempts.Add(CallBackAttempt.Of(Id, AttemptCount, reached, by, now, remark));
    }

    private void ExpectOpen(Requests.Actor by)
    {
        if (Status == CallBackStatus.Open) return;
        throw new DomainException("butler.call-back-done", "{0} 已经回访过，你看到的是旧的", by.When(DoneAt ?? OpenedAt));
    }
}

/// <summary>One call.</summary>
internal sealed class CallBackAttempt : Entity
{
    private CallBackAttempt() { }

    public Guid CallBackTaskId { get; private set; }
    public int Number { get; private set; }
    public bool WasReached { get; private set; }
    public Guid? ByUserId { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTime At { get; private set; }
    [Personal] public string? Remark { get; private set; }

    internal static CallBackAttempt Of(Guid taskId, int number, bool reached, Requests.Actor by, DateTime at, string? remark) => new()
    {
        Id = Ids.At(at), CallBackTaskId = taskId, Number = number, WasReached = reached, ByUserId = by.Id, ByName = by.Name, At = at, Remark = remark,
    };
}

using PropertyCloud.Butler.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>Accepting, dispatching, following the departments, and completing.</summary>
internal sealed partial class Request
{
    /// <summary>受理, by the butler or whoever stands in (ruling 12); who was responsible stays so, and where nobody was, who accepts is.</summary>
    public void Accept(Actor by, DateTime now)
    {
        Expect(by, RequestStatus.Reported);
        AcceptedBy = by.Id;
        AcceptedAt = now;
        ResponsibleId ??= by.Id;
        UnreadByStaff = 0;
        Respond(by, now);
        Write(EntryKind.Accepted, by, now);
        MoveTo(RequestStatus.Accepted, RequestChange.Accepted, by, now);
    }

    /// <summary>The butler sees that it is more or less severe; dues are counted anew from the report (ruling 8).</summary>
    /// <param name="isEmergency">The plan calls the new severity an emergency: who must act is told.</param>
    public void Reclassify(string severity, string reason, Actor by, DateTime now, bool isEmergency = false)
    {
        Expect(by, RequestStatus.Reported, RequestStatus.Accepted, RequestStatus.InProgress);
        new Check().Required(reason, "Reason", "写明改级别的原因").Max(reason, 200, "Reason").ThrowIfAny();
        if (severity == Severity) throw new DomainException("butler.same-severity", "已经是这个级别") { Status = 422, Field = "Severity" };
        Severity = severity;
        Record(ClockFactKind.Reclassified, now, severity: severity);
        Remark(EntryKind.Reclassified, by, now, reason.Trim());
        Tell(RequestChange.Reclassified, by, now, isEmergency);
    }

    /// <summary>派单, to one or several departments. Each gets an order under an id given here.</summary>
    public void Dispatch(IReadOnlyList<DispatchTarget> targets, Actor by, DateTime now)
    {
        Expect(by, RequestStatus.Accepted, RequestStatus.InProgress);
        if (targets.Count == 0) throw new DomainException("butler.no-department", "选至少一个部门") { Status = 422, Field = "Department" };
        foreach (var target in targets)
        {
            if (!Kernel.Security.Departments.All.Contains(target.Department))
                throw new DomainException("butler.unknown-department", "选一个部门") { Status = 422, Field = "Department" };
            if (OpenOrders.Any(o => o.Department == target.Department))
                throw new DomainException("butler.department-has-order", "这个部门已经有一张没完工的单，催它或先收回") { Field = "Department" };
            var order = RequestOrder.Wanted(Ids.At(now), Id, target.Department, target.AssigneeId, now);
            _orders.Add(order);
            Write(EntryKind.Dispatched, by, now, person: target.AssigneeId, department: target.Department);
            if (!string.IsNullOrWhiteSpace(target.Note)) Remark(EntryKind.Note, by, now, target.Note.Trim());
            Raise(new OrderWanted(Id, order.Id, Number, target.Department, target.AssigneeId, Title, target.Note, Kind, ItemCode, Severity, CommunityId, ClusterId,
                UnitId, PlaceId, Plate, PlateIsPublic, Face(ClockKind.Arrive).DueAt, Face(ClockKind.Resolve).DueAt, by.Id, now,
                ReportedAt, Face(ClockKind.Arrive).WarnAt, Face(ClockKind.Resolve).WarnAt));
        }

        MoveTo(RequestStatus.InProgress, RequestChange.Dispatched, by, now);
    }

    /// <summary>Takes an open order back from its department.</summary>
    public void WithdrawOrder(Guid orderId, string? reason, Actor by, DateTime now)
    {
        Expect(by, RequestStatus.InProgress);
        var order = OpenOrders.FirstOrDefault(o => o.Id == orderId) ?? throw new DomainException("butler.order-not-open", "这张单已经不在处理中");
        order.Withdraw(now);
        SettleHold();
        Remark(EntryKind.Withdrawn, by, now, reason, department: order.Department);
        Raise(new OrderInstructed(Id, order.Id, OrderInstruction.Withdraw, reason, by.Id, now));
        SettleOrders(by, now);
    }

    /// <summary>Mirrors what happened to an order, whenever it is heard. Says false, and changes nothing, when it is known already.</summary>
    public bool MirrorOrder(OrderChanged change, Actor by)
    {
        var order = _orders.FirstOrDefault(o => o.Id == change.OrderId);
        if (order is null)
        {
            order = RequestOrder.Wanted(change.OrderId, Id, change.Department, change.AssigneeId, change.At);
            _orders.Add(order);
        }

        if (!order.Mirror(change)) return false;
        SettleHold();
        if (OpenStatus == 0) return true;
        Tell(change, by);
        SettleArrival();
        if (Status is RequestStatus.Accepted or RequestStatus.InProgress or RequestStatus.AwaitingConfirmation) SettleOrders(by, change.At, change.Change);
        return true;
    }

    /// <summary>What the timeline says; what colleagues say among themselves stays with staff.</summary>
    private void Tell(OrderChanged change, Actor by)
    {
        switch (change.Change)
        {
            case OrderChange.Taken: Write(EntryKind.Taken, by, change.At, person: change.AssigneeId, department: change.Department); break;
            case OrderChange.Arrived: Write(EntryKind.Arrived, by, change.At, person: change.AssigneeId, department: change.Department); break;
            case OrderChange.Started: Write(EntryKind.Started, by, change.At, person: change.AssigneeId, department: change.Department); break;
            case OrderChange.Held: Write(EntryKind.Held, by, change.At, change.Reason, change.AssigneeId, change.Department); break;
            case OrderChange.Resumed: Write(EntryKind.Resumed, by, change.At, person: change.AssigneeId, department: change.Department); break;
            case OrderChange.Completed:
                Write(EntryKind.OrderCompleted, by, change.At, change.Note, change.AssigneeId, change.Department, change.PhotoIds);
                break;
            case OrderChange.Declined: Remark(EntryKind.OrderDeclined, by, change.At, change.Reason, department: change.Department); break;
            case OrderChange.Transferred: Remark(EntryKind.Transferred, by, change.At, change.Reason, change.AssigneeId, change.Department); break;
        }
    }

    /// <summary>Two departments' events come in any order: an earlier arrival that is heard later is still the first.</summary>
    private void SettleArrival()
    {
        if (_orders.Min(o => o.ArrivedAt) is not { } first || Facts.Any(f => f.Kind == ClockFactKind.Arrived && f.At <= first)) return;
        Facts = [.. Facts.Where(f => f.Kind != ClockFactKind.Arrived), new ClockFact(ClockFactKind.Arrived, first)];
    }

    /// <summary>Follows from the orders together: resolve stops when the last open one completes, whichever is heard of last; where the last
    /// that ended was declined or taken back, the request is the butler's again.</summary>
    private void SettleOrders(Actor by, DateTime at, OrderChange? change = null)
    {
        var told = change switch
        {
            OrderChange.Held => RequestChange.Held,
            OrderChange.Resumed => RequestChange.Resumed,
            _ => RequestChange.Progressed,
        };
        if (OpenOrders.Any())
            MoveTo(RequestStatus.InProgress, told, by, at);
        else if (change is not null && Status != RequestStatus.AwaitingConfirmation && LastCompletion() is { } last)
            Resolve(by, last);
        else if (Status != RequestStatus.AwaitingConfirmation)
            MoveTo(RequestStatus.Accepted, RequestChange.Progressed, by, at);
    }

    /// <summary>When the work was done, where the last thing that ended an order was its completion.</summary>
    private DateTime? LastCompletion() =>
        _orders.Max(o => o.CompletedAt) is { } done && _orders.Where(o => o.CompletedAt is null).All(o => !(o.EndedAt >= done)) ? done : null;

    /// <summary>The butler did it alone (ruling 14: a request may have no order).</summary>
    public void CompleteByButler(string? result, IReadOnlyList<Guid> photos, Actor by, DateTime now)
    {
        Expect(by, RequestStatus.Accepted, RequestStatus.InProgress);
        new Check().Max(result, 1000, "Result").ThrowIfAny();
        if (OpenOrders.Any()) throw new DomainException("butler.orders-open", "还有 {0} 张单没完工，等它完工或先收回", OpenOrders.Count());
        Write(EntryKind.Completed, by, now, string.IsNullOrWhiteSpace(result) ? null : result.Trim(), photos: photos);
        Resolve(by, now);
    }

    private void Resolve(Actor by, DateTime at)
    {
        CompletedAt = at;
        Record(ClockFactKind.Resolved, at);
        UnreadByResident++;
        MoveTo(RequestStatus.AwaitingConfirmation, RequestChange.Completed, by, at);
    }

    /// <summary>Hurries who has it in hand; once in five minutes.</summary>
    public void Urge(Actor by, DateTime now)
    {
        Expect(by, RequestStatus.Reported, RequestStatus.Accepted, RequestStatus.InProgress);
        if (UrgedAt is { } before && now - before < TimeSpan.FromMinutes(5))
            throw new DomainException("butler.just-urged", "{0} 刚催过，过几分钟再催", by.When(before));
        UrgedAt = now;
        Write(EntryKind.Urged, by, now);
        foreach (var order in OpenOrders)
            Raise(new OrderInstructed(Id, order.Id, OrderInstruction.Urge, null, by.Id, now));
        Tell(RequestChange.Urged, by, now);
    }

    /// <summary>A slot that the resident asked for: arrive is due at its end, resolve starts at its beginning (ruling 7).</summary>
    public void Arrange(DateTime from, DateTime until, Actor by, DateTime now)
    {
        Expect(by, RequestStatus.Reported, RequestStatus.Accepted, RequestStatus.InProgress);
        if (until <= from || from < now)
            throw new DomainException("butler.bad-slot", "约定时间要在现在以后，结束晚于开始") { Status = 422, Field = "From" };
        AppointmentFrom = from;
        AppointmentUntil = until;
        Record(ClockFactKind.Appointment, now, from, until);
        Write(EntryKind.Arranged, by, now);
        Tell(RequestChange.Progressed, by, now);
    }
}

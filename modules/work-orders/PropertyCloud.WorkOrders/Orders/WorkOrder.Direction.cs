using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>What heads, the source and the promises do to it.</summary>
internal sealed partial class WorkOrder
{
    public ClockState ArriveState { get; private set; }
    public DateTime? ArriveStartedAt { get; private set; }
    public DateTime? ArriveWarnAt { get; private set; }
    public DateTime? ArriveDueAt { get; private set; }
    public DateTime? ArriveStoppedAt { get; private set; }
    public ClockState ResolveState { get; private set; }
    public DateTime? ResolveStartedAt { get; private set; }
    public DateTime? ResolveWarnAt { get; private set; }
    public DateTime? ResolveDueAt { get; private set; }
    public DateTime? ResolveStoppedAt { get; private set; }

    /// <summary>Revision of the source's promises that is shown here.</summary>
    public long ClockRevision { get; private set; }

    /// <summary>The next promised instant, by which lists are sorted; <see cref="NoDue"/> where nothing runs.</summary>
    public DateTime NextDueAt { get; private set; } = NoDue;

    public OrderClock ArriveClock => new(ArriveState, ArriveStartedAt, ArriveWarnAt, ArriveDueAt, ArriveStoppedAt);
    public OrderClock ResolveClock => new(ResolveState, ResolveStartedAt, ResolveWarnAt, ResolveDueAt, ResolveStoppedAt);

    /// <summary>Names who is to take a dispatched order; naming the same person again changes nothing.</summary>
    public void Assign(Actor actor, Guid assignee, DateTime at)
    {
        if (!actor.MayAssign) throw DomainException.Forbidden();
        RequireStatus("work-orders.transfer-instead", "这一单已经有人接了，要换人用「转派」并写明原因", OrderStatus.Dispatched);
        if (AssigneeId == assignee) return;
        AssigneeId = assignee;
        DispatchedAt = at;
        Tell(OrderChange.Dispatched, OrderEntryKind.Assigned, actor.Id, at);
    }

    /// <summary>Gives it to another department or person: it is dispatched anew and waits to be taken.</summary>
    /// <param name="assignee">Null: anybody of the department.</param>
    public void Transfer(Actor actor, string department, Guid? assignee, string? reason, DateTime at)
    {
        if (!actor.MayAssign)
        {
            if (Status == OrderStatus.Dispatched) RequireMember(actor);
            else RequireHolder(actor);
        }

        if (!Kernel.Security.Departments.All.Contains(department)) throw UnknownDepartment(department);
        if (Status == OrderStatus.OnHold) throw new DomainException("work-orders.resume-before-transfer", "这一单挂起了，先恢复再转派");
        if (!IsOpen) throw Over();
        var why = RequireReason(reason, "写明为什么转派");
        if (department == Department && assignee == AssigneeId)
            throw new DomainException("work-orders.same-receiver", "这一单本来就在那里，选别的部门或别的人") { Status = 422, Field = "department" };
        Department = department;
        AssigneeId = assignee;
        BeginRound(at);
        Tell(OrderChange.Transferred, OrderEntryKind.Transferred, actor.Id, at, why);
    }

    /// <summary>The source no longer wants it. An order that is over stays as it is: the source hears of that by event.</summary>
    public bool Withdraw(Guid? actor, string? reason, DateTime at)
    {
        if (!IsOpen) return false;
        Status = OrderStatus.Withdrawn;
        HoldReason = null;
        HeldAt = null;
        Tell(OrderChange.Withdrawn, OrderEntryKind.Withdrawn, actor, at, reason);
        return true;
    }

    /// <summary>The source hurries it; no change of state, so nothing is told.</summary>
    public bool Urge(Guid? actor, string? reason, DateTime at)
    {
        if (!IsOpen) return false;
        UrgedCount++;
        UrgedAt = at;
        Write(OrderEntryKind.Urged, actor, at, reason);
        return true;
    }

    /// <summary>The resident sent completed work back: dispatched again to who did it, marked as rework.</summary>
    public bool Rework(Guid? actor, string? reason, DateTime at)
    {
        if (Status != OrderStatus.Completed) return false;
        IsRework = true;
        BeginRound(at);
        Tell(OrderChange.Reworked, OrderEntryKind.Reworked, actor, at, reason);
        return true;
    }

    /// <summary>Shows the source's promises as they now stand; an older revision changes nothing.</summary>
    public bool KeepClocks(long revision, OrderClock arrive, OrderClock resolve)
    {
        if (revision < ClockRevision) return false;
        ClockRevision = revision;
        (ArriveState, ArriveStartedAt, ArriveWarnAt, ArriveDueAt, ArriveStoppedAt) = arrive;
        (ResolveState, ResolveStartedAt, ResolveWarnAt, ResolveDueAt, ResolveStoppedAt) = resolve;
        var arriveDue = arrive.IsRunning ? arrive.DueAt!.Value : NoDue;
        var resolveDue = resolve.IsRunning ? resolve.DueAt!.Value : NoDue;
        NextDueAt = arriveDue < resolveDue ? arriveDue : resolveDue;
        return true;
    }

    private void BeginRound(DateTime at)
    {
        Status = OrderStatus.Dispatched;
        DispatchedAt = at;
        TakenAt = null;
        ArrivedAt = null;
        StartedAt = null;
        HeldAt = null;
        HoldReason = null;
        CompletedAt = null;
    }
}

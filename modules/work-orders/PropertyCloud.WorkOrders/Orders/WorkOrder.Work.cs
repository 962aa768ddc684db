using PropertyCloud.Kernel.Errors;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>What the worker does.</summary>
internal sealed partial class WorkOrder
{
    /// <summary>The assignee, or with nobody named somebody of the department, takes it. Taking again what is one's own changes
    /// nothing; the second of two people is refused with who was first.</summary>
    public void Take(Actor actor, DateTime at)
    {
        var me = RequirePerson(actor);
        if (Status is not OrderStatus.Dispatched)
        {
            if (IsOpen && AssigneeId == me) return;
            if (IsOpen && AssigneeId is { } first) throw new OrderTakenException(first, TakenAt ?? DispatchedAt);
            throw Over();
        }

        if (AssigneeId is { } named && named != me)
            throw new DomainException("work-orders.assigned-to-other", "这一单派给了别人，要接就让部门主管改派");
        if (AssigneeId is null && !(actor.MayTake && actor.Department == Department))
            throw new DomainException("work-orders.other-department", "这一单不是你部门的，接不了") { Status = 403 };
        AssigneeId = me;
        Status = OrderStatus.Taken;
        TakenAt = at;
        Tell(OrderChange.Taken, OrderEntryKind.Taken, me, at);
    }

    /// <summary>Said on site by who holds the order.</summary>
    public void Arrive(Actor actor, DateTime at)
    {
        RequireHolder(actor);
        RequireStatus("work-orders.not-on-the-way", "先接单，再报到场", OrderStatus.Taken);
        Status = OrderStatus.Arrived;
        ArrivedAt = at;
        Tell(OrderChange.Arrived, OrderEntryKind.Arrived, actor.Id, at);
    }

    /// <summary>Begins the work; work that needs no visit begins without an arrival.</summary>
    public void Start(Actor actor, DateTime at)
    {
        RequireHolder(actor);
        RequireStatus("work-orders.cannot-start", "接单之后才能开工，已经开工的不用再点", OrderStatus.Taken, OrderStatus.Arrived);
        Status = OrderStatus.InProgress;
        StartedAt = at;
        Tell(OrderChange.Started, OrderEntryKind.Started, actor.Id, at);
    }

    /// <summary>Pauses the work for a reason; the resolve promise rests as long.</summary>
    public void Hold(Actor actor, string? reason, DateTime at)
    {
        RequireHolder(actor);
        RequireStatus("work-orders.cannot-hold", "接单之后、完工之前才能挂起", OrderStatus.Taken, OrderStatus.Arrived, OrderStatus.InProgress);
        HoldReason = RequireReason(reason, "写明为什么挂起，比如等配件");
        Status = OrderStatus.OnHold;
        HeldAt = at;
        Tell(OrderChange.Held, OrderEntryKind.Held, actor.Id, at, HoldReason);
    }

    /// <summary>Goes on where the hold began.</summary>
    public void Resume(Actor actor, DateTime at)
    {
        RequireHolder(actor);
        RequireStatus("work-orders.not-on-hold", "这一单没有挂起", OrderStatus.OnHold);
        Status = StartedAt is not null ? OrderStatus.InProgress : ArrivedAt is not null ? OrderStatus.Arrived : OrderStatus.Taken;
        HoldReason = null;
        HeldAt = null;
        Tell(OrderChange.Resumed, OrderEntryKind.Resumed, actor.Id, at);
    }

    /// <summary>Refuses unless <see cref="Complete"/> would be accepted: asked before photos are kept.</summary>
    public void RequireCompletable(Actor actor, string? note)
    {
        RequireHolder(actor);
        if (Status == OrderStatus.OnHold) throw new DomainException("work-orders.resume-first", "这一单挂起了，先恢复再完工");
        new Check().Required(note, "note", "写一句做了什么，业主会看到").Max(note, OrderEntry.NoteLength, "note").ThrowIfAny();
    }

    /// <summary>Says what was done. An arrival that nobody reported is not made up: <see cref="ArrivedAt"/> stays empty.</summary>
    public void Complete(Actor actor, string? note, IReadOnlyList<Guid> photos, DateTime at)
    {
        RequireCompletable(actor, note);
        Status = OrderStatus.Completed;
        CompletedAt = at;
        Tell(OrderChange.Completed, OrderEntryKind.Completed, actor.Id, at, note: note!.Trim(), photos: photos);
    }

    /// <summary>The department does not do it, for a reason: the source has to find another way.</summary>
    public void Decline(Actor actor, string? reason, DateTime at)
    {
        if (Status == OrderStatus.Dispatched) RequireMember(actor);
        else RequireHolder(actor);
        if (Status == OrderStatus.OnHold) throw new DomainException("work-orders.resume-before-decline", "这一单挂起了，先恢复再退单");
        var why = RequireReason(reason, "写明为什么退单，{butler}要据此重新安排");
        Status = OrderStatus.Declined;
        Tell(OrderChange.Declined, OrderEntryKind.Declined, actor.Id, at, why);
    }

    private static Guid RequirePerson(Actor actor) =>
        actor.Id ?? throw new DomainException("kernel.sign-in-first", "先登录再继续") { Status = 401 };

    /// <summary>Who holds the order, or for an order of theirs who may assign in the department.</summary>
    private void RequireHolder(Actor actor)
    {
        RequirePerson(actor);
        if (!IsOpen) throw Over();
        if (AssigneeId == actor.Id && Status != OrderStatus.Dispatched) return;
        if (Status == OrderStatus.Dispatched) throw new DomainException("work-orders.take-first", "这一单还没有人接，先接单");
        throw new DomainException("work-orders.not-yours", "这一单在别人手上，只有接单的人能改") { Status = 403 };
    }

    private void RequireMember(Actor actor)
    {
        RequirePerson(actor);
        var named = AssigneeId == actor.Id;
        var mine = AssigneeId is null && actor.MayTake && actor.Department == Department;
        if (!named && !mine && !actor.MayAssign) throw new DomainException("work-orders.not-yours", "这一单在别人手上，只有接单的人能改") { Status = 403 };
    }

    private void RequireStatus(string code, string text, params ReadOnlySpan<OrderStatus> allowed)
    {
        if (!allowed.Contains(Status)) throw IsOpen ? new DomainException(code, text) : Over();
    }

    private DomainException Over() => Status switch
    {
        OrderStatus.Completed => new("work-orders.completed", "这一单已经完工，刷新看最新的"),
        OrderStatus.Withdrawn => new("work-orders.withdrawn", "这一单已经撤回，不用再办"),
        _ => new("work-orders.declined", "这一单已经退回，不用再办"),
    };

    private static string RequireReason(string? reason, string text)
    {
        new Check().Required(reason, "reason", text).Max(reason, OrderEntry.ReasonLength, "reason").ThrowIfAny();
        return reason!.Trim();
    }
}

using PropertyCloud.Kernel.Domain;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>A work order as the request sees it: the mirror of events, never the order itself.</summary>
internal sealed class RequestOrder : Entity
{
    private RequestOrder() { }

    public Guid RequestId { get; private set; }
    public string Department { get; private set; } = "";
    public Guid? AssigneeId { get; private set; }
    public OrderStatus Status { get; private set; }

    /// <summary>The last change that was mirrored; older ones are ignored.</summary>
    public long LastSequence { get; private set; }
    public DateTime DispatchedAt { get; private set; }
    public DateTime? TakenAt { get; private set; }
    public DateTime? ArrivedAt { get; private set; }
    public DateTime? CompletedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public string? HoldReason { get; private set; }

    public bool IsOpen => Status is not (OrderStatus.Completed or OrderStatus.Declined or OrderStatus.Withdrawn);

    /// <summary>Taken and not yet there: derived (ruling 14).</summary>
    public bool IsOnTheWay => Status == OrderStatus.Taken;

    internal static RequestOrder Wanted(Guid orderId, Guid requestId, string department, Guid? assigneeId, DateTime at) => new()
    {
        Id = orderId, RequestId = requestId, Department = department, AssigneeId = assigneeId, Status = OrderStatus.Dispatched, DispatchedAt = at,
    };

    /// <returns>False when the change is older than what is known.</returns>
    internal bool Mirror(OrderChanged change)
    {
        if (change.Sequence <= LastSequence) return false;
        LastSequence = change.Sequence;
        Status = change.Status;
        Department = change.Department;
        AssigneeId = change.AssigneeId;
        switch (change.Change)
        {
            case OrderChange.Taken: TakenAt = change.At; break;
            case OrderChange.Arrived: ArrivedAt ??= change.At; TakenAt ??= change.At; break;
            case OrderChange.Held: HoldReason = change.Reason; break;
            case OrderChange.Resumed: HoldReason = null; break;
            case OrderChange.Completed: CompletedAt = change.At; break;
            case OrderChange.Declined or OrderChange.Withdrawn: EndedAt = change.At; break;
            case OrderChange.Reworked: CompletedAt = null; break;
        }

        return true;
    }

    /// <summary>Sent back by the resident: open again before the department's own event says so.</summary>
    internal void Reopen()
    {
        Status = OrderStatus.Dispatched;
        CompletedAt = null;
    }

    internal void Withdraw(DateTime at)
    {
        Status = OrderStatus.Withdrawn;
        EndedAt = at;
    }
}

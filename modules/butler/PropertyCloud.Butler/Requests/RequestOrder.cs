using PropertyCloud.Kernel.Domain;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>One thing that happened to an order.</summary>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Sequence">The order's own count; for what the request did itself, the last one it knew.</param>
/// <param name="Reason">Of a hold.</param>
/// <param name="IsOwn">Done by the request itself, so that the department's event about it is no repeat.</param>
internal sealed record OrderMove(DateTime At, long Sequence, OrderChange Change, OrderStatus Status, string? Reason = null, bool IsOwn = false)
{
    /// <summary>No change: earlier moves are not known.</summary>
    public const OrderChange KnownFromHere = 0;
}

/// <summary>A work order as the request sees it: the mirror of events, never the order itself.</summary>
internal sealed class RequestOrder : Entity
{
    private RequestOrder() { }

    public Guid RequestId { get; private set; }
    public string Department { get; private set; } = "";
    public Guid? AssigneeId { get; private set; }
    public OrderStatus Status { get; private set; }

    /// <summary>Of the newest change that was heard.</summary>
    public long LastSequence { get; private set; }
    public DateTime DispatchedAt { get; private set; }
    public DateTime? TakenAt { get; private set; }
    public DateTime? ArrivedAt { get; private set; }
    public DateTime? CompletedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public string? HoldReason { get; private set; }

    /// <summary>What happened to it, by when it happened, whenever it was heard. Replaced, never changed in place.</summary>
    public IReadOnlyList<OrderMove> Moves { get; private set; } = [];

    public bool IsOpen => Status is not (OrderStatus.Completed or OrderStatus.Declined or OrderStatus.Withdrawn);

    /// <summary>Taken and not yet there: derived (ruling 14).</summary>
    public bool IsOnTheWay => Status == OrderStatus.Taken;

    internal static RequestOrder Wanted(Guid orderId, Guid requestId, string department, Guid? assigneeId, DateTime at) => new()
    {
        Id = orderId, RequestId = requestId, Department = department, AssigneeId = assigneeId, Status = OrderStatus.Dispatched, DispatchedAt = at,
    };

    /// <summary>Takes over a change wherever it belongs in time. Who has the order is said by the newest one.</summary>
    /// <returns>False when it is known already.</returns>
    internal bool Mirror(OrderChanged change)
    {
        if (Moves.Any(m => !m.IsOwn && m.Sequence == change.Sequence)) return false;
        if (Moves.All(m => m.IsOwn) && LastSequence > 0)
        {
            // Written before moves were kept: what came before is known by its outcome alone.
            if (change.Sequence <= LastSequence) return false;
            if (!Moves.Any(m => m.Change == OrderMove.KnownFromHere)) Add(new(change.At, LastSequence, OrderMove.KnownFromHere, Status, HoldReason, IsOwn: true));
        }

        if (change.Sequence > LastSequence) (LastSequence, Department, AssigneeId) = (change.Sequence, change.Department, change.AssigneeId);
        Add(new(change.At, change.Sequence, change.Change, change.Status, change.Change == OrderChange.Held ? change.Reason : null));
        return true;
    }

    /// <summary>Sent back by the resident: open again before the department's own event says so.</summary>
    internal void Reopen(DateTime at) => Add(new(at, LastSequence, OrderChange.Reworked, OrderStatus.Dispatched, IsOwn: true));

    /// <summary>Taken back by the request, before the department's own event says so.</summary>
    internal void Withdraw(DateTime at) => Add(new(at, LastSequence, OrderChange.Withdrawn, OrderStatus.Withdrawn, IsOwn: true));

    /// <summary>As it stood at an instant, after all that happened at it; null before it was dispatched.</summary>
    internal OrderStatus? StatusAt(DateTime at) => Moves.LastOrDefault(m => m.At <= at)?.Status ?? (DispatchedAt <= at ? OrderStatus.Dispatched : null);

    private void Add(OrderMove move)
    {
        Moves = [.. Moves.Append(move).OrderBy(m => m.At).ThenBy(m => m.Sequence)];
        Status = Moves[^1].Status;
        foreach (var m in Moves)
        {
            switch (m.Change)
            {
                case OrderChange.Taken: TakenAt = m.At; break;
                case OrderChange.Arrived: ArrivedAt = ArrivedAt < m.At ? ArrivedAt : m.At; TakenAt ??= m.At; break;
                case OrderChange.Held: HoldReason = m.Reason; break;
                case OrderChange.Resumed: HoldReason = null; break;
                case OrderChange.Completed: CompletedAt = m.At; break;
                case OrderChange.Declined or OrderChange.Withdrawn: EndedAt = m.At; break;
                case OrderChange.Reworked: CompletedAt = null; break;
            }
        }
    }
}

using PropertyCloud.Kernel.Events;

namespace PropertyCloud.WorkOrders.Contracts;

/// <summary>dispatched > taken > arrived > in progress &lt;> on hold > completed; declined, withdrawn end it.</summary>
public enum OrderStatus { Dispatched = 1, Taken = 2, Arrived = 3, InProgress = 4, OnHold = 5, Completed = 6, Declined = 7, Withdrawn = 8 }

public enum OrderChange { Dispatched = 1, Taken = 2, Arrived = 3, Started = 4, Held = 5, Resumed = 6, Completed = 7, Declined = 8, Transferred = 9, Withdrawn = 10, Reworked = 11 }

/// <summary>A work order changed. Its subject is what it came from, so that clocks wait for it.</summary>
/// <param name="SourceType">As <c>butler.request</c>.</param>
/// <param name="Sequence">Grows by one with every change of the order; an older one than the last handled is ignored.</param>
/// <param name="Reason">For declined, held, transferred, withdrawn.</param>
/// <param name="PhotoIds">Photos added with this change; they belong to the source.</param>
/// <param name="CommunityId">Where the work is; null in events older than this field.</param>
[EventName("work-orders.order-changed.v1")]
public sealed record OrderChanged(Guid OrderId, string SourceType, Guid SourceId, long Sequence, OrderChange Change, OrderStatus Status,
    string Department, Guid? AssigneeId, Guid? ActorId, DateTime At, string? Reason, string? Note, IReadOnlyList<Guid> PhotoIds,
    Guid? CommunityId = null, Guid? ClusterId = null) : IEvent
{
    public Guid Subject => SourceId;
}

public interface IWorkOrderLookup
{
    /// <summary>All orders of the given sources, oldest first.</summary>
    Task<ILookup<Guid, OrderSummary>> GetBySourceAsync(IReadOnlyCollection<Guid> sourceIds, CancellationToken cancellation = default);

    /// <summary>Open orders in hand by assignee.</summary>
    Task<IReadOnlyDictionary<Guid, int>> CountOpenByAssigneeAsync(CancellationToken cancellation = default);
}

public sealed record OrderSummary(Guid Id, string Number, Guid SourceId, string Department, Guid? AssigneeId, OrderStatus Status,
    DateTime DispatchedAt, DateTime? TakenAt, DateTime? ArrivedAt, DateTime? CompletedAt, bool IsRework);

using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>A promise of the source as an order shows it: told by the source, never reckoned here.</summary>
internal readonly record struct OrderClock(ClockState State, DateTime? StartedAt, DateTime? WarnAt, DateTime? DueAt, DateTime? StoppedAt)
{
    public static readonly OrderClock None = new(ClockState.Unset, null, null, null, null);

    /// <summary>What is known when the order is wanted: it runs from the report to its due instant, or is not promised.</summary>
    public static OrderClock Until(DateTime startedAt, DateTime? warnAt, DateTime? dueAt) =>
        dueAt is null ? None : new(ClockState.Running, startedAt, warnAt, dueAt, null);

    public static OrderClock Of(ClockFace? face) =>
        face is null ? None : new(face.State, face.StartedAt, face.WarnAt, face.DueAt, face.StoppedAt);

    public bool IsRunning => State is ClockState.Running && DueAt is not null;
}

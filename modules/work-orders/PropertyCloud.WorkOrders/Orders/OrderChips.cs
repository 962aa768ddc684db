using PropertyCloud.Kernel.Localization;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Theme.Components;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>An order's promises as chips.</summary>
internal sealed class OrderChips(Texts texts)
{
    public ClockChip? Arrive(WorkOrder order) => Chip(texts.Say("到场"), order.ArriveClock);

    public ClockChip? Resolve(WorkOrder order) => Chip(texts.Say("解决"), order.ResolveClock);

    /// <summary>The one that matters next: arrival until somebody is there, then the solution.</summary>
    public ClockChip? Next(WorkOrder order)
    {
        if (order.Status is OrderStatus.Declined or OrderStatus.Withdrawn) return null;
        var showsArrival = order.Status is OrderStatus.Dispatched or OrderStatus.Taken && (order.ArriveClock.IsRunning || !order.ResolveClock.IsRunning);
        return showsArrival ? Arrive(order) : Resolve(order);
    }

    private static ClockChip? Chip(string label, OrderClock clock) => clock.State switch
    {
        ClockState.Void => null,
        ClockState.Next => new(label, ChipState.Next, clock.StartedAt, clock.WarnAt, clock.DueAt),
        ClockState.Running => new(label, ChipState.Running, clock.StartedAt, clock.WarnAt, clock.DueAt),
        ClockState.OnHold => new(label, ChipState.OnHold, clock.StartedAt, clock.WarnAt, clock.DueAt),
        ClockState.Kept => new(label, ChipState.Kept, clock.StartedAt, clock.WarnAt, clock.DueAt, clock.StoppedAt),
        ClockState.Missed => new(label, ChipState.Missed, clock.StartedAt, clock.WarnAt, clock.DueAt, clock.StoppedAt),
        _ => new(label, ChipState.Unset),
    };
}

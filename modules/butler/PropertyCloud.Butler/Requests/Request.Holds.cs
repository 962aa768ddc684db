using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>Holds of several departments together.</summary>
internal sealed partial class Request
{
    /// <summary>Resolve pauses only while every open order is on hold: one that goes on works for the resident. Worked out anew from all that
    /// happened to the orders, by when it happened (ruling 13b): two departments' events come in any order and give the same pauses.</summary>
    private void SettleHold()
    {
        var since = _orders.SelectMany(o => o.Moves).Where(m => m.Change == OrderMove.KnownFromHere).Select(m => m.At).DefaultIfEmpty(DateTime.MinValue).Max();
        var kept = Facts.Where(f => !IsOfHold(f) || f.At < since).ToList();
        var held = kept.Where(IsOfHold).MaxBy(f => f.At)?.Kind == ClockFactKind.HoldStarted;
        foreach (var at in _orders.SelectMany(o => o.Moves.Select(m => m.At).Append(o.DispatchedAt)).Where(at => at >= since).Distinct().Order())
        {
            if (IsPausedAt(at) == held) continue;
            held = !held;
            kept.Add(new ClockFact(held ? ClockFactKind.HoldStarted : ClockFactKind.HoldEnded, at));
        }

        if (!kept.SequenceEqual(Facts)) Facts = kept;
        IsHeld = held;
        HoldReason = held ? OpenOrders.LastOrDefault()?.HoldReason : null;
    }

    private bool IsPausedAt(DateTime at)
    {
        var open = _orders.Select(o => o.StatusAt(at)).Where(s => s is not (null or OrderStatus.Completed or OrderStatus.Declined or OrderStatus.Withdrawn)).ToList();
        return open.Count > 0 && open.All(s => s == OrderStatus.OnHold);
    }

    private static bool IsOfHold(ClockFact fact) => fact.Kind is ClockFactKind.HoldStarted or ClockFactKind.HoldEnded;
}

using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Web;
using PropertyCloud.WorkOrders.Data;
using PropertyCloud.WorkOrders.Orders;

namespace PropertyCloud.WorkOrders.Subscribers;

/// <summary>Makes the order that the butler wants, under the id that came with it. A repeat finds it there and does nothing.</summary>
internal sealed class OrderWantedSubscriber(WorkOrdersDbContext db, INumbers numbers, Display show) : ISubscriber<OrderWanted>
{
    public const string NumberPrefix = "GD";
    public const string RequestSource = "butler.request";

    public async Task HandleAsync(OrderWanted happened, EventEnvelope envelope, CancellationToken cancellation)
    {
        if (await ExistsAsync(happened.OrderId, cancellation)) return;
        var number = await numbers.NextAsync(NumberPrefix, show.Day(happened.At), cancellation);
        var order = WorkOrder.Dispatch(Read(happened, number));
        if (await NewestSiblingAsync(happened.RequestId, cancellation) is { } sibling) order.KeepClocks(sibling.ClockRevision, sibling.ArriveClock, sibling.ResolveClock);
        db.Orders.Add(order);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException duplicate) when (DbErrors.IsDuplicateKey(duplicate))
        {
            // Another host was first with the same event.
            db.ChangeTracker.Clear();
            if (!await ExistsAsync(happened.OrderId, cancellation)) throw;
        }
    }

    // A later order of the same request: what its promises have become (an arrival that was kept, say) its sibling knows.
    private Task<WorkOrder?> NewestSiblingAsync(Guid request, CancellationToken cancellation) =>
        db.Orders.AsNoTracking().Where(o => o.SourceId == request && o.ClockRevision > 0).OrderByDescending(o => o.ClockRevision).FirstOrDefaultAsync(cancellation);

    private Task<bool> ExistsAsync(Guid id, CancellationToken cancellation) => db.Orders.AnyAsync(o => o.Id == id, cancellation);

    private static NewOrder Read(OrderWanted e, string number)
    {
        var from = e.ReportedAt ?? e.At;
        return new(e.OrderId, number, RequestSource, e.RequestId, e.RequestNumber, e.Department, e.AssigneeId, e.Title, e.Note, e.Kind, e.ItemCode,
            e.Severity, e.CommunityId, e.ClusterId, e.UnitId, e.PlaceId, e.Plate, e.PlateIsPublic,
            OrderClock.Until(from, e.ArriveWarnAt, e.ArriveDueAt), OrderClock.Until(from, e.ResolveWarnAt, e.ResolveDueAt), e.ActorId, e.At);
    }
}

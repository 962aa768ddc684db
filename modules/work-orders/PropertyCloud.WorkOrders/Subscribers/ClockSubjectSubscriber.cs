using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Events;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Data;
using PropertyCloud.WorkOrders.Orders;

namespace PropertyCloud.WorkOrders.Subscribers;

/// <summary>Keeps the promises on orders as their source has them: a hold moves the resolve promise, an appointment the arrival,
/// a new severity both.</summary>
internal sealed class ClockSubjectSubscriber(WorkOrdersDbContext db) : ISubscriber<ClockSubjectChanged>
{
    public Task HandleAsync(ClockSubjectChanged happened, EventEnvelope envelope, CancellationToken cancellation) => db.RetryAsync(async () =>
    {
        var orders = await db.Orders.Where(o => o.SourceId == happened.SubjectId && o.SourceType == happened.SubjectType).ToListAsync(cancellation);
        if (orders.Count == 0) return false;
        var arrive = OrderClock.Of(happened.Faces.FirstOrDefault(f => f.Kind == ClockKind.Arrive));
        var resolve = OrderClock.Of(happened.Faces.FirstOrDefault(f => f.Kind == ClockKind.Resolve));
        foreach (var order in orders) order.KeepClocks(happened.Revision, arrive, resolve);
        await db.SaveChangesAsync(cancellation);
        return true;
    });
}

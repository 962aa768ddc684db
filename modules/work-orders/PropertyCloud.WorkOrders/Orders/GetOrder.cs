using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.WorkOrders.Data;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>An order with its timeline; 404 where the reader does not reach it.</summary>
internal sealed class GetOrder(WorkOrdersDbContext db, OrderAccess access, OrderNames names) : IUseCase
{
    public const int MostEntries = 500;

    internal sealed record Detail(WorkOrder Order, IReadOnlyList<OrderEntry> Entries, IReadOnlyDictionary<Guid, string> Names);

    public async Task<Detail> HandleAsync(Guid orderId, CancellationToken cancellation)
    {
        var order = await access.Reachable().AsNoTracking().FirstOrDefaultAsync(o => o.Id == orderId, cancellation) ?? throw DomainException.NotFound();
        var entries = await db.Entries.AsNoTracking().Where(e => e.OrderId == orderId).OrderBy(e => e.Ordinal).Take(MostEntries).ToListAsync(cancellation);
        var people = await names.PeopleAsync([order.AssigneeId, .. entries.SelectMany(e => new[] { e.ActorId, e.AssigneeId })], cancellation);
        return new(order, entries, people);
    }
}

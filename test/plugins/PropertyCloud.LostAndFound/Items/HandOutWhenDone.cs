using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Kernel.Events;
using PropertyCloud.LostAndFound.Data;

namespace PropertyCloud.LostAndFound.Items;

/// <summary>The resident's request is done: what it asked for has been handed out. Repeating changes nothing.</summary>
internal sealed class HandOutWhenDone(LostAndFoundDbContext db) : ISubscriber<RequestChanged>
{
    public async Task HandleAsync(RequestChanged happened, EventEnvelope envelope, CancellationToken cancellation)
    {
        if (happened.Change is not RequestChange.Completed) return;
        var items = await db.Items.Where(i => i.RequestId == happened.RequestId && i.Status == ItemStatus.Kept).ToListAsync(cancellation);
        foreach (var item in items) item.HandOut(happened.At);
        await db.SaveChangesAsync(cancellation);
    }
}

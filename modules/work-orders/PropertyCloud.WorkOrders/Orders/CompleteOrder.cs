using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Files;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>完工. Says what was done, with photos if there are any. Photos belong to the source: its module decides who sees them.</summary>
internal sealed class CompleteOrder(OrderChanges changes, IPhotos photos, TimeProvider clock) : IUseCase
{
    public const int MostPhotos = 6;

    /// <param name="Photos">Read once; up to <see cref="MostPhotos"/>.</param>
    internal sealed record Request(string? Note, IReadOnlyList<Func<Stream>> Photos);

    public Task HandleAsync(Guid orderId, Request asked, CancellationToken cancellation)
    {
        new Check().That(asked.Photos.Count <= MostPhotos, "photos", "work-orders.too-many-photos", "照片最多 {0} 张", MostPhotos).ThrowIfAny();
        IReadOnlyList<Guid>? kept = null;
        return changes.ApplyAsync(orderId, "work-orders.complete", new { orderId, asked.Note, Photos = asked.Photos.Count }, async (order, actor) =>
        {
            order.RequireCompletable(actor, asked.Note);
            // Kept once, also when the change has to run again.
            kept ??= await KeepAsync(order, asked.Photos, cancellation);
            order.Complete(actor, asked.Note, kept, clock.Now());
        }, cancellation);
    }

    private async Task<IReadOnlyList<Guid>> KeepAsync(WorkOrder order, IReadOnlyList<Func<Stream>> uploads, CancellationToken cancellation)
    {
        var ids = new List<Guid>(uploads.Count);
        var owner = order.SourceType.Split('.')[0];
        foreach (var open in uploads)
        {
            await using var upload = open();
            ids.Add(await photos.SaveAsync(owner, order.SourceId, upload, cancellation));
        }

        return ids;
    }
}

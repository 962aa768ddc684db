using PropertyCloud.Kernel.Domain;
using PropertyCloud.LostAndFound.Data;

namespace PropertyCloud.LostAndFound.Items;

internal sealed class HandOutItem(LostAndFoundDbContext db, TimeProvider clock) : IUseCase
{
    public Task<FoundItem> HandleAsync(Guid id, CancellationToken cancellation) => db.RetryAsync(async () =>
    {
        var item = await db.GetAsync<FoundItem>(id, cancellation);
        item.HandOut(clock.Now());
        await db.SaveChangesAsync(cancellation);
        return item;
    });
}

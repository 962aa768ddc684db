using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Butler.Catalogue;

/// <summary>Adds an item under a code of its own, changes one, takes it out of the offer or back in.</summary>
internal sealed class SaveItem(ButlerDbContext db, TimeProvider clock) : IUseCase
{
    public async Task<Guid> AddAsync(string code, CatalogueFacts facts, CancellationToken cancellation)
    {
        if (await db.Catalogue.AnyAsync(i => i.Code == code, cancellation))
            throw new DomainException("butler.code-taken", "这个代码已经用了，换一个") { Status = 422, Field = "Code" };
        var item = CatalogueItem.Offer(Ids.New(clock), code, facts);
        db.Catalogue.Add(item);
        await db.SaveChangesAsync(cancellation);
        return item.Id;
    }

    public Task<int> ChangeAsync(Guid id, CatalogueFacts facts, CancellationToken cancellation) => OnAsync(id, i => i.Change(facts), cancellation);

    public Task<int> OfferAsync(Guid id, bool offered, CancellationToken cancellation) => OnAsync(id, i => { if (offered) i.OfferAgain(); else i.Retire(); }, cancellation);

    private Task<int> OnAsync(Guid id, Action<CatalogueItem> act, CancellationToken cancellation) => db.RetryAsync(async () =>
    {
        act(await db.GetAsync<CatalogueItem>(id, cancellation));
        return await db.SaveChangesAsync(cancellation);
    });
}

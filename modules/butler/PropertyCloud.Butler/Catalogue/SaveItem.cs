using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme;

namespace PropertyCloud.Butler.Catalogue;

/// <summary>Adds an item under a code of its own, changes one, takes it out of the offer or back in.</summary>
internal sealed class SaveItem(ButlerDbContext db, PlanSeverities severities, IIdempotency once, TimeProvider clock) : IUseCase
{
    /// <summary>Repeating under one key adds one.</summary>
    public async Task<Guid> AddAsync(string code, CatalogueFacts facts, CancellationToken cancellation)
    {
        try
        {
            return await once.RunAsync(db, "butler.catalogue-item", new { code, facts }, async tell =>
            {
                await CheckAsync(facts, null, cancellation);
                if (await db.Catalogue.AnyAsync(i => i.Code == code, cancellation)) throw CodeTaken();
                var item = CatalogueItem.Offer(Ids.New(clock), code, facts);
                db.Catalogue.Add(item);
                tell(item.Id);
                await db.SaveChangesAsync(cancellation);
                return item.Id;
            }, cancellation);
        }
        catch (DbUpdateException taken) when (Kernel.Data.DbErrors.IsDuplicateKey(taken))
        {
            // Two people added the same code at the same time.
            throw CodeTaken();
        }
    }

    public Task<int> ChangeAsync(Guid id, CatalogueFacts facts, CancellationToken cancellation) => OnAsync(id, async item =>
    {
        await CheckAsync(facts, item, cancellation);
        item.Change(facts);
    }, cancellation);

    public Task<int> OfferAsync(Guid id, bool offered, CancellationToken cancellation) => OnAsync(id, item =>
    {
        if (offered) item.OfferAgain(); else item.Retire();
        return Task.CompletedTask;
    }, cancellation);

    private Task<int> OnAsync(Guid id, Func<CatalogueItem, Task> act, CancellationToken cancellation) => db.RetryAsync(async () =>
    {
        await act(await db.GetAsync<CatalogueItem>(id, cancellation));
        return await db.SaveChangesAsync(cancellation);
    });

    /// <summary>What an item has already may stay, also where the plan has dropped it since.</summary>
    private async Task CheckAsync(CatalogueFacts facts, CatalogueItem? now, CancellationToken cancellation)
    {
        var isKnown = facts.Severity is null || facts.Severity == now?.Severity || (await severities.ListAsync(cancellation)).Any(s => s.Code == facts.Severity);
        new Check()
            .That(isKnown, "Severity", "butler.unknown-severity", "方案里没有这个级别")
            .That(facts.Icon is null || facts.Icon == now?.Icon || ThemeAssets.IconNames.Contains(facts.Icon), "Icon", "butler.unknown-icon", "没有这个图标，选一个")
            .ThrowIfAny();
    }

    private static DomainException CodeTaken() => new("butler.code-taken", "这个代码已经用了，换一个") { Status = 422, Field = "Code" };
}

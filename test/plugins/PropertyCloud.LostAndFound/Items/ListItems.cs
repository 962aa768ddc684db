using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Web;
using PropertyCloud.LostAndFound.Data;

namespace PropertyCloud.LostAndFound.Items;

internal sealed class ListItems(LostAndFoundDbContext db) : IUseCase
{
    private const int Size = 20;

    /// <param name="page">1 is the first page.</param>
    public async Task<PageOf<FoundItem>> HandleAsync(int page, CancellationToken cancellation)
    {
        var number = Math.Max(1, page);
        var rows = await db.Items.AsNoTracking().OrderBy(i => i.Status).ThenByDescending(i => i.FoundAt).Skip((number - 1) * Size).Take(Size).ToListAsync(cancellation);
        return new(rows, number, Size, await db.Items.CountAsync(cancellation));
    }
}

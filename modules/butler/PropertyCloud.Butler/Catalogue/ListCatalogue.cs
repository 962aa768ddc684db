using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Catalogue;

/// <param name="Kind">One of <see cref="RequestKinds"/>, or null for all.</param>
internal sealed record CatalogueFilter(string? Kind = null, int Page = 1);

/// <summary>The catalogue by kind and order. Who keeps it sees retired items as well; everybody else what is offered.</summary>
internal sealed class ListCatalogue(ButlerDbContext db, ICurrentUser user) : IUseCase
{
    private const int Size = 60;

    public async Task<PageOf<CatalogueItem>> HandleAsync(CatalogueFilter filter, CancellationToken cancellation)
    {
        var items = db.Catalogue.AsNoTracking();
        if (!user.Has(ButlerPermissions.Catalogue)) items = items.Where(i => i.ActiveStatus == 1);
        if (filter.Kind is { Length: > 0 } kind) items = items.Where(i => i.Kind == kind);
        var total = await items.CountAsync(cancellation);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + Size - 1) / Size));
        return new(await items.OrderBy(i => i.Kind).ThenBy(i => i.Order).ThenBy(i => i.Code).Skip((page - 1) * Size).Take(Size).ToListAsync(cancellation), page, Size, total);
    }
}

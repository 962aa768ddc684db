using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.ServiceCards;

/// <summary>The service cards of the units where the signed-in resident lives now.</summary>
internal sealed class OwnCards(RegistryDbContext db, ICurrentUser user, CardAddress addresses, Display display) : IUseCase
{
    private const int Most = 20;

    public async Task<IReadOnlyList<CardView>> HandleAsync(CancellationToken cancellation = default)
    {
        if (user.Access?.PartyId is not { } party) return [];
        var today = display.Today;
        var cards = await (from relation in db.Relations
                           join unit in db.Units on relation.UnitId equals unit.Id
                           join community in db.Communities on unit.CommunityId equals community.Id
                           join card in db.Cards on (Guid?)unit.Id equals card.ActiveUnitId
                           where relation.PartyId == party && relation.From <= today && (relation.To == null || relation.To >= today)
                           orderby unit.SortKey
                           select new { card.Id, card.Code, unit.Plate, unit.Spoken, Community = community.Name }).AsNoTracking().Take(Most).ToListAsync(cancellation);
        return [.. cards.DistinctBy(c => c.Id).Select(c => new CardView(c.Id, c.Code, addresses.Of(c.Code), c.Plate, c.Spoken, c.Community))];
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Identity.Links;

/// <summary>Looks at a link without using it up.</summary>
internal sealed class FindLink(IdentityDbContext db, IServiceProvider services, TimeProvider clock) : IUseCase
{
    /// <summary>Refused with 410, the same for whatever is wrong with it.</summary>
    public async Task<FoundLink> HandleAsync(string token, CancellationToken cancellation)
    {
        var hash = LinkTokens.Hash(token);
        var link = await db.Links.FirstOrDefaultAsync(l => l.TokenHash == hash, cancellation);
        if (link is null || !link.WorksAt(clock.Now())) throw OneTimeLink.Gone();
        var user = await db.TryGetAsync<User>(link.UserId, cancellation);
        if (user is not { IsActive: true }) throw OneTimeLink.Gone();
        if (link.UnitId is not { } unitId) return new(link, user, null);
        await RefuseWhoMovedOutAsync(user, unitId, cancellation);
        var units = services.GetService<IUnitLookup>() is { } lookup ? await lookup.GetAsync([unitId], cancellation) : null;
        return new(link, user, units?.GetValueOrDefault(unitId));
    }

    // The link is bound to party and unit: it dies with their relation.
    private async Task RefuseWhoMovedOutAsync(User user, Guid unitId, CancellationToken cancellation)
    {
        if (services.GetService<IPartyLookup>() is not { } parties || user.PartyId is not { } partyId) return;
        var relations = await parties.UnitsOfAsync(partyId, cancellation);
        if (!relations.Any(r => r.UnitId == unitId && r.To is null)) throw OneTimeLink.Gone();
    }
}

/// <param name="Unit">For residents; null when the registry does not know it.</param>
internal sealed record FoundLink(OneTimeLink Link, User User, UnitSummary? Unit)
{
    public bool NeedsPassword => !User.IsResident;
}

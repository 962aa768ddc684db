using PropertyCloud.Butler.Residents;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>Checks the home or place that a request names: residents only where they live, staff only within their scope.</summary>
internal sealed class WhereaboutsFinder(IUnitLookup units, IPartyLookup parties, ResidentScope residents, ICurrentUser user)
{
    public async Task<Whereabouts> FindAsync(ReportInput input, Actor by, CancellationToken cancellation)
    {
        if (input.PlaceId is { } place) return await PlaceAsync(place, by, cancellation);
        if (input.UnitId is not { } unit) throw new DomainException("butler.no-place", "选择房屋或公共位置") { Status = 422, Field = "UnitId" };
        if (by.PartyId is { } party && (await residents.RelationsAsync(party, cancellation)).All(r => r.UnitId != unit || r.To is not null)) throw DomainException.NotFound();
        if (!(await units.GetAsync([unit], cancellation)).TryGetValue(unit, out var found)) throw DomainException.NotFound();
        if (by.IsStaff && !Reaches(found.CommunityId, found.ClusterId)) throw DomainException.NotFound();
        return new(found.CommunityId, found.ClusterId, unit, null, found.Plate, found.Spoken, false);
    }

    /// <summary>Whoever staff name as the reporter belongs to the home, or is known at least where the place is public.</summary>
    public async Task CheckReporterAsync(ReportInput input, Actor by, CancellationToken cancellation)
    {
        if (by.IsResident || input.ReporterPartyId is not { } party) return;
        var known = input.UnitId is { } unit && input.PlaceId is null
            ? (await parties.PartiesOfAsync(unit, cancellation: cancellation)).Any(p => p.PartyId == party)
            : (await parties.GetAsync([party], cancellation)).ContainsKey(party);
        if (!known) throw new DomainException("butler.not-of-home", "这个人不在这户登记，换一个人") { Status = 422, Field = "ReporterPartyId" };
    }

    private async Task<Whereabouts> PlaceAsync(Guid place, Actor by, CancellationToken cancellation)
    {
        if (!(await units.GetPlacesAsync([place], cancellation)).TryGetValue(place, out var found)) throw DomainException.NotFound();
        if (by.IsStaff && !Reaches(found.CommunityId, found.ClusterId) && found.ClusterId is not null) throw DomainException.NotFound();
        if (by.PartyId is { } party)
        {
            var homes = (await residents.RelationsAsync(party, cancellation)).Where(r => r.To is null).Select(r => r.UnitId).ToList();
            var known = await units.GetAsync(homes, cancellation);
            if (known.Values.All(u => u.CommunityId != found.CommunityId)) throw DomainException.NotFound();
        }

        return new(found.CommunityId, found.ClusterId, null, place, found.Name, found.Name, true);
    }

    private bool Reaches(Guid communityId, Guid? clusterId) => user.Scope switch
    {
        { Kind: DataScopeKind.Company } => true,
        { Kind: DataScopeKind.Community } scope => scope.Ids.Contains(communityId),
        { Kind: DataScopeKind.Cluster } scope => clusterId is { } cluster && scope.Ids.Contains(cluster),
        _ => false,
    };
}

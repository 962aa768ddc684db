using PropertyCloud.Identity.Contracts;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>Names of staff and parties for a list: one batched lookup each (ruling 13a). Scoped.</summary>
internal sealed class RequestNames(IStaffLookup staff, IPartyLookup parties)
{
    public async Task<Names> GetAsync(IEnumerable<Guid?> userIds, IEnumerable<Guid?> partyIds, CancellationToken cancellation)
    {
        var users = userIds.OfType<Guid>().Distinct().ToList();
        var people = partyIds.OfType<Guid>().Distinct().ToList();
        return new(
            users.Count == 0 ? new Dictionary<Guid, StaffSummary>() : await staff.GetAsync(users, cancellation),
            people.Count == 0 ? new Dictionary<Guid, PartySummary>() : await parties.GetAsync(people, cancellation));
    }
}

internal sealed record Names(IReadOnlyDictionary<Guid, StaffSummary> Staff, IReadOnlyDictionary<Guid, PartySummary> Parties)
{
    public string? OfStaff(Guid? id) => id is { } known && Staff.TryGetValue(known, out var one) ? one.Name : null;
    public string? OfParty(Guid? id) => id is { } known && Parties.TryGetValue(known, out var one) ? one.Name : null;
    public string? PhoneOf(Guid? partyId) => partyId is { } known && Parties.TryGetValue(known, out var one) ? one.Phone : null;
}

using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Data;

namespace PropertyCloud.Butler.Requests;

internal sealed class RequestLookup(ButlerDbContext db) : IRequestLookup
{
    public async Task<IReadOnlyDictionary<Guid, RequestSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default) =>
        ids.Count == 0 ? new Dictionary<Guid, RequestSummary>() : await db.Requests.AsNoTracking().Where(r => ids.Contains(r.Id))
            .Select(r => new RequestSummary(r.Id, r.Number, r.Title, r.Kind, r.Plate, r.Status, r.ResponsibleId, r.ReporterPartyId, r.CommunityId, r.ClusterId))
            .ToDictionaryAsync(r => r.Id, cancellation);
}

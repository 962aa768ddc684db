using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>What a request is called on the list of missed promises; only what the reader may see.</summary>
internal sealed class RequestClockSource(ButlerDbContext db, RequestAccess access) : IClockSubjectSource
{
    public string SubjectType => Request.SubjectType;

    public async Task<IReadOnlyDictionary<Guid, ClockSubjectLine>> DescribeAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default)
    {
        if (ids.Count == 0) return new Dictionary<Guid, ClockSubjectLine>();
        var visible = await access.VisibleAsync(db.Requests.AsNoTracking(), cancellation);
        var rows = await visible.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Number, r.Title, r.Plate }).ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Id, r => new ClockSubjectLine(r.Number, r.Title, r.Plate, $"/requests/{r.Id}"));
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Butler.CallBacks;

/// <param name="Segment">open, reached or missed (not reached).</param>
/// <param name="Request">One request's task alone.</param>
internal sealed record CallBackFilter(string? Segment = null, bool Mine = false, Guid? Request = null, int Page = 1);

internal sealed record CallBackList(PageOf<CallBackTask> Result, Names Names, ILookup<Guid, CallBackAttempt> Attempts);

/// <summary>Call-backs within the reader's scope: what is due first, first.</summary>
internal sealed class ListCallBacks(ButlerDbContext db, RequestNames names, ICurrentUser user) : IUseCase
{
    private const int Size = 20;

    public async Task<CallBackList> HandleAsync(CallBackFilter filter, CancellationToken cancellation)
    {
        var me = user.RequireId();
        var query = db.CallBacks.AsNoTracking().Within(user.Scope, community: c => c.CommunityId, cluster: c => c.ClusterId, own: c => c.ResponsibleId == me);
        if (filter.Request is { } request) query = query.Where(c => c.RequestId == request);
        else query = filter.Segment switch
        {
            "reached" => query.Where(c => c.Status == CallBackStatus.Reached),
            "missed" => query.Where(c => c.Status == CallBackStatus.NotReached),
            _ => query.Where(c => c.Status == CallBackStatus.Open),
        };
        if (filter.Mine) query = query.Where(c => c.ResponsibleId == me);
        var total = await query.CountAsync(cancellation);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + Size - 1) / Size));
        var sorted = filter.Segment is "reached" or "missed" ? query.OrderByDescending(c => c.OpenedAt).ThenBy(c => c.Id) : query.OrderBy(c => c.SortAt).ThenBy(c => c.Id);
        var rows = await sorted.Skip((page - 1) * Size).Take(Size).ToListAsync(cancellation);
        var ids = rows.Select(r => r.Id).ToList();
        var attempts = await db.CallBackAttempts.AsNoTracking().Where(a => ids.Contains(a.CallBackTaskId)).OrderBy(a => a.Number).ToListAsync(cancellation);
        return new(new(rows, page, Size, total), await names.GetAsync(rows.Select(r => r.ResponsibleId), rows.Select(r => r.PartyId), cancellation), attempts.ToLookup(a => a.CallBackTaskId));
    }
}

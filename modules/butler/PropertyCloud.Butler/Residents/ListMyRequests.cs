using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Butler.Residents;

internal sealed record MyRequests(PageOf<Request> Result, int OpenCount, int DoneCount);

/// <summary>我的服务: everything the resident's household asked for during their own time there (ruling 16), open before done.</summary>
internal sealed class ListMyRequests(ButlerDbContext db, RequestAccess access) : IUseCase
{
    private const int Size = 20;

    /// <param name="show"><c>open</c>, <c>done</c>, or anything else for all.</param>
    public async Task<MyRequests> HandleAsync(string? show, int page, CancellationToken cancellation)
    {
        var mine = await access.VisibleAsync(db.Requests.AsNoTracking(), cancellation);
        var counts = await mine.GroupBy(r => r.OpenStatus).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var (open, done) = (counts.GetValueOrDefault(1), counts.GetValueOrDefault(0));
        var (chosen, total) = show switch
        {
            "open" => (mine.Where(r => r.OpenStatus == 1), open),
            "done" => (mine.Where(r => r.OpenStatus == 0), done),
            _ => (mine, open + done),
        };
        var number = Math.Clamp(page, 1, Math.Max(1, (total + Size - 1) / Size));
        var rows = await chosen.OrderByDescending(r => r.OpenStatus).ThenByDescending(r => r.ReportedAt).ThenBy(r => r.Id).Skip((number - 1) * Size).Take(Size).ToListAsync(cancellation);
        return new(new(rows, number, Size, total), open, done);
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Requests;

/// <summary>A request with what its resident may read of it; never the internal notes.</summary>
internal sealed record Timeline(Request Request, IReadOnlyList<RequestEntry> Entries);

internal sealed class ReadTimeline(ButlerDbContext db, RequestEditor editor) : IUseCase
{
    public async Task<Timeline> HandleAsync(Guid id, CancellationToken cancellation)
    {
        var request = await editor.FindAsync(id, cancellation);
        return new(request, await db.Entries.AsNoTracking().Where(e => e.RequestId == id).OrderBy(e => e.Sequence).Take(300).ToListAsync(cancellation));
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Butler.Requests;

/// <summary>The reader has seen the messages of the other side. Safe to repeat, and never in the way of somebody's act: it
/// touches one number and neither version nor clocks.</summary>
internal sealed class MarkRead(ButlerDbContext db, RequestAccess access, Actors actors) : IUseCase
{
    public async Task HandleAsync(Guid id, CancellationToken cancellation)
    {
        var mine = (await access.VisibleAsync(db.Requests, cancellation)).Where(r => r.Id == id);
        var marked = actors.Current().IsResident
            ? await mine.Where(r => r.UnreadByResident > 0).ExecuteUpdateAsync(s => s.SetProperty(r => r.UnreadByResident, 0), cancellation)
            : await mine.Where(r => r.UnreadByStaff > 0).ExecuteUpdateAsync(s => s.SetProperty(r => r.UnreadByStaff, 0), cancellation);
        if (marked == 0 && !await mine.AnyAsync(cancellation)) throw DomainException.NotFound();
    }
}

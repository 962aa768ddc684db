using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.HandOvers;

/// <param name="MayDecide">The reader receives it and it waits for them.</param>
internal sealed record HandOverView(HandOver HandOver, HandOverFigures Figures, IReadOnlyList<MissingCallBack> Missing, string Butler, string? Receiver, bool MayDecide, bool IsMine);

/// <summary>One month of one butler, for that butler and for whoever receives it; for anybody else it is not there.</summary>
internal sealed class ShowHandOver(ButlerDbContext db, HandOverMonth months, HandOverInbox inbox, RequestNames names, ICurrentUser user) : IUseCase
{
    public async Task<HandOverView> HandleAsync(Guid id, CancellationToken cancellation)
    {
        var me = user.RequireId();
        var mine = await db.HandOvers.AsNoTracking().FirstOrDefaultAsync(h => h.Id == id && h.ButlerId == me, cancellation);
        var one = mine ?? await inbox.Received().AsNoTracking().FirstOrDefaultAsync(h => h.Id == id, cancellation) ?? throw DomainException.NotFound();
        var people = await names.GetAsync([one.ButlerId, one.ReceiverId], [], cancellation);
        // What was handed over stays as it was counted then; a returned month is the butler's again and shows how it stands.
        var figures = one.Figures is { } counted && one.Status != HandOverStatus.Returned ? counted : await months.CountAsync(one.ButlerId, one.Year, one.Month, cancellation);
        return new(one, figures, await months.MissingAsync(one.ButlerId, one.Year, one.Month, cancellation), people.OfStaff(one.ButlerId) ?? "",
            people.OfStaff(one.ReceiverId), mine is null && one.Status == HandOverStatus.Submitted, mine is not null);
    }
}

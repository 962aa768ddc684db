using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.HandOvers;

/// <summary>移交: the butler's own month; the figures are counted again at this moment. Submitting twice is refused.</summary>
internal sealed class SubmitHandOver(ButlerDbContext db, HandOverMonth months, HandOverReceiver receiver, Actors actors, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public Task<Guid> HandleAsync(int year, int month, string? remark, CancellationToken cancellation) => db.RetryAsync(async () =>
    {
        if (month is < 1 or > 12 || year is < 2000 or > 2999) throw DomainException.NotFound();
        var me = user.RequireId();
        var role = await receiver.RoleAsync(cancellation) ?? throw new DomainException("butler.no-hand-over", "方案没有要求月度移交");
        var handOver = await db.HandOvers.FirstOrDefaultAsync(h => h.ButlerId == me && h.Year == year && h.Month == month, cancellation);
        if (handOver is null) db.HandOvers.Add(handOver = HandOver.Open(Ids.New(clock), me, year, month, role));
        var missing = await months.MissingAsync(me, year, month, cancellation);
        handOver.Submit(await months.CountAsync(me, year, month, cancellation), missing.Count, months.IsOver(year, month), remark, actors.Current(), clock.Now());
        await db.SaveChangesAsync(cancellation);
        return handOver.Id;
    });
}

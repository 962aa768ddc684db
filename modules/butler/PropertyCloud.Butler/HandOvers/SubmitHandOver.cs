using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Butler.HandOvers;

/// <summary>移交: the butler's own month; the figures are counted again at this moment. Submitting twice is refused; repeating under one
/// key submits once.</summary>
internal sealed class SubmitHandOver(ButlerDbContext db, HandOverMonth months, HandOverReceiver receiver, Actors actors, ICurrentUser user, IIdempotency once, TimeProvider clock) : IUseCase
{
    public Task<Guid> HandleAsync(int year, int month, string? remark, CancellationToken cancellation) =>
        db.RetryAsync(() => once.RunAsync(db, "butler.hand-over", new { year, month, remark }, async tell =>
        {
            if (month is < 1 or > 12 || year is < 2000 or > 2999) throw new DomainException("butler.unknown-month", "选一个月份") { Status = 422, Field = "Month" };
            var me = user.RequireId();
            var role = await receiver.RoleAsync(cancellation) ?? throw new DomainException("butler.no-hand-over", "方案没有要求月度移交");
            var handOver = await db.HandOvers.FirstOrDefaultAsync(h => h.ButlerId == me && h.Year == year && h.Month == month, cancellation);
            if (handOver is null) db.HandOvers.Add(handOver = HandOver.Open(Ids.New(clock), me, year, month, role));
            var missing = await months.MissingAsync(me, year, month, cancellation);
            handOver.Submit(await months.CountAsync(me, year, month, cancellation), missing.Count, months.IsOver(year, month), remark, actors.Current(), clock.Now(),
                await db.Assignments.Where(a => a.ButlerId == me).Select(a => a.CommunityId).Distinct().ToListAsync(cancellation));
            tell(handOver.Id);
            await db.SaveChangesAsync(cancellation);
            return handOver.Id;
        }, cancellation));
}

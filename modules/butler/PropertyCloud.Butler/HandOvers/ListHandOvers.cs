using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Butler.HandOvers;

/// <param name="ReceiverRole">To whom the plan wants months handed over; null where it asks for none.</param>
/// <param name="Mine">The reader's own last months, newest first, those not yet submitted included.</param>
/// <param name="Received">What others handed over to the reader, newest first.</param>
internal sealed record HandOverList(string? ReceiverRole, IReadOnlyList<HandOverLine> Mine, PageOf<HandOverLine> Received, Names Names);

/// <param name="Id">Null while nothing was submitted.</param>
/// <param name="Missing">Call-backs that still stand in the way.</param>
internal sealed record HandOverLine(Guid? Id, Guid ButlerId, int Year, int Month, HandOverStatus Status, DateTime? SubmittedAt, int Missing, bool IsOver, string? ReturnReason);

/// <summary>月度移交: the butler's own months with what is missing, and the months that the reader receives.</summary>
internal sealed class ListHandOvers(ButlerDbContext db, HandOverMonth months, HandOverReceiver receiver, HandOverInbox inbox, RequestNames names, ICurrentUser user, Display display) : IUseCase
{
    private const int MonthsBack = 3;
    private const int Size = 30;

    public async Task<HandOverList> HandleAsync(int page, CancellationToken cancellation)
    {
        if (!user.Has(ButlerPermissions.HandOver) && !user.Has(ButlerPermissions.HandOverReceive)) throw DomainException.Forbidden();
        var role = await receiver.RoleAsync(cancellation);
        var mine = user.Has(ButlerPermissions.HandOver) && role is not null ? await MineAsync(user.RequireId(), cancellation) : [];
        var received = await ReceivedAsync(page, cancellation);
        return new(role, mine, received, await names.GetAsync(received.Items.Select(r => (Guid?)r.ButlerId), [], cancellation));
    }

    private async Task<IReadOnlyList<HandOverLine>> MineAsync(Guid me, CancellationToken cancellation)
    {
        var last = Enumerable.Range(0, MonthsBack + 1).Select(back => display.Today.AddMonths(-back)).ToList();
        var known = await db.HandOvers.AsNoTracking().Where(h => h.ButlerId == me).OrderByDescending(h => h.Year).ThenByDescending(h => h.Month).Take(last.Count + 1).ToListAsync(cancellation);
        var open = await months.OpenSinceAsync(me, last[^1].Year, last[^1].Month, cancellation);
        return [.. last.Select(month =>
        {
            var one = known.FirstOrDefault(h => h.Year == month.Year && h.Month == month.Month);
            var isHandedOver = one?.Status is HandOverStatus.Submitted or HandOverStatus.Accepted;
            return new HandOverLine(one?.Id, me, month.Year, month.Month, one?.Status ?? HandOverStatus.Draft, one?.SubmittedAt,
                isHandedOver ? 0 : open.Count(at => display.Day(at) is var day && day.Year == month.Year && day.Month == month.Month),
                months.IsOver(month.Year, month.Month), one?.ReturnReason);
        })];
    }

    private async Task<PageOf<HandOverLine>> ReceivedAsync(int page, CancellationToken cancellation)
    {
        var received = inbox.Received().AsNoTracking();
        var total = await received.CountAsync(cancellation);
        var number = Math.Clamp(page, 1, Math.Max(1, (total + Size - 1) / Size));
        var rows = await received.OrderByDescending(h => h.Year).ThenByDescending(h => h.Month).ThenBy(h => h.Status).ThenBy(h => h.Id)
            .Skip((number - 1) * Size).Take(Size).ToListAsync(cancellation);
        return new([.. rows.Select(h => new HandOverLine(h.Id, h.ButlerId, h.Year, h.Month, h.Status, h.SubmittedAt, 0, true, h.ReturnReason))], number, Size, total);
    }
}

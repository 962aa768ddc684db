using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.HandOvers;

/// <param name="Mine">The reader's own months, newest first, drafts included.</param>
/// <param name="Received">What others handed over, newest first.</param>
internal sealed record HandOverList(string? ReceiverRole, IReadOnlyList<HandOverLine> Mine, IReadOnlyList<HandOverLine> Received, Names Names);

/// <param name="Id">Null while nothing was submitted.</param>
internal sealed record HandOverLine(Guid? Id, Guid ButlerId, int Year, int Month, HandOverStatus Status, DateTime? SubmittedAt, int Missing, bool IsOver, string? ReturnReason);

internal sealed record HandOverView(HandOver HandOver, HandOverFigures Figures, IReadOnlyList<MissingCallBack> Missing, string Butler, string? Receiver, bool MayDecide, bool IsMine);

internal sealed class ListHandOvers(ButlerDbContext db, HandOverMonth months, HandOverReceiver receiver, RequestNames names, ICurrentUser user, Display display, IStaffLookup staff) : IUseCase
{
    private const int MonthsBack = 3;

    public async Task<HandOverList> HandleAsync(CancellationToken cancellation)
    {
        var role = await receiver.RoleAsync(cancellation);
        var mine = user.Has(ButlerPermissions.HandOver) && role is not null ? await MineAsync(user.RequireId(), cancellation) : [];
        var received = user.Has(ButlerPermissions.HandOverReceive) ? await ReceivedAsync(cancellation) : [];
        return new(role, mine, received, await names.GetAsync(received.Select(r => (Guid?)r.ButlerId), [], cancellation));
    }

    public async Task<HandOverView> FindAsync(Guid id, CancellationToken cancellation)
    {
        var one = await db.GetAsync<HandOver>(id, cancellation);
        var isMine = one.ButlerId == user.RequireId();
        if (!isMine && !user.Has(ButlerPermissions.HandOverReceive)) throw Kernel.Errors.DomainException.NotFound();
        var people = await staff.GetAsync([one.ButlerId, .. one.ReceiverId is { } r ? [r] : Array.Empty<Guid>()], cancellation);
        string? NameOf(Guid? who) => who is { } known && people.TryGetValue(known, out var person) ? person.Name : null;
        var mayDecide = one.Status == HandOverStatus.Submitted && !isMine && user.Access!.Roles.Any(r => r == one.ReceiverRole || r == SeededRoles.CentreDirector);
        return new(one, one.Figures ?? await months.CountAsync(one.ButlerId, one.Year, one.Month, cancellation), await months.MissingAsync(one.ButlerId, one.Year, one.Month, cancellation),
            NameOf(one.ButlerId) ?? "", NameOf(one.ReceiverId), mayDecide, isMine);
    }

    private async Task<IReadOnlyList<HandOverLine>> MineAsync(Guid me, CancellationToken cancellation)
    {
        var known = await db.HandOvers.AsNoTracking().Where(h => h.ButlerId == me).OrderByDescending(h => h.Year).ThenByDescending(h => h.Month).Take(24).ToListAsync(cancellation);
        var lines = new List<HandOverLine>();
        for (var back = 0; back <= MonthsBack; back++)
        {
            var month = display.Today.AddMonths(-back);
            var one = known.FirstOrDefault(h => h.Year == month.Year && h.Month == month.Month);
            var missing = one?.Status is HandOverStatus.Submitted or HandOverStatus.Accepted ? 0 : (await months.MissingAsync(me, month.Year, month.Month, cancellation)).Count;
            lines.Add(new(one?.Id, me, month.Year, month.Month, one?.Status ?? HandOverStatus.Draft, one?.SubmittedAt, missing, months.IsOver(month.Year, month.Month), one?.ReturnReason));
        }

        return lines;
    }

    private async Task<IReadOnlyList<HandOverLine>> ReceivedAsync(CancellationToken cancellation)
    {
        var rows = await db.HandOvers.AsNoTracking().Where(h => h.Status != HandOverStatus.Draft)
            .OrderByDescending(h => h.Year).ThenByDescending(h => h.Month).ThenBy(h => h.Status).Take(100).ToListAsync(cancellation);
        return [.. rows.Select(h => new HandOverLine(h.Id, h.ButlerId, h.Year, h.Month, h.Status, h.SubmittedAt, 0, true, h.ReturnReason))];
    }
}

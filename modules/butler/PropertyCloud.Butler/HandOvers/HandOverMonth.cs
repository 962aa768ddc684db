using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.CallBacks;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Butler.HandOvers;

/// <summary>What is still missing before a month can be handed over.</summary>
internal sealed record MissingCallBack(Guid RequestId, Guid TaskId, string Number, string Title, string Plate, int Attempts);

/// <summary>Counts a butler's month; scoped. A request belongs to the month in which it was confirmed.</summary>
internal sealed class HandOverMonth(ButlerDbContext db, Display display)
{
    public (DateTime From, DateTime Until) Span(int year, int month)
    {
        var first = new DateTime(year, month, 1);
        return (display.ToUtc(first), display.ToUtc(first.AddMonths(1)));
    }

    public bool IsOver(int year, int month) => Span(year, month).Until <= display.NowUtc;

    public async Task<HandOverFigures> CountAsync(Guid butlerId, int year, int month, CancellationToken cancellation)
    {
        var (from, until) = Span(year, month);
        var closed = await db.Requests.AsNoTracking().Where(r => r.ResponsibleId == butlerId && r.ConfirmedAt >= from && r.ConfirmedAt < until)
            .GroupBy(_ => 1).Select(g => new
            {
                All = g.Count(), Archived = g.Count(r => r.Status == RequestStatus.Archived), Reworked = g.Count(r => r.ReworkCount > 0),
                Automatic = g.Count(r => r.ConfirmedHow == ConfirmedHow.Automatically),
            }).SingleOrDefaultAsync(cancellation);
        var open = await db.Requests.AsNoTracking().CountAsync(r => r.ResponsibleId == butlerId && r.OpenStatus == 1 && r.ReportedAt < until && r.ConfirmedAt == null, cancellation);
        var calls = await db.CallBacks.AsNoTracking().Where(c => c.ResponsibleId == butlerId && c.OpenedAt >= from && c.OpenedAt < until)
            .GroupBy(_ => 1).Select(g => new
            {
                All = g.Count(), Reached = g.Count(c => c.Status == CallBackStatus.Reached), NotReached = g.Count(c => c.Status == CallBackStatus.NotReached),
                Stars = g.Sum(c => c.Satisfaction ?? 0),
            }).SingleOrDefaultAsync(cancellation);
        return new(closed?.All ?? 0, closed?.Archived ?? 0, open, calls?.All ?? 0, calls?.Reached ?? 0, calls?.NotReached ?? 0,
            calls is { Reached: > 0 } ? calls.Stars * 100 / calls.Reached : 0, closed?.Reworked ?? 0, closed?.Automatic ?? 0);
    }

    /// <summary>When the call-backs were opened that are still to be made, from the month on: for a list of months.</summary>
    public Task<List<DateTime>> OpenSinceAsync(Guid butlerId, int year, int month, CancellationToken cancellation)
    {
        var from = Span(year, month).From;
        return db.CallBacks.AsNoTracking().Where(c => c.ResponsibleId == butlerId && c.OpenedAt >= from && c.Status == CallBackStatus.Open)
            .OrderBy(c => c.OpenedAt).Select(c => c.OpenedAt).Take(1000).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<MissingCallBack>> MissingAsync(Guid butlerId, int year, int month, CancellationToken cancellation)
    {
        var (from, until) = Span(year, month);
        return await db.CallBacks.AsNoTracking()
            .Where(c => c.ResponsibleId == butlerId && c.OpenedAt >= from && c.OpenedAt < until && c.Status == CallBackStatus.Open)
            .OrderBy(c => c.OpenedAt).Take(200)
            .Select(c => new MissingCallBack(c.RequestId, c.Id, c.RequestNumber, c.RequestTitle, c.Plate, c.AttemptCount)).ToListAsync(cancellation);
    }
}

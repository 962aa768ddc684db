using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Data;

namespace PropertyCloud.ServiceLevels.Plans;

/// <param name="Cell">The changed limit.</param>
/// <param name="Compared">Stopped clocks of the last ninety days that it would have applied to; 0: nothing to compare with.</param>
/// <param name="WouldBreach">How many of them took longer.</param>
internal sealed record PlanEstimate(LimitRow Cell, int Compared, int WouldBreach, IReadOnlyList<Guid> Subjects);

/// <summary>What a draft's changed limits would have meant for the last ninety days, from the clocks that were kept. A clock that
/// was not promised left no row and cannot be estimated.</summary>
internal sealed class EstimatePlan(ServiceLevelsDbContext db, ICurrentTenant tenant, TimeProvider clock) : IUseCase
{
    public const int Days = 90;
    private const int Most = 20_000;

    public async Task<IReadOnlyList<PlanEstimate>> HandleAsync(PlanContent inForce, PlanContent draft, CancellationToken cancellation)
    {
        var changed = PlanDiff.Between(inForce, draft).Where(c => c.Cell is { Minutes: not null }).Select(c => c.Cell!).Take(12).ToList();
        if (changed.Count == 0) return [];
        var past = await PastAsync(changed, cancellation);
        var business = new BusinessHours(draft.Hours, TimeZoneInfo.FindSystemTimeZoneById(tenant.Info?.TimeZoneId ?? "Asia/Shanghai"), PublicHolidays.Published);
        var table = new LimitTable(draft.Limits);
        return [.. changed.Select(cell => Estimate(cell, past, table, cell.Calendar == CalendarKind.Business ? business : AllHours.Instance))];
    }

    private static PlanEstimate Estimate(LimitRow cell, IReadOnlyList<Past> past, LimitTable table, IWorkTime calendar)
    {
        var concerned = past.Where(p => p.Clock == cell.Clock && table.Find(p.Kind ?? LimitRow.Any, p.Severity ?? LimitRow.Any, p.ItemCode, cell.Clock)?.Cell == cell.Cell).ToList();
        var late = concerned.Where(p => p.Used(calendar) > TimeSpan.FromMinutes(cell.Minutes!.Value)).ToList();
        return new(cell, concerned.Count, late.Count, [.. late.Select(p => p.SubjectId).Distinct().Take(50)]);
    }

    private async Task<IReadOnlyList<Past>> PastAsync(List<LimitRow> changed, CancellationToken cancellation)
    {
        var from = clock.Now().AddDays(-Days);
        var clocks = changed.Select(c => c.Clock).Distinct().ToList();
        return await db.Clocks.AsNoTracking()
            .Where(c => c.StoppedAt >= from && clocks.Contains(c.Clock) && (c.State == ClockState.Kept || c.State == ClockState.Missed) && c.StartedAt != null && c.LimitMinutes != null)
            .OrderByDescending(c => c.StoppedAt).Take(Most)
            .Select(c => new Past(c.SubjectId, c.Clock, c.Kind, c.Severity, c.ItemCode, c.StartedAt!.Value, c.StoppedAt!.Value, c.DueAt, c.LimitMinutes!.Value)).ToListAsync(cancellation);
    }

    private sealed record Past(Guid SubjectId, ClockKind Clock, string? Kind, string? Severity, string? ItemCode, DateTime StartedAt, DateTime StoppedAt, DateTime? DueAt, int LimitMinutes)
    {
        /// <summary>From limit and due rather than from the start, because the due instant knows of holds.</summary>
        public TimeSpan Used(IWorkTime calendar) => DueAt is not { } due ? calendar.Between(StartedAt, StoppedAt)
            : TimeSpan.FromMinutes(LimitMinutes) - calendar.Between(StoppedAt, due) + calendar.Between(due, StoppedAt);
    }
}

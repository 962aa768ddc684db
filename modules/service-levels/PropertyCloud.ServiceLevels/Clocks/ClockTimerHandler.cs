using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Timers;
using PropertyCloud.ServiceLevels.Breaches;
using PropertyCloud.ServiceLevels.Data;
using PropertyCloud.ServiceLevels.Plans;

namespace PropertyCloud.ServiceLevels.Clocks;

/// <summary>Warn, breach, escalate: each due step once, whatever is repeated.</summary>
[TimerHandler(ClockRow.Timers.Owner)]
internal sealed class ClockTimerHandler(ServiceLevelsDbContext db, PlanStore plans, IOutboxQuery outbox, TimeProvider clock) : ITimerHandler
{
    /// <summary>How soon to look again while an event of the subject waits: it may be the stop.</summary>
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(250);

    public async Task<TimerStep?> FireAsync(Guid subject, int step, DateTime dueAt, CancellationToken cancellation)
    {
        var row = await db.TryGetAsync<ClockRow>(subject, cancellation);
        if (row is not { Runs: true, Stands: true, DueAt: { } due }) return null;
        var plan = (await plans.GetAsync(row.PlanVersionId, cancellation)).Content;
        var raised = await db.Breaches.AsNoTracking().Where(b => b.SubjectId == row.SubjectId && b.Clock == row.Clock).Select(b => new { b.DueAt, b.Status }).ToListAsync(cancellation);
        var breached = raised.Any(b => b.Status == BreachStatus.Standing);
        var now = clock.Now();
        if (now >= due && !breached)
        {
            // Raised for this due instant and withdrawn: there is nothing more to say.
            if (raised.Any(b => b.DueAt == due)) return null;
            if (await outbox.HasPendingAsync(row.SubjectId, cancellation)) return new(ClockRow.Timers.Breach, now + LookAgainAfter);
            await BreachAsync(row, cancellation);
            return Next(row, plan, breached: true);
        }

        if (breached && step >= ClockRow.Timers.Escalate) Escalate(row, plan, due, now);
        else if (step == ClockRow.Timers.Warn && row.WarnAt <= now) row.Warn();
        await db.SaveChangesAsync(cancellation);
        return Next(row, plan, breached);
    }

    private static TimerStep? Next(ClockRow row, PlanContent plan, bool breached) =>
        row.NextStep(plan.Escalation, breached) is { } next ? new(next.Step, next.At) : null;

    private static void Escalate(ClockRow row, PlanContent plan, DateTime due, DateTime now)
    {
        var told = row.EscalatedOf == due ? row.EscalatedLevel : 0;
        if (told < plan.Escalation.Count && due.AddMinutes(plan.Escalation[told].AfterMinutes) <= now)
            row.Escalate(told + 1, plan.Escalation[told].ToRole);
    }

    private async Task BreachAsync(ClockRow row, CancellationToken cancellation)
    {
        db.Breaches.Add(Breach.Of(row, clock));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException taken) when (DbErrors.IsDuplicateKey(taken))
        {
            // Another host was first: its breach and its event are the only ones.
            db.ChangeTracker.Clear();
        }
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Timers;
using PropertyCloud.ServiceLevels.Breaches;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Data;
using PropertyCloud.ServiceLevels.Plans;

namespace PropertyCloud.ServiceLevels.Clocks;

/// <summary>Keeps clock rows and timers in step with their subjects. Rows, timers, breaches and the mark of the handled event
/// are one save: called again, it finds its work done.</summary>
internal sealed class ClockSubjectSubscriber(ServiceLevelsDbContext db, PlanStore plans, ITimers timers, TimeProvider clock) : ISubscriber<ClockSubjectChanged>
{
    public async Task HandleAsync(ClockSubjectChanged happened, EventEnvelope envelope, CancellationToken cancellation)
    {
        var plan = await plans.GetAsync(happened.PlanVersionId, cancellation);
        if (plan.Content.Limits.Count == 0) return;
        var rows = await db.Clocks.Where(c => c.SubjectId == happened.SubjectId).ToListAsync(cancellation);
        var now = clock.Now();
        var breaches = rows.All(r => !(r.EarliestDueAt <= now)) ? [] : await db.Breaches.Where(b => b.SubjectId == happened.SubjectId).ToListAsync(cancellation);
        foreach (var face in happened.Faces)
        {
            var row = rows.FirstOrDefault(r => r.Clock == face.Kind);
            if (row is null && face.State == ClockState.Unset) continue;
            var before = row is null ? null : Due.Of(row);
            var stands = StandsFor(plan.Content, happened.Faces, face.Kind);
            if (row is null) db.Clocks.Add(row = ClockRow.Create(happened, face, stands, clock));
            else if (!row.Follow(happened, face, stands)) continue;
            var breached = Reconcile(row, breaches.Where(b => b.Clock == face.Kind).ToList());
            await SetTimerAsync(row, before, plan.Content, breached, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>A stop that turns out late although no timer had said so is a breach too; one that turns out in time withdraws it.
    /// One that was withdrawn is not raised again for the same due instant.</summary>
    /// <param name="raised">Of this clock, withdrawn ones too.</param>
    /// <returns>True when a breach stands for the clock.</returns>
    private bool Reconcile(ClockRow row, IReadOnlyList<Breach> raised)
    {
        foreach (var breach in raised) breach.LookAgain(row, clock);
        if (raised.Any(b => b.Status == BreachStatus.Standing)) return true;
        if (!row.EndedLate || !row.Stands || raised.Any(b => b.DueAt == row.DueAt)) return false;
        db.Breaches.Add(Breach.Of(row, clock));
        return true;
    }

    private async Task SetTimerAsync(ClockRow row, Due? before, PlanContent plan, bool breached, CancellationToken cancellation)
    {
        if (before == Due.Of(row)) return;
        if (row.NextStep(plan.Escalation, breached) is { } next) await timers.SetAsync(db, ClockRow.Timers.Owner, row.Id, next.Step, next.At, cancellation);
        else if (before is { HadTimer: true }) await timers.ClearAsync(db, ClockRow.Timers.Owner, row.Id, cancellation);
    }

    private static bool StandsFor(PlanContent plan, IReadOnlyList<ClockFace> faces, ClockKind kind)
    {
        var group = plan.Groups.FirstOrDefault(g => g.Clocks.Contains(kind));
        return group is null || EitherGroup.Standing(faces, group.Clocks) is not { } standing || standing == kind;
    }

    /// <summary>What decides a row's timer.</summary>
    private sealed record Due(ClockState State, DateTime? WarnAt, DateTime? DueAt, bool Stands)
    {
        public int? LimitMinutes { get; private init; }
        public bool HadTimer => State == ClockState.Running && Stands;
        public static Due Of(ClockRow row) => new(row.State, row.WarnAt, row.DueAt, row.Stands) { LimitMinutes = row.LimitMinutes };
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Assignments;
using PropertyCloud.Butler.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Butler.Duty;

/// <summary>Who is responsible now (ruling 12). Scoped; hours and absences are read once.</summary>
internal sealed class DutyRoster(ButlerDbContext db, Display display, TimeProvider clock)
{
    private DutyRules? _rules;

    /// <returns>Null when nobody is on duty: the supervisor is shown that.</returns>
    public async Task<OnDuty?> FindAsync(Guid? clusterId, CancellationToken cancellation)
    {
        var now = clock.Now();
        var assignment = clusterId is { } cluster ? await AssignmentAsync(cluster, display.Day(now), cancellation) : null;
        return (await RulesAsync(cancellation)).Find(assignment, now);
    }

    public async Task<DutyRules> RulesAsync(CancellationToken cancellation)
    {
        if (_rules is not null) return _rules;
        var now = clock.Now();
        var weeks = await db.WorkingWeeks.AsNoTracking().ToListAsync(cancellation);
        var absences = await db.Absences.AsNoTracking().Where(a => a.UntilAt > now).ToListAsync(cancellation);
        return _rules = new DutyRules(weeks, absences, display.Local);
    }

    public Task<Assignment?> AssignmentAsync(Guid clusterId, DateOnly day, CancellationToken cancellation) =>
        db.Assignments.AsNoTracking().Where(a => a.ClusterId == clusterId && a.From <= day && (a.To == null || a.To >= day)).FirstOrDefaultAsync(cancellation);

    public Task<List<Assignment>> AssignmentsAsync(DateOnly day, CancellationToken cancellation) =>
        db.Assignments.AsNoTracking().Where(a => a.From <= day && (a.To == null || a.To >= day)).OrderBy(a => a.ClusterId).Take(2000).ToListAsync(cancellation);
}

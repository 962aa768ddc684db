using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Butler.Duty;

/// <summary>Weekly hours of a person in a post; an empty week takes the hours away.</summary>
internal sealed class PlanDuty(ButlerDbContext db, IStaffLookup staff, Display display, TimeProvider clock) : IUseCase
{
    public Task<int> HandleAsync(Guid userId, DutyPost post, IReadOnlyList<WorkingSpan> spans, CancellationToken cancellation) => db.RetryAsync(async () =>
    {
        await CheckAsync(userId, cancellation);
        var week = await db.WorkingWeeks.FirstOrDefaultAsync(w => w.UserId == userId && w.Post == post, cancellation);
        if (week is null) db.WorkingWeeks.Add(WorkingWeek.For(Ids.New(clock), userId, post, spans));
        else if (spans.Count == 0) db.WorkingWeeks.Remove(week);
        else week.Change(spans);
        return await db.SaveChangesAsync(cancellation);
    });

    /// <summary>A day off or an absence.</summary>
    /// <param name="from">First local day.</param>
    /// <param name="to">Last local day.</param>
    public async Task AddAbsenceAsync(Guid userId, DateOnly from, DateOnly to, string? reason, CancellationToken cancellation)
    {
        await CheckAsync(userId, cancellation);
        db.Absences.Add(Absence.Of(Ids.New(clock), userId, display.ToUtc(from.ToDateTime(TimeOnly.MinValue)), display.ToUtc(to.AddDays(1).ToDateTime(TimeOnly.MinValue)), reason));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Back earlier than planned.</summary>
    public Task<int> EndAbsenceAsync(Guid id, CancellationToken cancellation) => db.RetryAsync(async () =>
    {
        (await db.GetAsync<Absence>(id, cancellation)).EndAt(clock.Now());
        return await db.SaveChangesAsync(cancellation);
    });

    private async Task CheckAsync(Guid userId, CancellationToken cancellation)
    {
        if (!(await staff.GetAsync([userId], cancellation)).TryGetValue(userId, out var person) || !person.IsActive)
            throw new DomainException("butler.unknown-person", "选一位在职的同事") { Status = 422, Field = "UserId" };
    }
}

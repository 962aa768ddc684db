using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Butler.Duty;

/// <param name="From">First local day.</param>
/// <param name="To">Last local day.</param>
internal sealed record AbsenceInput(Guid UserId, DateOnly From, DateOnly To, string? Reason);

/// <summary>Weekly hours of a person in a post, and days off.</summary>
internal sealed class PlanDuty(ButlerDbContext db, IStaffLookup staff, IIdempotency once, Display display, TimeProvider clock) : IUseCase
{
    /// <param name="spans">The whole week; an empty one takes the hours away.</param>
    public Task<int> HandleAsync(Guid userId, DutyPost post, IReadOnlyList<WorkingSpan> spans, CancellationToken cancellation) => db.RetryAsync(async () =>
    {
        await CheckAsync(userId, cancellation);
        var week = await db.WorkingWeeks.FirstOrDefaultAsync(w => w.UserId == userId && w.Post == post, cancellation);
        if (week is null && spans.Count > 0) db.WorkingWeeks.Add(WorkingWeek.For(Ids.New(clock), userId, post, spans));
        else if (week is not null && spans.Count == 0) db.WorkingWeeks.Remove(week);
        else week?.Change(spans);
        return await db.SaveChangesAsync(cancellation);
    });

    /// <summary>A day off or an absence. Repeating under one key adds one.</summary>
    public Task<Guid> AddAbsenceAsync(AbsenceInput input, CancellationToken cancellation) => once.RunAsync(db, "butler.absence", input, async tell =>
    {
        await CheckAsync(input.UserId, cancellation);
        if (input.From.Year < 2000 || input.To.Year > 2999 || input.To < input.From) throw new DomainException("butler.bad-period", "结束日期不能早于开始日期") { Status = 422, Field = "To" };
        var absence = Absence.Of(Ids.New(clock), input.UserId, Midnight(input.From), Midnight(input.To.AddDays(1)), input.Reason);
        db.Absences.Add(absence);
        tell(absence.Id);
        await db.SaveChangesAsync(cancellation);
        return absence.Id;
    }, cancellation);

    /// <summary>Back earlier than planned.</summary>
    public Task<int> EndAbsenceAsync(Guid id, CancellationToken cancellation) => db.RetryAsync(async () =>
    {
        (await db.GetAsync<Absence>(id, cancellation)).EndAt(clock.Now());
        return await db.SaveChangesAsync(cancellation);
    });

    private DateTime Midnight(DateOnly day) => display.ToUtc(day.ToDateTime(TimeOnly.MinValue));

    private async Task CheckAsync(Guid userId, CancellationToken cancellation)
    {
        if (!(await staff.GetAsync([userId], cancellation)).TryGetValue(userId, out var person) || !person.IsActive)
            throw new DomainException("butler.unknown-person", "选一位在职的同事") { Status = 422, Field = "UserId" };
    }
}

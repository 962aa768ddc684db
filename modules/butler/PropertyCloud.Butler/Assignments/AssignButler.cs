using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Duty;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Assignments;

/// <param name="To">Last day, or null.</param>
internal sealed record AssignInput(Guid ClusterId, Guid? ButlerId, Guid? BackupId, DateOnly From, DateOnly? To);

/// <summary>Gives a cluster to a butler from a day on; the arrangement that still runs ends the day before. Repeating under one key
/// assigns once. Clusters outside the user's scope are not there.</summary>
internal sealed class AssignButler(ButlerDbContext db, IStaffLookup staff, ICommunityLookup communities, ICurrentUser user, IIdempotency once, TimeProvider clock) : IUseCase
{
    public Task<Guid> HandleAsync(AssignInput input, CancellationToken cancellation) => db.RetryAsync(() => once.RunAsync(db, "butler.assign", input, async tell =>
    {
        var clusters = await communities.GetClustersAsync([input.ClusterId], cancellation);
        if (!clusters.TryGetValue(input.ClusterId, out var cluster) || !user.Scope.ReachesCommunity(cluster.CommunityId)) throw DomainException.NotFound();
        var butler = input.ButlerId ?? throw NotAButler(nameof(input.ButlerId));
        await CheckAsync(butler, nameof(input.ButlerId), cancellation);
        if (input.BackupId is { } backup) await CheckAsync(backup, nameof(input.BackupId), cancellation);
        var others = await db.Assignments.Where(a => a.ClusterId == input.ClusterId).ToListAsync(cancellation);
        if (others.FirstOrDefault(a => a.To is null && a.From < input.From) is { } running) running.EndOn(input.From.AddDays(-1));
        var made = Assignment.Make(Ids.New(clock), input.ClusterId, cluster.CommunityId, butler, input.BackupId, input.From, input.To, others);
        db.Assignments.Add(made);
        tell(made.Id);
        await db.SaveChangesAsync(cancellation);
        return made.Id;
    }, cancellation));

    public Task<int> ChangeBackupAsync(Guid id, Guid? backupId, CancellationToken cancellation) => OnAsync(id, async assignment =>
    {
        if (backupId is { } backup) await CheckAsync(backup, nameof(AssignInput.BackupId), cancellation);
        assignment.ChangeBackup(backupId);
    }, cancellation);

    public Task<int> EndAsync(Guid id, DateOnly lastDay, CancellationToken cancellation) => OnAsync(id, assignment =>
    {
        assignment.EndOn(lastDay);
        return Task.CompletedTask;
    }, cancellation);

    private Task<int> OnAsync(Guid id, Func<Assignment, Task> act, CancellationToken cancellation) => db.RetryAsync(async () =>
    {
        var assignment = await db.GetAsync<Assignment>(id, cancellation);
        if (!user.Scope.ReachesCommunity(assignment.CommunityId)) throw DomainException.NotFound();
        await act(assignment);
        return await db.SaveChangesAsync(cancellation);
    });

    private async Task CheckAsync(Guid userId, string field, CancellationToken cancellation)
    {
        var people = await staff.GetAsync([userId], cancellation);
        if (!people.TryGetValue(userId, out var person) || !person.IsActive || !DutyStaff.Answers(person)) throw NotAButler(field);
    }

    private static DomainException NotAButler(string field) => new("butler.not-a-butler", "选一位在职的管家") { Status = 422, Field = field };
}

using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Assignments;

/// <summary>Gives a cluster to a butler from a day on; the arrangement that still runs ends the day before.</summary>
internal sealed class AssignButler(ButlerDbContext db, IStaffLookup staff, ICommunityLookup communities, TimeProvider clock) : IUseCase
{
    /// <param name="to">Last day, or null.</param>
    public Task<Guid> HandleAsync(Guid clusterId, Guid butlerId, Guid? backupId, DateOnly from, DateOnly? to, CancellationToken cancellation) => db.RetryAsync(async () =>
    {
        var clusters = await communities.GetClustersAsync([clusterId], cancellation);
        if (!clusters.TryGetValue(clusterId, out var cluster)) throw DomainException.NotFound();
        await CheckPeopleAsync(butlerId, backupId, cancellation);
        var others = await db.Assignments.Where(a => a.ClusterId == clusterId).ToListAsync(cancellation);
        if (others.FirstOrDefault(a => a.To is null && a.From < from) is { } running) running.EndOn(from.AddDays(-1));
        var made = Assignment.Make(Ids.New(clock), clusterId, cluster.CommunityId, butlerId, backupId, from, to, others);
        db.Assignments.Add(made);
        await db.SaveChangesAsync(cancellation);
        return made.Id;
    });

    public Task<Guid> ChangeBackupAsync(Guid id, Guid? backupId, CancellationToken cancellation) => db.RetryAsync(async () =>
    {
        var assignment = await db.GetAsync<Assignment>(id, cancellation);
        if (backupId is { } backup) await CheckPeopleAsync(backup, null, cancellation);
        assignment.ChangeBackup(backupId);
        await db.SaveChangesAsync(cancellation);
        return id;
    });

    public Task<Guid> EndAsync(Guid id, DateOnly lastDay, CancellationToken cancellation) => db.RetryAsync(async () =>
    {
        var assignment = await db.GetAsync<Assignment>(id, cancellation);
        assignment.EndOn(lastDay);
        await db.SaveChangesAsync(cancellation);
        return id;
    });

    private async Task CheckPeopleAsync(Guid butlerId, Guid? backupId, CancellationToken cancellation)
    {
        var people = await staff.GetAsync(backupId is { } b ? [butlerId, b] : [butlerId], cancellation);
        if (!Is(people, butlerId)) throw new DomainException("butler.not-a-butler", "选一位在职的管家") { Status = 422, Field = "ButlerId" };
        if (backupId is { } backup && !Is(people, backup)) throw new DomainException("butler.not-a-butler", "选一位在职的管家") { Status = 422, Field = "BackupId" };
    }

    private static bool Is(IReadOnlyDictionary<Guid, StaffSummary> people, Guid id) =>
        people.TryGetValue(id, out var person) && person.IsActive && person.Roles.Any(r => r is SeededRoles.Butler or SeededRoles.Supervisor or SeededRoles.FrontDesk);
}

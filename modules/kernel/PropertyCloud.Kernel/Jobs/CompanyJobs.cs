using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Tenancy;
using Quartz;

namespace PropertyCloud.Kernel.Jobs;

/// <summary>Runs due jobs now and in this process: for the demonstration and tests; a serving host does it by its triggers.</summary>
public interface IJobRunner
{
    /// <summary>Runs the job in every company for which it is due; returns in how many.</summary>
    /// <param name="name">The job's name, <c>module.work</c>.</param>
    Task<int> RunDueAsync(string name, CancellationToken cancellation = default);
}

/// <summary>Claims due companies from an indexed table, one by one, and runs the job in a scope of each. What one company's run
/// throws is logged and tried again later; the others are not held up.</summary>
internal sealed class CompanyJobs(IServiceScopeFactory scopes, IEnumerable<JobRegistration> registrations, ITenantStore tenants, ICurrentTenant current, TimeProvider clock, ILogger<CompanyJobs> log) : IJobRunner
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);
    private readonly JobRegistration[] _registrations = [.. registrations];

    public IReadOnlyList<JobRegistration> Registrations => _registrations;

    public async Task<int> RunDueAsync(string name, CancellationToken cancellation = default)
    {
        var ran = 0;
        foreach (var registration in _registrations)
            if (NameOf(registration) == name) ran += await RunDueAsync(registration, cancellation);
        return ran;
    }

    public async Task<int> RunDueAsync(JobRegistration registration, CancellationToken cancellation)
    {
        var name = NameOf(registration);
        await EnrolAsync(registration, name, cancellation);
        var ran = 0;
        foreach (var due in await ListDueAsync(name, cancellation))
        {
            if (await tenants.FindAsync(due.TenantId, cancellation) is not { IsBlocked: false } tenant) continue;
            if (!await ClaimAsync(due, cancellation)) continue;
            var ok = await RunAsync(registration, tenant, name, cancellation);
            await FinishAsync(registration, tenant, due, ok, cancellation);
            ran++;
        }

        return ran;
    }

    private string NameOf(JobRegistration registration)
    {
        using var scope = scopes.CreateScope();
        return ((TenantJob)scope.ServiceProvider.GetRequiredService(registration.Type)).Name;
    }

    /// <summary>Companies that came since the last round get their first due instant.</summary>
    private async Task EnrolAsync(JobRegistration registration, string name, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
        var enrolled = (await db.Set<JobDue>().AsNoTracking().Where(j => j.Job == name).Select(j => j.TenantId).ToListAsync(cancellation)).ToHashSet();
        var added = (await tenants.ListAsync(cancellation)).Where(t => !enrolled.Contains(t.Id))
            .Select(t => new JobDue { TenantId = t.Id, Job = name, DueAt = NextDue(registration.Cron, t.TimeZoneId, clock.Now()) }).ToList();
        if (added.Count == 0) return;
        db.AddRange(added);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException taken) when (DbErrors.IsDuplicateKey(taken))
        {
            // Another host enrolled one of them meanwhile; the next round adds what is still missing.
        }
    }

    private async Task<List<JobDue>> ListDueAsync(string name, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.Now();
        return await scope.ServiceProvider.GetRequiredService<KernelDbContext>().Set<JobDue>().AsNoTracking()
            .Where(j => j.Job == name && j.DueAt <= now && (j.ClaimedUntil == null || j.ClaimedUntil < now))
            .OrderBy(j => j.DueAt).Take(500).ToListAsync(cancellation);
    }

    private async Task<bool> ClaimAsync(JobDue due, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.Now();
        return await Row(scope, due).Where(j => j.DueAt == due.DueAt && (j.ClaimedUntil == null || j.ClaimedUntil < now))
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.ClaimedUntil, now + Lease), cancellation) == 1;
    }

    private async Task<bool> RunAsync(JobRegistration registration, TenantInfo tenant, string name, CancellationToken cancellation)
    {
        using var entered = current.Change(tenant);
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            if (scope.ServiceProvider.GetService<IWordingSource>() is { } wording) scope.ServiceProvider.GetRequiredService<CurrentWording>().Value = await wording.GetAsync();
            await ((TenantJob)scope.ServiceProvider.GetRequiredService(registration.Type)).RunAsync(cancellation);
            return true;
        }
        catch (Exception failed) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(failed, "Job {Job} failed in {Tenant}", name, tenant.Name);
            return false;
        }
    }

    private async Task FinishAsync(JobRegistration registration, TenantInfo tenant, JobDue due, bool ok, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.Now();
        var failures = ok ? 0 : due.Failures + 1;
        var next = NextDue(registration.Cron, tenant.TimeZoneId, now);
        var again = now + TimeSpan.FromMinutes(Math.Min(LongestWait.TotalMinutes, 5 * Math.Pow(2, due.Failures)));
        if (!ok && again < next) next = again;
        await Row(scope, due).ExecuteUpdateAsync(s => s.SetProperty(j => j.DueAt, next).SetProperty(j => j.ClaimedUntil, (DateTime?)null).SetProperty(j => j.Failures, failures), cancellation);
    }

    private static IQueryable<JobDue> Row(AsyncServiceScope scope, JobDue due) =>
        scope.ServiceProvider.GetRequiredService<KernelDbContext>().Set<JobDue>().Where(j => j.TenantId == due.TenantId && j.Job == due.Job);

    /// <summary>The first instant after <paramref name="after"/> at which the cron expression holds in the zone; UTC.</summary>
    internal static DateTime NextDue(string cron, string timeZoneId, DateTime after)
    {
        var expression = new CronExpression(cron, TimeZoneInfo.FindSystemTimeZoneById(timeZoneId));
        var next = expression.GetNextValidTimeAfter(new DateTimeOffset(DateTime.SpecifyKind(after, DateTimeKind.Utc)))
            ?? throw new InvalidOperationException($"The schedule '{cron}' never falls due again.");
        return next.UtcDateTime;
    }
}

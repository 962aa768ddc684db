using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Assignments;
using PropertyCloud.Butler.Data;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Duty;

/// <param name="Now">Who answers for the cluster at this moment, or null: nobody.</param>
internal sealed record CoverLine(Guid ClusterId, string Cluster, OnDuty? Now);

internal sealed record DutyList(IReadOnlyList<StaffSummary> Staff, IReadOnlyList<WorkingWeek> Weeks, IReadOnlyList<Absence> Absences, IReadOnlyList<CoverLine> Cover, IReadOnlyDictionary<Guid, StaffSummary> Names);

internal sealed class ListDuty(ButlerDbContext db, DutyRoster roster, IStaffLookup staff, ICommunityLookup communities, ICurrentUser user, Display display, TimeProvider clock) : IUseCase
{
    public async Task<DutyList> HandleAsync(CancellationToken cancellation)
    {
        var now = clock.Now();
        var people = (await staff.ListAsync(cancellation: cancellation)).Where(DutyStaff.Answers).ToList();
        var weeks = await db.WorkingWeeks.AsNoTracking().ToListAsync(cancellation);
        var absences = await db.Absences.AsNoTracking().Where(a => a.UntilAt > now).OrderBy(a => a.FromAt).Take(200).ToListAsync(cancellation);
        var rules = await roster.RulesAsync(cancellation);
        var held = (await roster.AssignmentsAsync(display.Day(now), cancellation)).ToLookup(a => a.ClusterId);
        var cover = (await communities.ListClustersWithinAsync(user.Scope, cancellation)).Select(c => new CoverLine(c.Id, c.Name, rules.Find(held[c.Id].FirstOrDefault(), now))).ToList();
        return new(people, weeks, absences, cover, people.ToDictionary(p => p.UserId));
    }
}

internal static class DutyTexts
{
    public static string Of(DutyPost post) => post switch
    {
        DutyPost.Butler => "管家",
        DutyPost.DutyButler => "值班管家",
        _ => "前台",
    };

    public static string Of(DutyRole role) => role switch
    {
        DutyRole.Butler => "管家本人",
        DutyRole.Backup => "后备",
        DutyRole.DutyButler => "值班管家",
        _ => "前台",
    };
}

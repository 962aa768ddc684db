using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Assignments;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Duty;
using PropertyCloud.Butler.HandOvers;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Demo;

/// <summary>Butlers get their clusters and hours; then ninety days of requests are lived through the use cases, in people's names.</summary>
internal sealed class ButlerDemo(ButlerDbContext db, IUnitLookup units, ICommunityLookup communities, IStaffLookup staff, IResidentAccounts accounts,
    HandOverReceiver receiver, CurrentUser user, Display display, TimeProvider clock) : IDemoContributor
{
    public int Order => 30;

    public async Task SeedAsync(DemoCompany company, CancellationToken cancellation)
    {
        // Lookups apply the reader's scope: the demonstration looks as the company's administrator does.
        user.Become(new UserAccess(Ids.New(clock), "", null, null, new HashSet<string>(), DataScope.Company, [SeededRoles.CompanyAdministrator]));
        var place = await DemoPlace.FindAsync(company, units, communities, staff, accounts, cancellation);
        if (place.Homes.Count == 0) return;
        await AssignAsync(company, place, cancellation);
        AddHours(place);
        await db.SaveChangesAsync(cancellation);
        var items = await db.Catalogue.AsNoTracking().Where(i => i.ActiveStatus == 1).OrderBy(i => i.Order).ToListAsync(cancellation);
        var (cases, cast) = (new DemoCases(), new DemoCast(company, place));
        var days = new DemoDays(company, place, cases, items, display.Zone);
        days.ScheduleHistory();
        new DemoPresent(company, place, days, cast, display.Zone).Schedule();
        var months = new DemoMonths(company, place, cast, display.Zone, await receiver.RoleAsync(cancellation));
        months.Schedule();
        company.OnEvent<RequestChanged>(new DemoFollow(cases, cast, months).Hear);
    }

    private async Task AssignAsync(DemoCompany company, DemoPlace place, CancellationToken cancellation)
    {
        var known = (await communities.ListAsync(cancellation)).ToDictionary(c => c.Name);
        var clusters = (await communities.ListClustersAsync(cancellation: cancellation)).ToLookup(c => c.CommunityId);
        var from = display.Day(clock.Now()).AddDays(-30);
        foreach (var community in DemoPlace.Elements(company.Settings, "communities"))
        {
            if (!known.TryGetValue(DemoPlace.Text(community, "name")!, out var found)) continue;
            foreach (var plan in DemoPlace.Elements(community, "clusters"))
            {
                var cluster = clusters[found.Id].FirstOrDefault(c => c.Name == DemoPlace.Text(plan, "name"));
                if (cluster is null || DemoPlace.Text(plan, "butler") is not { } butler || !place.Staff.TryGetValue(butler, out var person)) continue;
                var backup = DemoPlace.Text(plan, "backup") is { } b && place.Staff.TryGetValue(b, out var second) ? second.UserId : (Guid?)null;
                db.Assignments.Add(Assignment.Make(Ids.New(clock), cluster.Id, found.Id, person.UserId, backup == person.UserId ? null : backup, from, null, []));
            }
        }
    }

    /// <summary>Butlers answer around the clock, as their plans promise; the front desk and the supervisor stand behind them.</summary>
    private void AddHours(DemoPlace place)
    {
        foreach (var (name, person) in place.Staff)
        {
            if (name.StartsWith("butler", StringComparison.Ordinal)) db.WorkingWeeks.Add(Week(person.UserId, DutyPost.Butler, 0, 0));
            else if (name == "supervisor") db.WorkingWeeks.Add(Week(person.UserId, DutyPost.DutyButler, 8, 20));
            else if (name == "frontdesk") db.WorkingWeeks.Add(Week(person.UserId, DutyPost.FrontDesk, 0, 0));
        }
    }

    private WorkingWeek Week(Guid userId, DutyPost post, int from, int to) => WorkingWeek.For(Ids.New(clock), userId, post,
        [.. Enum.GetValues<DayOfWeek>().Select(d => new WorkingSpan(d, new TimeOnly(from, 0), new TimeOnly(to, 0)))]);
}

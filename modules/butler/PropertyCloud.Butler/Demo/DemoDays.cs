using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Butler.Catalogue;
using PropertyCloud.Butler.Duty;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Demo;

/// <summary>One request to come.</summary>
/// <param name="End">How far it is taken.</param>
/// <param name="ByResident">On their own phone; else they call the butler.</param>
internal sealed record DemoWish(DateTimeOffset When, string Kind, CatalogueItem? Item, UnitHit Home, DemoEnd End, bool ByResident, bool Photo);

/// <summary>Who asks what on which day: ninety days of history, then what is open when the reader comes.</summary>
internal sealed class DemoDays(DemoCompany company, DemoPlace place, DemoCases cases, IReadOnlyList<CatalogueItem> items, TimeZoneInfo zone)
{
    private const int Most = 500;
    private const int EmergencyPercent = 10;

    /// <summary>What is typical of a day, by kind.</summary>
    private static readonly (string Kind, int Weight)[] Mix =
    [
        (RequestKinds.Repair, 44), (RequestKinds.Report, 12), (RequestKinds.Complaint, 11), (RequestKinds.Enquiry, 12), (RequestKinds.Errand, 9),
        (RequestKinds.ServiceOrder, 6), (RequestKinds.Suggestion, 3), (RequestKinds.Praise, 3),
    ];

    public void ScheduleHistory()
    {
        var perDay = company.Settings.TryGetProperty("requestsPerDay", out var rate) ? rate.GetDouble() : 6;
        var start = company.Clock.GetUtcNow();
        var days = (int)(company.End - start).TotalDays;
        var count = Math.Min(Most, (int)(perDay * days));
        for (var i = 0; i < count; i++)
        {
            var when = AtDaytime(start.AddDays(company.Random.NextDouble() * (days - 1)));
            var (kind, item) = Any();
            Schedule(new(when, kind, item, place.Homes[company.Random.Next(place.Homes.Count)], DemoEnd.Archived, company.Random.Next(100) < 66, i % 60 == 7));
        }
    }

    public CatalogueItem? ItemOf(string kind, string code) => items.FirstOrDefault(i => i.Code == code && i.Kind == kind) ?? items.FirstOrDefault(i => i.Kind == kind && i.Severity != Severities.Emergency);

    /// <param name="told">Hears the request's id as soon as it is there.</param>
    public void Schedule(DemoWish wish, Action<Guid>? told = null)
    {
        var text = DemoSayings.Say(wish.Kind, wish.Item?.Code, company.Random);
        var spot = wish.Kind == RequestKinds.Report && company.Random.Next(2) == 0 ? PlaceOf(wish.Home) : null;
        var isEmergency = wish.Item?.Severity == Severities.Emergency;
        company.At(wish.When, async (services, cancellation) =>
        {
            var person = wish.ByResident ? place.Resident(wish.Home.Contact!) : await ButlerOfAsync(services, wish.Home, cancellation);
            if (person is null) return;
            services.GetRequiredService<CurrentUser>().Become(person);
            // A call is often written down a little later; nobody waits with an emergency.
            var calledAt = wish.ByResident || isEmergency ? null as DateTime? : company.Clock.GetUtcNow().UtcDateTime.AddMinutes(-company.Random.Next(0, 6));
            var input = new ReportInput(wish.Kind, wish.Item?.Code, null, false, null, text, spot is null ? wish.Home.Unit.Id : null, spot?.Id, wish.Home.Contact!.Id,
                wish.ByResident ? RequestChannel.ResidentApp : RequestChannel.Phone, calledAt, AcceptAtOnce: !wish.ByResident && company.Random.Next(100) < 80);
            var id = await services.GetRequiredService<ReportRequest>().HandleAsync(input, wish.Photo ? Photos() : null, cancellation);
            cases.Add(id, new(wish.Kind, wish.Item?.Department, isEmergency, wish.End));
            told?.Invoke(id);
        });
    }

    /// <summary>Between seven in the morning and ten at night, where the company is.</summary>
    private DateTimeOffset AtDaytime(DateTimeOffset day)
    {
        var local = TimeZoneInfo.ConvertTime(day, zone);
        var minutes = (7 * 60) + company.Random.Next(15 * 60);
        return new DateTimeOffset(local.Date.AddMinutes(minutes), local.Offset);
    }

    private (string Kind, CatalogueItem? Item) Any()
    {
        var roll = company.Random.Next(Mix.Sum(m => m.Weight));
        var kind = Mix.First(m => (roll -= m.Weight) < 0).Kind;
        var isEmergency = company.Random.Next(100) < EmergencyPercent;
        var fitting = items.Where(i => i.Kind == kind && (i.Severity == Severities.Emergency) == isEmergency).ToList();
        if (fitting.Count == 0) fitting = [.. items.Where(i => i.Kind == kind && i.Severity != Severities.Emergency)];
        return (kind, fitting.Count == 0 ? null : fitting[company.Random.Next(fitting.Count)]);
    }

    private static List<Upload> Photos() => [.. DemoPictures.All.Take(2).Select(p => new Upload(() => new MemoryStream(p)))];

    private PlaceSummary? PlaceOf(UnitHit home)
    {
        var near = place.Places.Where(p => p.CommunityId == home.Unit.CommunityId).ToList();
        return near.Count == 0 ? null : near[company.Random.Next(near.Count)];
    }

    private static async Task<UserAccess?> ButlerOfAsync(IServiceProvider services, UnitHit home, CancellationToken cancellation)
    {
        var duty = await services.GetRequiredService<DutyRoster>().FindAsync(home.Unit.ClusterId, cancellation);
        return duty is null ? null : await services.GetRequiredService<IUserAccessSource>().FindAsync(duty.UserId, cancellation);
    }
}

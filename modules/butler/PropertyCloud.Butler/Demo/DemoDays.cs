using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Butler.Catalogue;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Demo;

/// <summary>How far the people of the demonstration take a request; the present shows one of each.</summary>
internal enum DemoStop { Reported = 1, Accepted = 2, Dispatched = 3, Completed = 4, Confirmed = 5, Never = 9 }

/// <summary>Who asks what on which day.</summary>
internal sealed class DemoDays(DemoCompany company, DemoPlace place, IReadOnlyList<CatalogueItem> items, TimeZoneInfo zone)
{
    private const int Most = 600;
    private readonly Dictionary<Guid, DemoStop> _stops = [];

    /// <summary>What is typical of a day, by kind.</summary>
    private static readonly (string Kind, int Weight)[] Mix =
    [
        (RequestKinds.Repair, 44), (RequestKinds.Report, 12), (RequestKinds.Complaint, 11), (RequestKinds.Enquiry, 12), (RequestKinds.Errand, 9),
        (RequestKinds.ServiceOrder, 6), (RequestKinds.Suggestion, 3), (RequestKinds.Praise, 3),
    ];

    public DemoStop StopOf(Guid requestId) => _stops.GetValueOrDefault(requestId, DemoStop.Never);

    public void Schedule()
    {
        var perDay = company.Settings.TryGetProperty("requestsPerDay", out var rate) ? rate.GetDouble() : 6;
        var start = company.Clock.GetUtcNow();
        var days = (int)(company.End - start).TotalDays;
        var count = Math.Min(Most, (int)(perDay * days));
        for (var i = 0; i < count; i++)
        {
            var day = start.AddDays(company.Random.NextDouble() * (days - 1));
            At(AtDaytime(day), Any(), DemoStop.Never, company.Random.Next(100) < 66, photo: i % 60 == 7);
        }

        SchedulePresent();
    }

    /// <summary>Between seven in the morning and ten at night, where the company is.</summary>
    private DateTimeOffset AtDaytime(DateTimeOffset day)
    {
        var local = TimeZoneInfo.ConvertTime(day, zone);
        var minutes = 7 * 60 + company.Random.Next(15 * 60);
        return new DateTimeOffset(local.Date.AddMinutes(minutes), local.Offset);
    }

    /// <summary>What is open when the reader comes: something in every state, the residents who can sign in first.</summary>
    private void SchedulePresent()
    {
        (int MinutesAgo, string Kind, string Item, DemoStop Stop, int Named)[] present =
        [
            (1500, RequestKinds.Repair, "socket", DemoStop.Confirmed, -1), (1300, RequestKinds.Complaint, "complaint-cleaning", DemoStop.Confirmed, -1),
            (420, RequestKinds.Repair, "lamp", DemoStop.Completed, 1), (300, RequestKinds.Repair, "sanitary-ware", DemoStop.Completed, -1),
            (170, RequestKinds.Repair, "drain-unblocking", DemoStop.Never, -1), (95, RequestKinds.Complaint, "complaint-noise", DemoStop.Accepted, -1),
            (60, RequestKinds.Errand, "errand-parcel", DemoStop.Dispatched, -1), (38, RequestKinds.Repair, "door-window", DemoStop.Never, -1),
            (24, RequestKinds.Report, "public-light", DemoStop.Accepted, -1), (17, RequestKinds.Repair, "lift-fault", DemoStop.Reported, -1),
            (14, RequestKinds.Repair, "water-supply", DemoStop.Dispatched, 0), (9, RequestKinds.Repair, "kitchenware", DemoStop.Dispatched, -1),
            (7, RequestKinds.Enquiry, "ask-fees", DemoStop.Reported, -1), (3, RequestKinds.Repair, "drainage", DemoStop.Reported, -1),
        ];
        foreach (var (minutes, kind, code, stop, named) in present)
        {
            var item = items.FirstOrDefault(i => i.Code == code && i.Kind == kind) ?? items.FirstOrDefault(i => i.Kind == kind);
            var home = named >= 0 && named < place.Named.Count ? place.Named[named] : null;
            At(company.End.AddMinutes(-minutes), (kind, item, home), stop, true, photo: named >= 0 || minutes == 300);
        }
    }

    private (string Kind, CatalogueItem? Item, UnitHit? Home) Any()
    {
        var roll = company.Random.Next(Mix.Sum(m => m.Weight));
        var kind = Mix.First(m => (roll -= m.Weight) < 0).Kind;
        // Emergencies are rare.
        var fitting = items.Where(i => i.Kind == kind && (i.Severity != Severities.Emergency || company.Random.Next(100) < 5)).ToList();
        return (kind, fitting.Count == 0 ? null : fitting[company.Random.Next(fitting.Count)], null);
    }

    private void At(DateTimeOffset when, (string Kind, CatalogueItem? Item, UnitHit? Home) what, DemoStop stop, bool byResident, bool photo)
    {
        var home = what.Home ?? place.Homes[company.Random.Next(place.Homes.Count)];
        var text = DemoSayings.Say(what.Kind, what.Item?.Code, company.Random);
        var spot = what.Kind == RequestKinds.Report && company.Random.Next(2) == 0 ? PlaceOf(home) : null;
        company.At(when, async (services, cancellation) =>
        {
            var person = byResident ? place.Resident(home.Contact!) : await ButlerOfAsync(services, home, cancellation);
            if (person is null) return;
            services.GetRequiredService<CurrentUser>().Become(person);
            var input = new ReportInput(what.Kind, what.Item?.Code, null, false, null, text, spot is null ? home.Unit.Id : null, spot?.Id, home.Contact!.Id,
                byResident ? RequestChannel.ResidentApp : RequestChannel.Phone,
                byResident ? null : company.Clock.GetUtcNow().UtcDateTime.AddMinutes(-company.Random.Next(0, 6)), AcceptAtOnce: !byResident && company.Random.Next(100) < 80);
            var id = await services.GetRequiredService<ReportRequest>().HandleAsync(input, photo ? Photos() : null, cancellation);
            if (stop != DemoStop.Never) _stops[id] = stop;
        });
    }

    private static List<Upload> Photos() => [.. DemoPictures.All.Take(2).Select(p => new Upload(() => new MemoryStream(p)))];

    private PlaceSummary? PlaceOf(UnitHit home)
    {
        var near = place.Places.Where(p => p.CommunityId == home.Unit.CommunityId).ToList();
        return near.Count == 0 ? null : near[company.Random.Next(near.Count)];
    }

    private static async Task<UserAccess?> ButlerOfAsync(IServiceProvider services, UnitHit home, CancellationToken cancellation)
    {
        var duty = await services.GetRequiredService<Butler.Duty.DutyRoster>().FindAsync(home.Unit.ClusterId, cancellation);
        return duty is null ? null : await services.GetRequiredService<IUserAccessSource>().FindAsync(duty.UserId, cancellation);
    }
}

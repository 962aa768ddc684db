using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.WorkOrders.Contracts;
using static PropertyCloud.ServiceLevels.Contracts.RequestKinds;

namespace PropertyCloud.Butler.Demo;

/// <summary>What is open when the reader comes: clocks fresh, warned, breached and on hold, an appointment, work that waits to be confirmed,
/// calls to make, unread messages, and something in every column of both boards. Half of it is the first butler's, who signs in.</summary>
internal sealed class DemoPresent(DemoCompany company, DemoPlace place, DemoDays days, DemoCast cast, TimeZoneInfo zone)
{
    private enum At { FirstButler, Anywhere, Resident1, Resident2 }

    /// <param name="Ago">Minutes before the reader comes.</param>
    /// <param name="Says">What the resident adds, so many minutes before the reader comes; nobody has read it.</param>
    private sealed record Scene(int Ago, string Kind, string Item, At Home, DemoEnd End, bool Photo = false, (int Ago, string Text)? Says = null, (int Ago, string Text)? Butler = null);

    private static readonly Scene[] Scenes =
    [
        new(3, Repair, "drainage", At.FirstButler, DemoEnd.Reported),
        new(8, Enquiry, "ask-fees", At.FirstButler, DemoEnd.Reported),
        new(10, Repair, "kitchenware", At.Anywhere, DemoEnd.ToTake),
        new(12, Repair, "door-access", At.Anywhere, DemoEnd.Reported),
        new(14, Repair, "water-supply", At.Resident1, DemoEnd.OnTheWay, Photo: true, Butler: (9, "师傅已经出发，大约二十分钟到，请留意门铃")),
        new(20, Repair, "lift-fault", At.Anywhere, DemoEnd.Reported, Says: (6, "有老人在等电梯，麻烦快一点")),
        new(25, Repair, "door-window", At.FirstButler, DemoEnd.ToTake),
        new(30, ServiceOrder, "home-cleaning", At.Anywhere, DemoEnd.ToTake),
        new(35, Repair, "burst-pipe", At.Anywhere, DemoEnd.AwaitingConfirmation),
        new(42, Repair, "lamp", At.FirstButler, DemoEnd.Working),
        new(50, Report, "parking-blocked", At.Anywhere, DemoEnd.OnTheWay),
        new(60, Errand, "errand-parcel", At.FirstButler, DemoEnd.Accepted),
        new(75, Report, "rubbish", At.Anywhere, DemoEnd.Working),
        new(95, Complaint, "complaint-noise", At.FirstButler, DemoEnd.Working, Says: (18, "还在施工，孩子午睡不了")),
        new(150, Report, "public-light", At.Anywhere, DemoEnd.OnHold),
        new(200, Repair, "wall-seepage", At.FirstButler, DemoEnd.Appointment),
        new(300, Repair, "sanitary-ware", At.FirstButler, DemoEnd.AwaitingConfirmation, Photo: true),
        new(420, Repair, "lamp", At.Resident2, DemoEnd.AwaitingConfirmation, Photo: true),
        new(1150, Complaint, "complaint-cleaning", At.FirstButler, DemoEnd.Accepted, Says: (40, "昨天说的事有结果了吗")),
        new(1300, Errand, "errand-flowers", At.Resident1, DemoEnd.AwaitingConfirmation),
        new(1560, Repair, "socket", At.Anywhere, DemoEnd.Working),
        new(1700, ServiceOrder, "appliance-cleaning", At.Anywhere, DemoEnd.CallBack),
        new(2050, Repair, "furniture", At.FirstButler, DemoEnd.CallBack),
        new(2600, Complaint, "complaint-service", At.FirstButler, DemoEnd.CallBack),
    ];

    public void Schedule()
    {
        var mine = place.HomesOf("butler1");
        foreach (var scene in Scenes)
        {
            var home = scene.Home switch
            {
                At.Resident1 when place.Named.Count > 0 => place.Named[0],
                At.Resident2 when place.Named.Count > 1 => place.Named[1],
                At.FirstButler when mine.Count > 0 => cast.Pick(mine),
                _ => cast.Pick(place.Homes),
            };
            days.Schedule(new(company.End.AddMinutes(-scene.Ago), scene.Kind, days.ItemOf(scene.Kind, scene.Item), home, scene.End, true, scene.Photo), id => Follow(id, scene, home));
        }
    }

    private void Follow(Guid id, Scene scene, UnitHit home)
    {
        if (StatusOf(scene.End) is { } stage) company.StopAt(id, stage.ToString());
        if (scene.Says is { } says)
            cast.ResidentAt(company.End.AddMinutes(-says.Ago), home.Contact!.Id, () => true, (s, c) => s.GetRequiredService<PostMessage>().HandleAsync(id, says.Text, null, c));
        if (scene.Butler is { } butler)
            AsResponsible(id, company.End.AddMinutes(-butler.Ago), (s, c) => s.GetRequiredService<PostMessage>().HandleAsync(id, butler.Text, null, c));
        if (scene.End == DemoEnd.Appointment)
            AsResponsible(id, company.End.AddMinutes(-scene.Ago + 12), (s, c) => s.GetRequiredService<ArrangeVisit>().HandleAsync(id, Slot(), Slot().AddHours(1), c));
    }

    /// <summary>Where the department stops.</summary>
    private static OrderStatus? StatusOf(DemoEnd end) => end switch
    {
        DemoEnd.ToTake or DemoEnd.Appointment => OrderStatus.Dispatched,
        DemoEnd.OnTheWay => OrderStatus.Taken,
        DemoEnd.Working => OrderStatus.InProgress,
        DemoEnd.OnHold => OrderStatus.OnHold,
        DemoEnd.AwaitingConfirmation or DemoEnd.CallBack => OrderStatus.Completed,
        _ => null,
    };

    private void AsResponsible(Guid id, DateTimeOffset when, DemoAct act) => company.At(when, async (services, cancellation) =>
    {
        var responsible = await services.GetRequiredService<ButlerDbContext>().Requests.AsNoTracking().Where(r => r.Id == id).Select(r => r.ResponsibleId).FirstAsync(cancellation);
        cast.StaffAt(when, responsible, () => true, act);
    });

    /// <summary>The next half hour but one, so that it is still ahead when the reader looks; not in the night.</summary>
    private DateTime Slot()
    {
        var local = TimeZoneInfo.ConvertTime(company.End, zone).DateTime.AddMinutes(75);
        var slot = local.Date.AddMinutes(Math.Ceiling(local.TimeOfDay.TotalMinutes / 30) * 30);
        if (slot.Hour is < 8 or > 19) slot = (slot.Hour < 8 ? slot.Date : slot.Date.AddDays(1)).AddHours(9);
        return TimeZoneInfo.ConvertTimeToUtc(slot, zone);
    }
}

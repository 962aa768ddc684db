using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Notifications.Data;
using PropertyCloud.Notifications.Notices;
using PropertyCloud.Notifications.Subscribers;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Testing;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Notifications.Tests.Http;

public abstract class InboxHttpTests(AppFixture fixture)
{
    private const string Company = "standard";
    private TestApp App => fixture.App;

    private Task<Guid> IdOf(string role) => App.In(Company, async services => (await services.GetRequiredService<IStaffLookup>().ListAsync(role))[0].UserId);

    private Task<EventEnvelope> ReportAsync(Guid? responsible, EventEnvelope? again = null, Guid? actor = null) => App.In(Company, async services =>
    {
        var envelope = again ?? new(Ids.New(App.Clock), App.Now, actor, null);
        var request = Ids.New(App.Clock);
        await services.GetRequiredService<RequestChangedSubscriber>().HandleAsync(
            new(request, RequestChange.Reported, RequestStatus.Reported, RequestKinds.Repair, Ids.New(App.Clock), null, responsible, null, actor, App.Now), envelope, CancellationToken.None);
        return envelope;
    });

    private Task<List<Notification>> OfEventAsync(Guid id) => App.In(Company, services =>
        services.GetRequiredService<NotificationsDbContext>().Notifications.Where(n => n.EventId == id).ToListAsync());

    [Fact]
    public async Task SameEventTwice_TellsOnce()
    {
        var supervisor = await IdOf(SeededRoles.Supervisor);
        var envelope = await ReportAsync(supervisor);
        await App.In(Company, async services =>
        {
            var row = await services.GetRequiredService<NotificationsDbContext>().Notifications.FirstAsync(n => n.EventId == envelope.Id);
            await services.GetRequiredService<RequestChangedSubscriber>().HandleAsync(
                new(row.SubjectId, RequestChange.Reported, RequestStatus.Reported, RequestKinds.Repair, Ids.New(App.Clock), null, supervisor, null, null, App.Now), envelope, CancellationToken.None);
        });
        (await OfEventAsync(envelope.Id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task NobodyOnDuty_FrontDeskAndSupervisorsAreTold()
    {
        var envelope = await ReportAsync(null);
        var told = (await OfEventAsync(envelope.Id)).Select(n => n.RecipientId).ToList();
        told.ShouldContain(await IdOf(SeededRoles.FrontDesk));
        told.ShouldContain(await IdOf(SeededRoles.Supervisor));
    }

    [Fact]
    public async Task WhoDidIt_IsNotTold()
    {
        var supervisor = await IdOf(SeededRoles.Supervisor);
        var envelope = await ReportAsync(supervisor, actor: supervisor);
        (await OfEventAsync(envelope.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Inbox_CountsReadsAndLeads()
    {
        var director = await App.SignInAsync(Company, "director");
        await director.PostAsync("/api/notifications/inbox/read");
        await ReportAsync(await IdOf(SeededRoles.CentreDirector));
        (await director.JsonAsync(HttpMethod.Get, "/api/notifications/inbox/count")).GetProperty("unread").GetInt32().ShouldBe(1);
        var page = (await director.GetAsync("/inbox?unread=true")).Ok();
        page.Text.ShouldContain("新的报修，等你受理");
        page.Document.QuerySelectorAll("h1").ShouldHaveSingleItem();
        page.Document.QuerySelector("[data-unread]")!.GetAttribute("data-unread").ShouldBe("1");
        var rest = (await page.SubmitAsync("form[action*='ReadAll']")).Ok();
        rest.Document.QuerySelector("[data-unread]")!.GetAttribute("data-unread").ShouldBe("0");
        (await director.GetAsync("/inbox?unread=true")).Ok().Text.ShouldContain("没有未读的消息");
    }

    [Fact]
    public async Task AnothersNotification_IsNotFound()
    {
        var envelope = await ReportAsync(await IdOf(SeededRoles.Supervisor));
        var id = (await OfEventAsync(envelope.Id)).Single().Id;
        (await (await App.SignInAsync(Company, "director")).PostAsync($"/api/notifications/inbox/{id}/read")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await App.SignInAsync("considerate", "supervisor")).PostAsync($"/api/notifications/inbox/{id}/read")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await App.SignInAsync(Company, "supervisor")).PostAsync($"/api/notifications/inbox/{id}/read")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Breach_ThenEscalationToSupervisors_IsSaidOnce()
    {
        var request = Ids.New(App.Clock);
        var supervisor = await IdOf(SeededRoles.Supervisor);
        await App.In(Company, async services =>
        {
            EventEnvelope Envelope() => new(Ids.New(App.Clock), App.Now, null, null);
            await services.GetRequiredService<ClockBreachedSubscriber>().HandleAsync(new(Ids.New(App.Clock), request, "butler.request", ClockKind.Respond, App.Now, null), Envelope(), CancellationToken.None);
            await services.GetRequiredService<ClockEscalatedSubscriber>().HandleAsync(new(request, "butler.request", ClockKind.Respond, App.Now, 1, SeededRoles.Supervisor), Envelope(), CancellationToken.None);
            await services.GetRequiredService<ClockEscalatedSubscriber>().HandleAsync(new(request, "butler.request", ClockKind.Respond, App.Now, 2, SeededRoles.CentreDirector), Envelope(), CancellationToken.None);
        });
        var told = await App.In(Company, services => services.GetRequiredService<NotificationsDbContext>().Notifications.Where(n => n.SubjectId == request).ToListAsync());
        told.Count(n => n.RecipientId == supervisor).ShouldBe(1);
        told.ShouldContain(n => n.Kind == NoticeKinds.ClockEscalated);
    }

    [Fact]
    public async Task OrderForTheDepartment_IsReadForAll_OnceSomebodyTookIt()
    {
        var (request, order) = (Ids.New(App.Clock), Ids.New(App.Clock));
        OrderChanged Changed(OrderChange change, long sequence, Guid? assignee) =>
            new(order, "butler.request", request, sequence, change, OrderStatus.Dispatched, Departments.Engineering, assignee, assignee, App.Now, null, null, []);
        await App.In(Company, async services =>
        {
            var staff = await services.GetRequiredService<IStaffLookup>().ListAsync(department: Departments.Engineering);
            var subscriber = services.GetRequiredService<OrderChangedSubscriber>();
            await subscriber.HandleAsync(Changed(OrderChange.Dispatched, 1, null), new(Ids.New(App.Clock), App.Now, null, null), CancellationToken.None);
            (await UnreadAboutAsync(services, request)).ShouldBeGreaterThan(1);
            await subscriber.HandleAsync(Changed(OrderChange.Taken, 2, staff[0].UserId), new(Ids.New(App.Clock), App.Now, staff[0].UserId, null), CancellationToken.None);
            (await UnreadAboutAsync(services, request)).ShouldBe(0);
        });
    }

    private static Task<int> UnreadAboutAsync(IServiceProvider services, Guid subject) =>
        services.GetRequiredService<NotificationsDbContext>().Notifications.CountAsync(n => n.SubjectId == subject && n.State == NoticeState.Unread);

    [Fact]
    public async Task CleanUp_RemovesOnlyWhatWasReadLongAgo()
    {
        var supervisor = await IdOf(SeededRoles.Supervisor);
        var (old, unread) = (await ReportAsync(supervisor), await ReportAsync(supervisor));
        await App.In(Company, async services =>
        {
            var db = services.GetRequiredService<NotificationsDbContext>();
            (await db.Notifications.FirstAsync(n => n.EventId == old.Id)).Read(App.Now.AddDays(-91));
            await db.SaveChangesAsync();
            await ActivatorUtilities.CreateInstance<RemoveReadNotifications>(services).RunAsync(CancellationToken.None);
        });
        (await OfEventAsync(old.Id)).ShouldBeEmpty();
        (await OfEventAsync(unread.Id)).ShouldHaveSingleItem();
    }

    /// <summary>What the script of an open page compares: more that is loud, or a newer one, sounds.</summary>
    [Fact, Trait("Requirement", "R43")]
    public async Task Bell_SoundsForWhatIsLoud_AndOnlyCountsTheRest()
    {
        var director = await App.SignInAsync(Company, "director");
        await director.PostAsync("/api/notifications/inbox/read");
        (await BellAsync(director)).ShouldBe((0, 0, ""));
        var me = await IdOf(SeededRoles.CentreDirector);
        await CancelledAsync(me);
        (await BellAsync(director)).ShouldBe((1, 0, ""));
        await ReportAsync(me);
        var (unread, loud, loudest) = await BellAsync(director);
        (unread, loud, loudest.Length).ShouldBe((2, 1, 32));
        await CancelledAsync(me);
        (await BellAsync(director)).ShouldBe((3, 1, loudest), "a quiet message leaves what is loud as it was");
        App.Clock.Advance(TimeSpan.FromMilliseconds(5));
        await ReportAsync(me);
        var later = await BellAsync(director);
        (later.Unread, later.Loud).ShouldBe((4, 2));
        string.CompareOrdinal(later.Loudest, loudest).ShouldBeGreaterThan(0, "the script compares ids as texts");
        await director.PostAsync("/api/notifications/inbox/read");
        (await BellAsync(director)).ShouldBe((0, 0, ""));
    }

    private Task CancelledAsync(Guid responsible) => App.In(Company, services => services.GetRequiredService<RequestChangedSubscriber>().HandleAsync(
        new(Ids.New(App.Clock), RequestChange.Cancelled, RequestStatus.Cancelled, RequestKinds.Repair, Ids.New(App.Clock), null, responsible, null, null, App.Now),
        new(Ids.New(App.Clock), App.Now, null, null), CancellationToken.None));

    private static async Task<(int Unread, int Loud, string Loudest)> BellAsync(TestClient reader)
    {
        var bell = (await reader.GetAsync("/bell")).Ok().Document.QuerySelector("[data-unread]")!;
        int Number(string name) => int.Parse(bell.GetAttribute(name)!, System.Globalization.CultureInfo.InvariantCulture);
        return (Number("data-unread"), Number("data-loud"), bell.GetAttribute("data-loudest")!);
    }

    [Fact]
    public async Task Resident_HasTheSamePageInTheirFrame() =>
        (await (await App.SignInAsync(Company, "resident1")).GetAsync("/inbox")).Ok().Document.QuerySelector("body")!.ClassName!.ShouldContain("res");
}

public sealed class InboxOnSqliteTests(SqliteApp app) : InboxHttpTests(app), IClassFixture<SqliteApp>;

public sealed class InboxOnMariaDbTests(MariaDbApp app) : InboxHttpTests(app), IClassFixture<MariaDbApp>;

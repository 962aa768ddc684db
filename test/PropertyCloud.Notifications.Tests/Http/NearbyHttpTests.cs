using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Live;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Notifications.Notices;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Testing;

namespace PropertyCloud.Notifications.Tests.Http;

/// <summary>A host whose clock the tests may move as they like.</summary>
public abstract class NearbyApp(Engine engine) : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;
    public async Task InitializeAsync() => App = await TestApp.StartAsync(engine);
    public async Task DisposeAsync() => await App.DisposeAsync();
}

public sealed class SqliteNearbyApp() : NearbyApp(Engine.Sqlite);

public sealed class MariaDbNearbyApp() : NearbyApp(Engine.MariaDb);

/// <summary>A promise is missed in one community of two: its supervisors hear of it, the other one's hear nothing, neither in the inbox
/// nor on the line that open pages listen to.</summary>
public abstract class NearbyHttpTests(NearbyApp fixture)
{
    private const string Company = "standard";
    private static int _number;
    private TestApp App => fixture.App;

    [Fact, Trait("Requirement", "R66")]
    public async Task ABreach_IsHeardByTheSupervisorsOfItsCommunity_AndNobodyElses()
    {
        var unit = await UnitAsync();
        var (here, elsewhere) = (await SupervisorAsync(unit.CommunityId), await SupervisorAsync(await OtherCommunityAsync(unit.CommunityId)));
        await using var hears = await Line.OpenAsync(here);
        await using var hearsNothing = await Line.OpenAsync(elsewhere);
        var desk = await App.SignInAsync(Company, "frontdesk");
        var made = await desk.JsonAsync(HttpMethod.Post, "/api/butler/requests", new { kind = RequestKind, description = "门禁卡刷不开", unitId = unit.Id, channel = 2, isEmergency = false }, HttpStatusCode.Created);
        var request = made.GetProperty("id").GetGuid();
        await App.AdvanceAsync(TimeSpan.FromMinutes(15));

        (await KindsAsync(here, request)).ShouldContain(NoticeKinds.ClockBreached);
        (await KindsAsync(elsewhere, request)).ShouldBeEmpty();
        (await elsewhere.JsonAsync(HttpMethod.Get, "/api/notifications/inbox/count")).GetProperty("unread").GetInt32().ShouldBe(0);

        // The mark goes to everybody: what was said before it has been heard.
        App.Services.GetRequiredService<ILookAgain>().Announce(await TenantAsync(), "identity");
        (await hears.UntilAsync("identity")).ShouldContain("notifications");
        (await hearsNothing.UntilAsync("identity")).ShouldBe(["identity"]);
    }

    /// <summary>Whoever finds that it is an emergency is not told; whoever must act is, and nobody of the next community.</summary>
    [Fact, Trait("Requirement", "R43")]
    public async Task WhatBecomesAnEmergency_IsHeardByTheButlerAndTheSupervisorsOfItsCommunity()
    {
        var unit = await UnitAsync();
        var (here, elsewhere) = (await SupervisorAsync(unit.CommunityId), await SupervisorAsync(await OtherCommunityAsync(unit.CommunityId)));
        var desk = await App.SignInAsync(Company, "frontdesk");
        var made = await desk.JsonAsync(HttpMethod.Post, "/api/butler/requests", new { kind = "repair", description = "楼道渗水", unitId = unit.Id, channel = 2, isEmergency = false }, HttpStatusCode.Created);
        var request = made.GetProperty("id").GetGuid();
        var address = $"/api/butler/requests/{request}/reclassify";
        (await desk.PostAsync(address, new { severity = "no-such", reason = "水漫到楼下" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await desk.PostAsync(address, new { severity = "emergency", reason = "水漫到楼下" })).IsSuccessStatusCode.ShouldBeTrue();
        await App.SettleAsync();

        (await KindsAsync(here, request)).ShouldContain(NoticeKinds.BecameEmergency);
        (await KindsAsync(elsewhere, request)).ShouldBeEmpty();
        (await KindsAsync(desk, request)).ShouldNotContain(NoticeKinds.BecameEmergency);
        (await App.In(Company, async services =>
        {
            var responsible = (await services.GetRequiredService<Butler.Contracts.IRequestLookup>().GetAsync([request]))[request].ResponsibleId;
            return await services.GetRequiredService<Data.NotificationsDbContext>().Notifications.AnyAsync(n => n.SubjectId == request && n.Kind == NoticeKinds.BecameEmergency && n.RecipientId == responsible);
        })).ShouldBeTrue("the butler who holds it is told");
        (await here.GetAsync("/inbox")).Ok().Text.ShouldContain("改为紧急，马上处理");
        here.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        (await here.GetAsync("/inbox")).Ok().Text.ShouldContain("Now an emergency; deal with it at once");
    }

    [Fact]
    public async Task ScopesOfAllStaff_AreThoseThatTheirSessionsHave() => await App.In(Company, async services =>
    {
        var staff = services.GetRequiredService<IStaffLookup>();
        var people = await staff.ListAsync();
        var scopes = await staff.GetScopesAsync([.. people.Select(p => p.UserId), Guid.Empty]);
        scopes[Guid.Empty].ShouldBe(DataScope.Nothing);
        scopes.Values.Select(s => s.Kind).Distinct().Count().ShouldBeGreaterThanOrEqualTo(4);
        foreach (var person in people)
        {
            var own = (await services.GetRequiredService<IUserAccessSource>().FindAsync(person.UserId, default))!.Scope;
            (scopes[person.UserId].Kind, scopes[person.UserId].Department).ShouldBe((own.Kind, own.Department), person.Name);
            scopes[person.UserId].Ids.Order().ShouldBe(own.Ids.Order(), person.Name);
        }
    });

    private const string RequestKind = "enquiry";

    private Task<int> TenantAsync() => App.In(Company, services => Task.FromResult(services.GetRequiredService<ICurrentTenant>().Id));

    private async Task<(Guid Id, Guid CommunityId)> UnitAsync()
    {
        var resident = await App.SignInAsync(Company, "resident1");
        var id = Guid.Parse((await resident.GetAsync("/home/ask/repair")).Ok().Document.QuerySelector("input[name=unit]")!.GetAttribute("value")!);
        return await App.In(Company, async services => (id, (await services.GetRequiredService<IUnitLookup>().GetAsync([id]))[id].CommunityId));
    }

    private Task<Guid> OtherCommunityAsync(Guid not) => App.In(Company, async services => (await services.GetRequiredService<ICommunityLookup>().ListAsync()).First(c => c.Id != not).Id);

    private async Task<TestClient> SupervisorAsync(Guid community)
    {
        var name = $"nearby{Interlocked.Increment(ref _number)}";
        await App.In(Company, services => services.GetRequiredService<IStaffAccounts>().CreateAsync(
            new NewStaff(name, "只管一个小区", null, SeededRoles.Supervisor, Password: TestApp.Password, CommunityIds: [community])));
        return await App.SignInAsync(Company, name);
    }

    private static async Task<IReadOnlyList<string>> KindsAsync(TestClient reader, Guid request)
    {
        var inbox = await reader.JsonAsync(HttpMethod.Get, "/api/notifications/inbox");
        return [.. inbox.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("url").GetString()!.Contains(request.ToString(), StringComparison.Ordinal)).Select(i => i.GetProperty("kind").GetString()!)];
    }

    /// <summary>The line that an open page listens to.</summary>
    private sealed class Line(HttpResponseMessage response, StreamReader lines, CancellationTokenSource stop) : IAsyncDisposable
    {
        public static async Task<Line> OpenAsync(TestClient reader)
        {
            var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var response = await reader.Http.GetAsync("/live?topics=notifications,identity", HttpCompletionOption.ResponseHeadersRead, stop.Token);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
            var lines = new StreamReader(await response.Content.ReadAsStreamAsync(stop.Token));
            (await lines.ReadLineAsync(stop.Token)).ShouldBe(": here");
            return new(response, lines, stop);
        }

        /// <summary>Topics that were told, up to the given one and with what came in the same breath.</summary>
        public async Task<IReadOnlyList<string>> UntilAsync(string topic)
        {
            var told = new List<string>();
            while (!told.Contains(topic))
                if ((await lines.ReadLineAsync(stop.Token))?.Split("data: ") is [_, var said]) told.Add(said);
            return told;
        }

        public ValueTask DisposeAsync()
        {
            stop.Cancel();
            lines.Dispose();
            response.Dispose();
            stop.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

public sealed class NearbyOnSqliteTests(SqliteNearbyApp app) : NearbyHttpTests(app), IClassFixture<SqliteNearbyApp>;

public sealed class NearbyOnMariaDbTests(MariaDbNearbyApp app) : NearbyHttpTests(app), IClassFixture<MariaDbNearbyApp>;

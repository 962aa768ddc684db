using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Testing;

namespace PropertyCloud.Butler.Tests.Http;

/// <summary>Call-backs, hand-over, assignments, duty and catalogue for programs: the same rules as the pages.</summary>
public abstract class OfficeApiTests(AppFixture fixture)
{
    private const string Company = "standard";
    private TestApp App => fixture.App;

    [Fact, Trait("Requirement", "R44"), Trait("Requirement", "R80")]
    public async Task CallBacks_AreListed_TriedOncePerKey_AndReached()
    {
        var id = await App.AskAsync(Company, "errand", "代取快递，放门口柜");
        var butler = await App.ButlerOfAsync(Company, id);
        await butler.DoAsync(id, "accept");
        await butler.DoAsync(id, "complete", new { text = "放好了" });
        await butler.DoAsync(id, "confirm", new { rating = 5 });
        var open = (await butler.JsonAsync(HttpMethod.Get, "/api/butler/call-backs?mine=true")).GetProperty("items").EnumerateArray().Single(c => c.GetProperty("requestId").GetGuid() == id);
        open.GetProperty("status").GetString().ShouldBe("Open");
        open.GetProperty("satisfaction").ValueKind.ShouldBe(JsonValueKind.Null);

        var missed = new { reached = false, remark = "没有人接" };
        for (var n = 0; n < 2; n++)
            (await butler.PostAsync($"/api/butler/requests/{id}/call-back", missed, "call-1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await One(butler, id)).GetProperty("attempts").GetArrayLength().ShouldBe(1);
        await butler.RefusedAsync(HttpMethod.Post, $"/api/butler/requests/{id}/call-back", missed, HttpStatusCode.Conflict, "butler.tried-today");
        await butler.RefusedAsync(HttpMethod.Post, $"/api/butler/requests/{id}/call-back", new { reached = true, satisfaction = 6 }, HttpStatusCode.UnprocessableEntity, "kernel.invalid-input");
        await butler.DoAsync(id, "call-back", new { reached = true, satisfaction = 4, remark = "满意" });
        var done = await One(butler, id);
        done.GetProperty("satisfaction").GetInt32().ShouldBe(4);
        done.GetProperty("attempts").GetArrayLength().ShouldBe(2);
        await (await App.FreshAsync(Company, "eng1")).RefusedAsync(HttpMethod.Get, "/api/butler/call-backs", null, HttpStatusCode.Forbidden, "kernel.forbidden");
    }

    private static async Task<JsonElement> One(TestClient butler, Guid id) => (await butler.JsonAsync(HttpMethod.Get, $"/api/butler/call-backs?request={id}")).GetProperty("items").EnumerateArray().Single();

    [Fact]
    public async Task Message_RepeatedUnderOneKey_IsWrittenOnce_AndAnotherTextIsRefused()
    {
        var id = await App.AskAsync(Company, "enquiry", "装修要办什么手续");
        var butler = await App.ButlerOfAsync(Company, id);
        for (var n = 0; n < 2; n++)
            (await butler.PostAsync($"/api/butler/requests/{id}/messages", new { text = "我查一下" }, "message-1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var other = await butler.PostAsync($"/api/butler/requests/{id}/messages", new { text = "另一句" }, "message-1");
        (await other.Content.ReadAsStringAsync()).ShouldContain("kernel.idempotency-reused");
        var log = await butler.JsonAsync(HttpMethod.Get, $"/api/butler/requests/{id}/log");
        log.EnumerateArray().Count(l => l.GetProperty("kind").GetString() == "Message").ShouldBe(1);

        var resident = await App.FreshAsync(Company, "resident1");
        (await resident.JsonAsync(HttpMethod.Get, "/api/butler/my-requests?show=open")).GetProperty("requests").GetProperty("items").EnumerateArray().ShouldContain(r => r.GetProperty("id").GetGuid() == id);
        (await resident.JsonAsync(HttpMethod.Get, $"/api/butler/my-requests/{id}/timeline")).EnumerateArray().ShouldContain(l => l.GetProperty("text").GetString() == "我查一下");
        (await resident.PostAsync($"/api/butler/my-requests/{id}/read")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await App.FindAsync(Company, id)).UnreadByResident.ShouldBe(0);
    }

    [Fact]
    public async Task Dispatch_RepeatedUnderOneKey_MakesOneOrder()
    {
        var id = await App.AskAsync(Company, "repair", "书房跳闸，推不上去");
        var butler = await App.ButlerOfAsync(Company, id);
        var wanted = new { targets = new[] { new { department = Departments.Engineering } } };
        for (var n = 0; n < 2; n++)
            (await butler.PostAsync($"/api/butler/requests/{id}/dispatch", wanted, "dispatch-1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await App.FindAsync(Company, id)).Orders.Count.ShouldBe(1);
        (await butler.JsonAsync(HttpMethod.Get, "/api/butler/today")).GetProperty("working").GetInt32().ShouldBeGreaterThan(0);
        (await butler.DoAsync(id, "call", new { who = 1 })).GetProperty("phone").GetString().ShouldBe("13601090001");
    }

    [Fact, Trait("Requirement", "R44")]
    public async Task HandOver_IsSubmittedOnce_Returned_AndAccepted_ByWhomThePlanNames()
    {
        var (butler, user, year, month) = await ReadyAsync(Company, "butler1", "butler2", "butler3", "butler4", "butler5", "butler6");
        await butler.RefusedAsync(HttpMethod.Post, "/api/butler/hand-overs", new { year, month = 13 }, HttpStatusCode.UnprocessableEntity, "butler.unknown-month");
        var now = App.Now.AddHours(8);
        await butler.RefusedAsync(HttpMethod.Post, "/api/butler/hand-overs", new { now.Year, now.Month }, HttpStatusCode.Conflict, "butler.month-running");
        var id = await CreatedAsync(butler, "/api/butler/hand-overs", new { year, month, remark = "单据齐了" }, "month-1");
        (await CreatedAsync(butler, "/api/butler/hand-overs", new { year, month, remark = "单据齐了" }, "month-1")).ShouldBe(id);
        await butler.RefusedAsync(HttpMethod.Post, "/api/butler/hand-overs", new { year, month }, HttpStatusCode.Conflict, "butler.hand-over-submitted");
        await butler.RefusedAsync(HttpMethod.Post, $"/api/butler/hand-overs/{id}/accept", new { }, HttpStatusCode.Forbidden, "kernel.forbidden");

        // A head of a department may receive in companies whose plan says so; here the plan names the supervisor.
        var head = await App.FreshAsync(Company, "eng-head");
        await head.RefusedAsync(HttpMethod.Get, $"/api/butler/hand-overs/{id}", null, HttpStatusCode.NotFound, "kernel.not-found");
        await head.RefusedAsync(HttpMethod.Post, $"/api/butler/hand-overs/{id}/accept", new { }, HttpStatusCode.NotFound, "kernel.not-found");
        var colleague = await App.FreshAsync(Company, user == "butler1" ? "butler2" : "butler1");
        await colleague.RefusedAsync(HttpMethod.Get, $"/api/butler/hand-overs/{id}", null, HttpStatusCode.NotFound, "kernel.not-found");
        await (await App.FreshAsync(Company, "eng1")).RefusedAsync(HttpMethod.Get, "/api/butler/hand-overs", null, HttpStatusCode.Forbidden, "kernel.forbidden");

        var supervisor = await App.FreshAsync(Company, "supervisor");
        (await supervisor.JsonAsync(HttpMethod.Get, "/api/butler/hand-overs")).GetProperty("received").GetProperty("items").EnumerateArray().ShouldContain(h => h.GetProperty("id").GetGuid() == id);
        (await supervisor.JsonAsync(HttpMethod.Get, $"/api/butler/hand-overs/{id}")).GetProperty("mayDecide").GetBoolean().ShouldBeTrue();
        await supervisor.RefusedAsync(HttpMethod.Post, $"/api/butler/hand-overs/{id}/return", new { reason = "" }, HttpStatusCode.UnprocessableEntity, "kernel.invalid-input");
        (await supervisor.JsonAsync(HttpMethod.Post, $"/api/butler/hand-overs/{id}/return", new { reason = "少一张服务卡" })).GetProperty("status").GetString().ShouldBe("Returned");
        (await butler.JsonAsync(HttpMethod.Get, $"/api/butler/hand-overs/{id}")).GetProperty("returnReason").GetString().ShouldBe("少一张服务卡");
        await CreatedAsync(butler, "/api/butler/hand-overs", new { year, month }, "month-2");
        (await supervisor.JsonAsync(HttpMethod.Post, $"/api/butler/hand-overs/{id}/accept", new { })).GetProperty("status").GetString().ShouldBe("Accepted");
        await supervisor.RefusedAsync(HttpMethod.Post, $"/api/butler/hand-overs/{id}/accept", new { }, HttpStatusCode.Conflict, "butler.hand-over-accepted");
    }

    [Fact, Trait("Requirement", "R80")]
    public async Task HandOver_ToTheDepartmentHead_GoesToTheButlersOwn()
    {
        var (butler, _, year, month) = await ReadyAsync("considerate", "butler3", "butler4", "butler5", "butler6");
        var id = await CreatedAsync(butler, "/api/butler/hand-overs", new { year, month });
        await (await App.FreshAsync("considerate", "eng-head")).RefusedAsync(HttpMethod.Get, $"/api/butler/hand-overs/{id}", null, HttpStatusCode.NotFound, "kernel.not-found");
        var head = await App.FreshAsync("considerate", "cs-head");
        (await head.JsonAsync(HttpMethod.Post, $"/api/butler/hand-overs/{id}/accept", new { })).GetProperty("receiverRole").GetString().ShouldBe(SeededRoles.DepartmentHead);
    }

    /// <summary>A butler whose last month is over, complete and not handed over yet.</summary>
    private async Task<(TestClient Butler, string User, int Year, int Month)> ReadyAsync(string company, params string[] users)
    {
        foreach (var user in users)
        {
            var butler = await App.FreshAsync(company, user);
            var line = (await butler.JsonAsync(HttpMethod.Get, "/api/butler/hand-overs")).GetProperty("mine").EnumerateArray().ElementAt(1);
            if (line.GetProperty("missing").GetInt32() == 0 && line.GetProperty("status").GetString() == "Draft") return (butler, user, line.GetProperty("year").GetInt32(), line.GetProperty("month").GetInt32());
        }

        throw new InvalidOperationException("Every butler has handed over.");
    }

    [Fact, Trait("Requirement", "R42")]
    public async Task Assignments_AreMadeChangedAndEnded()
    {
        var supervisor = await App.FreshAsync(Company, "supervisor");
        var cluster = (await supervisor.JsonAsync(HttpMethod.Get, "/api/butler/assignments")).GetProperty("items").EnumerateArray().First();
        var clusterId = cluster.GetProperty("clusterId").GetGuid();
        var held = cluster.GetProperty("now");
        var (butlerId, backupId) = (held.GetProperty("butlerId").GetGuid(), held.GetProperty("backupId").GetGuid());
        cluster.GetProperty("butlerHouseholds").GetInt32().ShouldBeGreaterThan(0);
        var from = DateOnly.FromDateTime(App.Now).AddDays(400).ToString("yyyy-MM-dd");

        await supervisor.RefusedAsync(HttpMethod.Post, "/api/butler/assignments", new { clusterId = Guid.Empty, butlerId, from }, HttpStatusCode.NotFound, "kernel.not-found");
        await supervisor.RefusedAsync(HttpMethod.Post, "/api/butler/assignments", new { clusterId, from }, HttpStatusCode.UnprocessableEntity, "butler.not-a-butler");
        await supervisor.RefusedAsync(HttpMethod.Post, "/api/butler/assignments", new { clusterId, butlerId = await UserAsync("王", Departments.Engineering), from }, HttpStatusCode.UnprocessableEntity, "butler.not-a-butler");
        await supervisor.RefusedAsync(HttpMethod.Post, "/api/butler/assignments", new { clusterId, butlerId, backupId = butlerId, from }, HttpStatusCode.UnprocessableEntity, "butler.own-backup");
        var made = await CreatedAsync(supervisor, "/api/butler/assignments", new { clusterId, butlerId = backupId, backupId = butlerId, from }, "assign-1");
        (await CreatedAsync(supervisor, "/api/butler/assignments", new { clusterId, butlerId = backupId, backupId = butlerId, from }, "assign-1")).ShouldBe(made);
        await supervisor.RefusedAsync(HttpMethod.Post, "/api/butler/assignments", new { clusterId, butlerId, from }, HttpStatusCode.Conflict, "butler.assignment-overlaps");

        (await supervisor.PostAsync($"/api/butler/assignments/{made}/backup", new { backupId = (Guid?)null })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await supervisor.RefusedAsync(HttpMethod.Post, $"/api/butler/assignments/{made}/end", new { lastDay = "2026-01-01" }, HttpStatusCode.UnprocessableEntity, "butler.bad-period");
        (await supervisor.PostAsync($"/api/butler/assignments/{made}/end", new { lastDay = from })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var next = (await supervisor.JsonAsync(HttpMethod.Get, "/api/butler/assignments")).GetProperty("items").EnumerateArray().Single(c => c.GetProperty("clusterId").GetGuid() == clusterId).GetProperty("next");
        next.GetProperty("to").GetString().ShouldBe(from);
        next.GetProperty("backupId").ValueKind.ShouldBe(JsonValueKind.Null);
        await (await App.FreshAsync(Company, "butler1")).RefusedAsync(HttpMethod.Get, "/api/butler/assignments", null, HttpStatusCode.Forbidden, "kernel.forbidden");
    }

    [Fact]
    public async Task ASupervisorOfOneCommunity_ArrangesNothingInAnother()
    {
        var (garden, court) = await App.In(Company, async services =>
        {
            var known = await services.GetRequiredService<ICommunityLookup>().ListAsync();
            return (known.Single(c => c.Name == "云汀花园").Id, known.Single(c => c.Name == "云汀雅苑").Id);
        });
        var user = $"garden{App.Now.Ticks % 1000000}";
        await App.In(Company, services => services.GetRequiredService<IStaffAccounts>().CreateAsync(
            new NewStaff(user, "花园主管", null, SeededRoles.Supervisor, Departments.CustomerService, Password: TestApp.Password, CommunityIds: [garden])));
        var narrowed = await App.FreshAsync(Company, user);
        var all = (await (await App.FreshAsync(Company, "supervisor")).JsonAsync(HttpMethod.Get, "/api/butler/assignments")).GetProperty("items").EnumerateArray().ToList();
        var foreign = all.First(c => c.GetProperty("communityId").GetGuid() == court);
        (await narrowed.JsonAsync(HttpMethod.Get, "/api/butler/assignments")).GetProperty("items").EnumerateArray().Select(c => c.GetProperty("communityId").GetGuid()).Distinct().ShouldBe([garden]);
        (await narrowed.JsonAsync(HttpMethod.Get, "/api/butler/duty")).GetProperty("cover").GetArrayLength().ShouldBe(all.Count(c => c.GetProperty("communityId").GetGuid() == garden));
        await narrowed.RefusedAsync(HttpMethod.Post, "/api/butler/assignments", new { clusterId = foreign.GetProperty("clusterId").GetGuid(), butlerId = foreign.GetProperty("now").GetProperty("butlerId").GetGuid() },
            HttpStatusCode.NotFound, "kernel.not-found");
        await narrowed.RefusedAsync(HttpMethod.Post, $"/api/butler/assignments/{foreign.GetProperty("now").GetProperty("id").GetGuid()}/end", new { }, HttpStatusCode.NotFound, "kernel.not-found");
    }

    [Fact, Trait("Requirement", "R85")]
    public async Task Duty_HoursAndAbsences_DecideWhoAnswers()
    {
        var supervisor = await App.FreshAsync(Company, "supervisor");
        var cluster = (await supervisor.JsonAsync(HttpMethod.Get, "/api/butler/assignments")).GetProperty("items").EnumerateArray().Last();
        var (id, butlerId, backupId) = (cluster.GetProperty("clusterId").GetGuid(), cluster.GetProperty("now").GetProperty("butlerId").GetGuid(), cluster.GetProperty("now").GetProperty("backupId").GetGuid());
        (await CoverAsync(supervisor, id)).ShouldBe(butlerId);

        await supervisor.RefusedAsync(HttpMethod.Post, "/api/butler/duty/absences", new { userId = butlerId, from = "2026-10-02", to = "2026-10-01" }, HttpStatusCode.UnprocessableEntity, "butler.bad-period");
        await supervisor.RefusedAsync(HttpMethod.Post, "/api/butler/duty/absences", new { userId = butlerId, from = "2026-10-02", to = "9999-12-31" }, HttpStatusCode.UnprocessableEntity, "butler.bad-period");
        await supervisor.RefusedAsync(HttpMethod.Post, "/api/butler/duty/absences", new { userId = Guid.Empty }, HttpStatusCode.UnprocessableEntity, "butler.unknown-person");
        var away = await CreatedAsync(supervisor, "/api/butler/duty/absences", new { userId = butlerId, reason = "培训" }, "away-1");
        (await CreatedAsync(supervisor, "/api/butler/duty/absences", new { userId = butlerId, reason = "培训" }, "away-1")).ShouldBe(away);
        (await CoverAsync(supervisor, id)).ShouldBe(backupId);
        (await supervisor.PostAsync($"/api/butler/duty/absences/{away}/end")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await CoverAsync(supervisor, id)).ShouldBe(butlerId);

        var hours = (object post, params object[] spans) => new { userId = backupId, post, spans };
        await supervisor.RefusedAsync(HttpMethod.Put, "/api/butler/duty/hours", hours("Cook"), HttpStatusCode.UnprocessableEntity, "butler.unknown-post");
        await supervisor.RefusedAsync(HttpMethod.Put, "/api/butler/duty/hours", hours("DutyButler", new { day = "someday", from = "08:00", to = "20:00" }), HttpStatusCode.UnprocessableEntity, "butler.unknown-day");
        (await supervisor.SendAsync(HttpMethod.Put, "/api/butler/duty/hours", hours("DutyButler", new { day = "monday", from = "08:00", to = "20:00" }))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await HoursAsync(supervisor, backupId)).ShouldBe(["monday"]);
        (await supervisor.SendAsync(HttpMethod.Put, "/api/butler/duty/hours", hours("DutyButler"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await HoursAsync(supervisor, backupId)).ShouldBeEmpty();
    }

    private static async Task<Guid?> CoverAsync(TestClient supervisor, Guid cluster) => (await supervisor.JsonAsync(HttpMethod.Get, "/api/butler/duty")).GetProperty("cover").EnumerateArray()
        .Single(c => c.GetProperty("clusterId").GetGuid() == cluster).GetProperty("userId").GetGuid();

    private static async Task<IReadOnlyList<string?>> HoursAsync(TestClient supervisor, Guid user) => [.. (await supervisor.JsonAsync(HttpMethod.Get, "/api/butler/duty")).GetProperty("hours").EnumerateArray()
        .Where(h => h.GetProperty("userId").GetGuid() == user && h.GetProperty("post").GetString() == "DutyButler").SelectMany(h => h.GetProperty("spans").EnumerateArray()).Select(s => s.GetProperty("day").GetString())];

    [Fact, Trait("Requirement", "R153")]
    public async Task Catalogue_IsKeptBySupervisors_AndReadByResidents()
    {
        var supervisor = await App.FreshAsync(Company, "supervisor");
        var resident = await App.FreshAsync(Company, "resident1");
        var code = $"api-{App.Now.Ticks % 1000000}";
        object Item(string? severity = null, string? icon = null, string kind = "repair") => new { code, kind, name = "地暖", nameEn = "Floor heating", department = Departments.Engineering, severity, icon, order = 9000 };
        await supervisor.RefusedAsync(HttpMethod.Post, "/api/butler/catalogue", Item(severity: "apocalypse"), HttpStatusCode.UnprocessableEntity, "kernel.invalid-input");
        await supervisor.RefusedAsync(HttpMethod.Post, "/api/butler/catalogue", Item(icon: "no-such-picture"), HttpStatusCode.UnprocessableEntity, "kernel.invalid-input");
        await supervisor.RefusedAsync(HttpMethod.Post, "/api/butler/catalogue", Item(kind: "wish"), HttpStatusCode.UnprocessableEntity, "kernel.invalid-input");
        await resident.RefusedAsync(HttpMethod.Post, "/api/butler/catalogue", Item(), HttpStatusCode.Forbidden, "kernel.forbidden");
        var id = await CreatedAsync(supervisor, "/api/butler/catalogue", Item(), "item-1");
        (await CreatedAsync(supervisor, "/api/butler/catalogue", Item(), "item-1")).ShouldBe(id);
        await supervisor.RefusedAsync(HttpMethod.Post, "/api/butler/catalogue", Item(), HttpStatusCode.UnprocessableEntity, "butler.code-taken");

        (await supervisor.SendAsync(HttpMethod.Put, $"/api/butler/catalogue/{id}", Item("emergency", "bolt"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var offered = await ItemAsync(resident, code);
        offered!.Value.GetProperty("severity").GetString().ShouldBe("emergency");
        offered.Value.GetProperty("icon").GetString().ShouldBe("bolt");
        (await supervisor.PostAsync($"/api/butler/catalogue/{id}/retire")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await ItemAsync(resident, code)).ShouldBeNull();
        (await ItemAsync(supervisor, code))!.Value.GetProperty("isOffered").GetBoolean().ShouldBeFalse();
        (await supervisor.PostAsync($"/api/butler/catalogue/{id}/offer")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await ItemAsync(resident, code)).ShouldNotBeNull();
    }

    private static async Task<JsonElement?> ItemAsync(TestClient client, string code)
    {
        var found = (await client.JsonAsync(HttpMethod.Get, "/api/butler/catalogue?kind=repair")).GetProperty("items").EnumerateArray().Where(i => i.GetProperty("code").GetString() == code).ToList();
        return found.Count == 0 ? null : found[0];
    }

    private Task<Guid> UserAsync(string name, string department) => App.In(Company, async services =>
        (await services.GetRequiredService<IStaffLookup>().ListAsync(department: department)).OrderByDescending(s => s.Name.StartsWith(name, StringComparison.Ordinal)).First().UserId);

    private static async Task<Guid> CreatedAsync(TestClient client, string url, object body, string? key = null)
    {
        using var answer = await client.PostAsync(url, body, key);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, $"{url}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text).GetProperty("id").GetGuid();
    }
}

public sealed class SqliteOfficeApiTests(SqliteApp fixture) : OfficeApiTests(fixture), IClassFixture<SqliteApp>;

[Trait("Engine", "MariaDb")]
public sealed class MariaDbOfficeApiTests(MariaDbApp fixture) : OfficeApiTests(fixture), IClassFixture<MariaDbApp>;

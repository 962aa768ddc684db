using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Testing;

namespace PropertyCloud.Registry.Tests.Http;

/// <summary>One household leaves and another comes, by hand: nobody sees what was before or after their own time (ruling 16).</summary>
public sealed class MoveInAndOutTests
{
    private const string Company = "standard";

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.MariaDb)]
    public async Task MoveOutAndIn_ByHand_EachSeesTheirOwnTime(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var admin = await app.SignInAsync(Company, "admin");
        var units = (await admin.JsonAsync(HttpMethod.Get, "/api/registry/households?living=without")).GetProperty("items");
        var unit = units[0].GetProperty("unitId").GetGuid();
        await admin.JsonAsync(HttpMethod.Post, $"/api/registry/households/{unit}/people", new { name = "旧住户", role = 1, from = "2026-01-01" });
        await admin.JsonAsync(HttpMethod.Post, $"/api/registry/households/{unit}/people", new { name = "旧家人", role = 3, from = "2026-01-01" });
        var (formerParty, former) = await SignInAsync(app, admin, unit, "旧住户");
        var (_, family) = await SignInAsync(app, admin, unit, "旧家人");
        var before = await ReportAsync(former, unit, "旧住户的漏水");
        (await TitlesAsync(family)).ShouldContain("旧住户的漏水", customMessage: "a household sees what it reported while both live there");

        // Two days later the front desk moves the household out and the next one in.
        await app.AdvanceAsync(TimeSpan.FromDays(2));
        var desk = await app.SignInAsync(Company, "frontdesk");
        var page = (await desk.GetAsync($"/households/{unit}")).Ok();
        var relations = page.Document.QuerySelectorAll("#move-out input[name=people]").Select(i => i.GetAttribute("value")!).ToList();
        relations.Count.ShouldBe(2);
        using var moved = await desk.PostAsync($"/api/registry/households/{unit}/move-out", new { relations, to = "2026-09-16" });
        moved.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var form = (await desk.GetAsync($"/households/{unit}?person=new")).Ok();
        (await form.SubmitAsync("form[action*='Add']", new() { ["name"] = "新住户", ["role"] = "2", ["from"] = "2026-09-17" })).Ok().Text.ShouldContain("已登记 新住户");
        var (_, next) = await SignInAsync(app, desk, unit, "新住户");
        (await TitlesAsync(next)).ShouldNotContain("旧住户的漏水");
        (await next.GetAsync($"/home/requests/{before}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await ReportAsync(next, unit, "新住户的跳闸");

        // Sessions end with the days: they sign in again.
        former = await AgainAsync(app, formerParty);
        (await TitlesAsync(former)).ShouldSatisfyAllConditions(t => t.ShouldContain("旧住户的漏水"), t => t.ShouldNotContain("新住户的跳闸"));
        (await former.PostAsync("/api/butler/requests/mine", Report(unit, "我还想报修"))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "who moved out reports nothing here");
        (await former.GetAsync("/home/card")).Ok().Text.ShouldContain("还没有服务卡");

        // It was a mistake: the last day goes away, and with it the time since then comes back.
        using var mended = await desk.SendAsync(HttpMethod.Put, $"/api/registry/households/{unit}/people/{relations[0]}/dates", new { role = 1, from = "2026-01-01", to = (string?)null });
        mended.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await TitlesAsync(await AgainAsync(app, formerParty))).ShouldContain("新住户的跳闸");
    }

    /// <summary>The front desk leaves every day empty: out and in on one day.</summary>
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.MariaDb)]
    public async Task MoveOutAndIn_OnOneDay_NobodySeesTheOthers(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var desk = await app.SignInAsync(Company, "frontdesk");
        var unit = (await desk.JsonAsync(HttpMethod.Get, "/api/registry/households?living=without")).GetProperty("items")[0].GetProperty("unitId").GetGuid();
        await desk.JsonAsync(HttpMethod.Post, $"/api/registry/households/{unit}/people", new { name = "旧住户", role = 1, from = "2026-01-01" });
        var (formerParty, former) = await SignInAsync(app, desk, unit, "旧住户");
        await ReportAsync(former, unit, "今早的漏水");
        await desk.JsonAsync(HttpMethod.Post, "/api/butler/requests", new { kind = "repair", description = "没留姓名的来电", unitId = unit, channel = 2, isEmergency = false }, HttpStatusCode.Created);
        (await TitlesAsync(former)).ShouldContain("没留姓名的来电", customMessage: "the unit is theirs alone so far");
        var manage = (await desk.GetAsync((await desk.GetAsync($"/households/{unit}")).Ok().Document.QuerySelector("a[href*='person='][href$='#person']")!.GetAttribute("href")!)).Ok();
        (await manage.SubmitAsync("form[action*='MoveOut']")).Ok().Text.ShouldContain("要换服务卡就在这里换");
        (await (await desk.GetAsync($"/households/{unit}?person=new")).Ok().SubmitAsync("form[action*='Add']", new() { ["name"] = "新住户", ["role"] = "1" })).Ok();
        await desk.JsonAsync(HttpMethod.Post, $"/api/registry/households/{unit}/people", new { name = "新家人", role = 3 });
        var (_, next) = await SignInAsync(app, desk, unit, "新住户");
        var (_, family) = await SignInAsync(app, desk, unit, "新家人");
        await ReportAsync(next, unit, "今晚的跳闸");
        (await TitlesAsync(next)).ShouldNotContain("今早的漏水");
        (await TitlesAsync(family)).ShouldSatisfyAllConditions(t => t.ShouldContain("今晚的跳闸"), t => t.ShouldNotContain("今早的漏水"));
        former = await AgainAsync(app, formerParty);
        (await TitlesAsync(former)).ShouldSatisfyAllConditions(t => t.ShouldContain("今早的漏水"), t => t.ShouldNotContain("今晚的跳闸"));

        // Whose call it was, nobody wrote down: on the day that both had, it is shown to neither.
        foreach (var resident in new[] { former, next, family }) (await TitlesAsync(resident)).ShouldNotContain("没留姓名的来电");
    }

    private static object Report(Guid unit, string words) => new { kind = "repair", description = words, unitId = unit, channel = 1, isEmergency = false };

    private static async Task<Guid> ReportAsync(TestClient by, Guid unit, string words) =>
        (await by.JsonAsync(HttpMethod.Post, "/api/butler/requests/mine", Report(unit, words), HttpStatusCode.Created)).GetProperty("id").GetGuid();

    private static async Task<string> TitlesAsync(TestClient by) => (await by.GetAsync("/home/requests")).Ok().Text;

    private static async Task<(Guid Party, TestClient Client)> SignInAsync(TestApp app, TestClient staff, Guid unit, string name)
    {
        var household = await staff.JsonAsync(HttpMethod.Get, $"/api/registry/households/{unit}");
        var party = household.GetProperty("people").EnumerateArray().Single(p => p.GetProperty("name").GetString() == name).GetProperty("partyId").GetGuid();
        await app.In(Company, s => s.GetRequiredService<IResidentAccounts>().CreateAsync(party, UserName(party), name, null, TestApp.Password));
        return (party, await AgainAsync(app, party));
    }

    private static async Task<TestClient> AgainAsync(TestApp app, Guid party)
    {
        var client = app.Anonymous(Company);
        await client.SignInAsync(UserName(party), TestApp.Password);
        return client;
    }

    private static string UserName(Guid party) => $"moved-{party.ToString("N")[^10..]}";
}

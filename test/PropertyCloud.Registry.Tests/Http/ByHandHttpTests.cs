using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Auditing;
using PropertyCloud.Registry.Data;
using PropertyCloud.Testing;

namespace PropertyCloud.Registry.Tests.Http;

public sealed class SqliteByHand(SqliteApp fixture) : ByHandHttpTests(fixture), IClassFixture<SqliteApp>;

public sealed class MariaDbByHand(MariaDbApp fixture) : ByHandHttpTests(fixture), IClassFixture<MariaDbApp>;

/// <summary>The registry without a file: everything added, mended, moved and removed by hand, the same on both engines.</summary>
public abstract class ByHandHttpTests(AppFixture fixture)
{
    private const string Company = "standard";
    private static int _names;
    private TestApp App => fixture.App;

    private static string NewName() => $"手工苑{Interlocked.Increment(ref _names)}";
    private static string NewPhone() => $"1590000{Interlocked.Increment(ref _names):0000}";
    private Task<TestClient> Director() => App.SignInAsync(Company, "director");

    private static async Task<Guid> MadeAsync(TestClient by, string url, object body) => (await by.JsonAsync(HttpMethod.Post, url, body)).GetProperty("id").GetGuid();

    /// <summary>A community with building 7, entrance 2 and the numbers.</summary>
    private static async Task<Home> HomeAsync(TestClient by, params string[] numbers)
    {
        var name = NewName();
        var community = await MadeAsync(by, "/api/registry/communities", new { name, grade = "标准", address = "云汀路 18 号" });
        var building = await MadeAsync(by, $"/api/registry/communities/{community}/buildings", new { name = "7栋", entrances = new[] { "1", "2单元" } });
        var entrance = (await by.JsonAsync(HttpMethod.Get, $"/api/registry/buildings/{building}")).GetProperty("entrances").EnumerateArray().Single(e => e.GetProperty("name").GetString() == "2").GetProperty("id").GetGuid();
        var unit = await MadeAsync(by, $"/api/registry/entrances/{entrance}/units", new { numbers, kind = 1, area = 98.52m });
        return new(name, community, building, entrance, unit);
    }

    private sealed record Home(string Name, Guid Community, Guid Building, Guid Entrance, Guid Unit);

    private static Task<JsonElement> HouseholdAsync(TestClient by, Guid unit) => by.JsonAsync(HttpMethod.Get, $"/api/registry/households/{unit}");

    private Task<List<string>> AuditOfAsync(Guid subject) => App.In(Company, async services =>
        await services.GetRequiredService<RegistryDbContext>().Set<AuditEntry>().Where(a => a.Subject == subject).Select(a => a.Action).Order().ToListAsync());

    [Fact]
    public async Task OneHousehold_FromNothing_ByPages()
    {
        var director = await Director();
        var name = NewName();
        var form = (await director.GetAsync("/registry?edit=new-community")).Ok();
        var added = (await form.SubmitAsync("form[action*='Community']", new() { ["name"] = name, ["grade"] = "高档", ["address"] = "云汀路 18 号" })).Ok();
        added.Text.ShouldContain("云汀路 18 号");
        (await form.SubmitAsync("form[action*='Community']", new() { ["name"] = name, ["grade"] = "高档", ["address"] = "云汀路 18 号" })).Ok().Url.ShouldBe(added.Url, "the same key is the same community");

        var building = (await (await director.GetAsync(added.Document.QuerySelector("a[href*='edit=new-building']")!.GetAttribute("href")!)).Ok()
            .SubmitAsync("form[action*='Building']", new() { ["name"] = "7 号楼", ["entrances"] = "1 2" })).Ok();
        building.Url.AbsolutePath.ShouldStartWith("/registry/buildings/");
        building.Text.ShouldContain("7 栋");
        var second = building.Document.QuerySelectorAll("select[name=entranceId] option").Single(o => o.TextContent.StartsWith('2')).GetAttribute("value")!;
        var refused = await building.SubmitAsync("form[action*='AddUnits']", new() { ["entranceId"] = second, ["numbers"] = "1501 1502室", ["kind"] = "1", ["area"] = "九十八" });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelector("textarea[name=numbers]")!.TextContent.ShouldBe("1501 1502室", "what was typed stays");
        var units = (await refused.SubmitAsync("form[action*='AddUnits']", new() { ["entranceId"] = second, ["numbers"] = "1501 1502室", ["kind"] = "1", ["area"] = "98.52" })).Ok();
        units.Text.ShouldContain("已加 2 套房屋");
        units.Text.ShouldContain("7-2-1502");

        var household = (await director.GetAsync(units.Document.QuerySelectorAll("a[href^='/households/']").Single(a => a.TextContent.Contains("1502", StringComparison.Ordinal)).GetAttribute("href")!)).Ok();
        household.Text.ShouldContain("住宅");
        household.Document.QuerySelector(".qrc svg").ShouldNotBeNull("each unit has its card");
        var person = (await (await director.GetAsync($"{household.Url.AbsolutePath}?person=new")).Ok().SubmitAsync("form[action*='Add']",
            new() { ["name"] = "周远", ["phone"] = NewPhone(), ["role"] = "1", ["remarks"] = "白天不在家" })).Ok();
        person.Text.ShouldContain("已登记 周远");
        person.Text.ShouldContain("白天不在家");
    }

    [Fact]
    public async Task Renaming_ABuilding_ChangesItsPlates_AndTheSearch()
    {
        var director = await Director();
        var home = await HomeAsync(director, "1501", "1502");
        await director.JsonAsync(HttpMethod.Put, $"/api/registry/buildings/{home.Building}", new { name = "A座" }, HttpStatusCode.NoContent);
        var household = await HouseholdAsync(director, home.Unit);
        (household.GetProperty("plate").GetString(), household.GetProperty("spoken").GetString()).ShouldBe(("A-2-1501", "A栋2单元1501"));
        await director.JsonAsync(HttpMethod.Put, $"/api/registry/entrances/{home.Entrance}", new { name = "3" }, HttpStatusCode.NoContent);
        (await director.JsonAsync(HttpMethod.Get, $"/api/registry/households?community={home.Community}&q=A-3-15")).GetProperty("total").GetInt32().ShouldBe(2);
        (await AuditOfAsync(home.Building)).ShouldBe(["registry.building-added", "registry.building-renamed"]);
    }

    [Fact]
    public async Task WhatIsThere_ByItsNaturalKey_IsRefused_AndSaysWhatToDo()
    {
        var director = await Director();
        var home = await HomeAsync(director, "1501");
        async Task RefusedAsync(HttpMethod method, string url, object body, string code)
        {
            var problem = await director.JsonAsync(method, url, body, HttpStatusCode.UnprocessableEntity);
            problem.GetProperty("code").GetString().ShouldBe(code);
        }

        await RefusedAsync(HttpMethod.Post, "/api/registry/communities", new { name = home.Name }, "registry.community-name-taken");
        await RefusedAsync(HttpMethod.Post, $"/api/registry/communities/{home.Community}/buildings", new { name = "７号楼" }, "registry.building-taken");
        await RefusedAsync(HttpMethod.Post, $"/api/registry/buildings/{home.Building}/entrances", new { name = "2 单元" }, "registry.entrance-taken");
        await RefusedAsync(HttpMethod.Post, $"/api/registry/entrances/{home.Entrance}/units", new { numbers = new[] { "1499", "1501室" } }, "registry.units-taken");
        (await director.JsonAsync(HttpMethod.Get, $"/api/registry/buildings/{home.Building}")).GetProperty("allUnits").GetInt32().ShouldBe(1, "all or none");
        var other = await MadeAsync(director, $"/api/registry/entrances/{home.Entrance}/units", new { numbers = new[] { "1502" } });
        await RefusedAsync(HttpMethod.Put, $"/api/registry/units/{other}", new { number = "1501", kind = 1 }, "registry.unit-taken");
        var place = await MadeAsync(director, "/api/registry/places", new { communityId = home.Community, name = "东门" });
        await RefusedAsync(HttpMethod.Post, "/api/registry/places", new { communityId = home.Community, name = "东门" }, "registry.place-name-taken");
        await RefusedAsync(HttpMethod.Post, $"/api/registry/buildings/{await MadeAsync(director, $"/api/registry/communities/{home.Community}/buildings", new { name = "9" })}/entrances", new { name = "2" }, "registry.entrance-unnamed");
        place.ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task Removal_OnlyWhereNothingHangsOnIt()
    {
        var director = await Director();
        var home = await HomeAsync(director, "1501", "1502");
        var cluster = await MadeAsync(director, "/api/registry/clusters", new { communityId = home.Community, name = "南组团" });
        await director.JsonAsync(HttpMethod.Post, $"/api/registry/communities/{home.Community}/assign", new { clusterId = cluster, plates = "7-2-1501" });
        await MadeAsync(director, $"/api/registry/households/{home.Unit}/people", new { name = "周远", role = 1 });
        async Task RefusedAsync(string url, string code) => (await director.JsonAsync(HttpMethod.Delete, url, null, HttpStatusCode.Conflict)).GetProperty("code").GetString().ShouldBe(code);
        await RefusedAsync($"/api/registry/communities/{home.Community}", "registry.community-not-empty");
        await RefusedAsync($"/api/registry/buildings/{home.Building}", "registry.building-not-empty");
        await RefusedAsync($"/api/registry/entrances/{home.Entrance}", "registry.entrance-not-empty");
        await RefusedAsync($"/api/registry/clusters/{cluster}", "registry.cluster-not-empty");
        await RefusedAsync($"/api/registry/units/{home.Unit}", "registry.unit-has-people");

        // A mistake goes: the unit that nobody lived in, with its card; then what is empty.
        var page = (await director.GetAsync($"/registry/buildings/{home.Building}")).Ok();
        var empty = page.Document.QuerySelectorAll("a[href^='/households/']").Single(a => a.TextContent.Contains("1502", StringComparison.Ordinal)).GetAttribute("href")!;
        var removed = (await (await director.GetAsync($"{empty}?edit=unit")).Ok().SubmitAsync("form[action*='RemoveUnit']")).Ok();
        removed.Text.ShouldContain("已删除");
        (await director.GetAsync(empty)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await AuditOfAsync(Guid.Parse(empty.Split('/')[^1]))).ShouldContain("registry.unit-removed");
        await director.JsonAsync(HttpMethod.Post, $"/api/registry/communities/{home.Community}/assign", new { clusterId = (Guid?)null, plates = "7-2-1501" });
        await director.JsonAsync(HttpMethod.Delete, $"/api/registry/clusters/{cluster}", null, HttpStatusCode.NoContent);
        var ground = await MadeAsync(director, "/api/registry/communities", new { name = NewName() });
        await director.JsonAsync(HttpMethod.Delete, $"/api/registry/communities/{ground}", null, HttpStatusCode.NoContent);
        (await AuditOfAsync(ground)).ShouldBe(["registry.Community.created", "registry.Community.deleted"]);
    }

    [Fact]
    public async Task Removal_OfWhatAnotherModuleKeeps_IsRefused()
    {
        var director = await Director();
        var resident = await App.SignInAsync(Company, "resident1");
        var own = (await resident.GetAsync("/home/ask/repair")).Ok().Document.QuerySelector("input[name=unit]")!.GetAttribute("value");
        var community = (await HouseholdAsync(director, Guid.Parse(own!))).GetProperty("communityId").GetGuid();
        var place = await MadeAsync(director, "/api/registry/places", new { communityId = community, name = NewName() });
        var free = await MadeAsync(director, "/api/registry/places", new { communityId = community, name = NewName() });
        await resident.JsonAsync(HttpMethod.Post, "/api/butler/requests/mine", new { kind = "repair", description = "门禁不开", placeId = place, channel = 1, isEmergency = false }, HttpStatusCode.Created);
        var refused = await director.JsonAsync(HttpMethod.Delete, $"/api/registry/places/{place}", null, HttpStatusCode.Conflict);
        (refused.GetProperty("code").GetString(), refused.GetProperty("title").GetString()).ShouldBe(("registry.in-use", "这里办过服务，记录要保留，不能删除。写错了就改名"));
        await director.JsonAsync(HttpMethod.Delete, $"/api/registry/places/{free}", null, HttpStatusCode.NoContent);

        var narrow = await MadeAsync(director, "/api/registry/communities", new { name = NewName() });
        var admin = await App.SignInAsync(Company, "admin");
        await admin.JsonAsync(HttpMethod.Post, "/api/identity/staff",
            new { userName = $"desk-{narrow.ToString("N")[^8..]}", name = "前台甲", department = "customer-service", roles = new[] { "front-desk" }, communityIds = new[] { narrow } }, HttpStatusCode.Created);
        (await director.JsonAsync(HttpMethod.Delete, $"/api/registry/communities/{narrow}", null, HttpStatusCode.Conflict)).GetProperty("title").GetString().ShouldBe("有员工只负责这个小区，不能删除。先在员工资料里换小区");
    }

    [Fact]
    public async Task StaleVersion_ChangesNothing_OnThePageAndForPrograms()
    {
        var director = await Director();
        var home = await HomeAsync(director, "1501");
        var form = (await director.GetAsync($"/registry/buildings/{home.Building}?edit=name")).Ok();
        await director.JsonAsync(HttpMethod.Put, $"/api/registry/buildings/{home.Building}", new { name = "8" }, HttpStatusCode.NoContent);
        var stale = await form.SubmitAsync("form[action*='Rename']", new() { ["name"] = "9" });
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        stale.Text.ShouldContain("别人刚刚改过这一项");
        stale.Document.QuerySelector("input[name=name]")!.GetAttribute("value").ShouldBe("8", "what is saved now");
        (await stale.SubmitAsync("form[action*='Rename']", new() { ["name"] = "9" })).Ok().Text.ShouldContain("9 栋");

        var version = (await director.JsonAsync(HttpMethod.Get, $"/api/registry/communities/{home.Community}")).GetProperty("version").GetInt64();
        async Task<HttpStatusCode> PutAsync(string name, string match)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/registry/communities/{home.Community}") { Content = System.Net.Http.Json.JsonContent.Create(new { name, grade = "标准" }) };
            request.Headers.Add("RequestVerificationToken", await director.TokenAsync());
            request.Headers.Add("Origin", director.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
            request.Headers.TryAddWithoutValidation("If-Match", match);
            using var answer = await director.Http.SendAsync(request);
            return answer.StatusCode;
        }

        (await PutAsync(NewName(), $"\"{version}\"")).ShouldBe(HttpStatusCode.OK);
        (await PutAsync(NewName(), $"\"{version}\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await PutAsync(NewName(), "\"none of ours\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Clusters_TakeWholeEntrances_AndLetUnitsGo_OneClusterAUnit()
    {
        var director = await Director();
        var home = await HomeAsync(director, "1501", "1502");
        var south = (await (await director.GetAsync($"/registry?community={home.Community}&edit=new-cluster")).Ok().SubmitAsync("form[action*='Cluster']", new() { ["name"] = "南组团" })).Ok();
        south.Url.AbsolutePath.ShouldStartWith("/registry/clusters/");
        var filled = (await south.SubmitAsync("form[action*='AddUnits']", new() { ["entranceIds"] = home.Entrance.ToString() })).Ok();
        filled.Text.ShouldContain("已把 2 套房屋分进来");
        var north = await MadeAsync(director, "/api/registry/clusters", new { communityId = home.Community, name = "北组团" });
        await director.JsonAsync(HttpMethod.Put, $"/api/registry/units/{home.Unit}", new { number = "1501", kind = 1, area = 98.52m, clusterId = north }, HttpStatusCode.NoContent);
        var left = (await director.GetAsync(south.Url.AbsolutePath)).Ok();
        left.Text.ShouldContain("1 套房屋，0 户在住");
        (await left.SubmitAsync("form[action*='TakeOut']", new() { ["unitIds"] = left.Document.QuerySelector("input[name=unitIds]")!.GetAttribute("value")! })).Ok().Text.ShouldContain("组团里还没有房屋");
        (await (await director.GetAsync($"{south.Url.AbsolutePath}?edit=name")).Ok().SubmitAsync("form[action*='Remove']")).Ok().Text.ShouldContain("已删除");
        (await director.GetAsync(south.Url.AbsolutePath)).Status.ShouldBe(HttpStatusCode.NotFound);
        var elsewhere = await HomeAsync(director, "1501");
        (await director.JsonAsync(HttpMethod.Put, $"/api/registry/units/{elsewhere.Unit}", new { number = "1501", kind = 1, clusterId = north }, HttpStatusCode.UnprocessableEntity)).GetProperty("code").GetString().ShouldBe("registry.cluster-elsewhere");
    }

    [Fact]
    public async Task People_MoveOutTogether_AndADayIsMended()
    {
        var director = await Director();
        var desk = await App.SignInAsync(Company, "frontdesk");
        var home = await HomeAsync(director, "1501");
        var url = $"/api/registry/households/{home.Unit}";
        await MadeAsync(desk, $"{url}/people", new { name = "周远", phone = NewPhone(), role = 1, from = "2026-01-01", remarks = "听力不好" });
        await MadeAsync(desk, $"{url}/people", new { name = "吴静", role = 3, from = "2026-01-01" });
        var page = (await desk.GetAsync($"/households/{home.Unit}")).Ok();
        var form = page.Document.QuerySelector("form[action*='MoveOut']")!;
        form.QuerySelectorAll("input[name=people]").Length.ShouldBe(2);
        var relations = (await HouseholdAsync(desk, home.Unit)).GetProperty("people").EnumerateArray().Select(p => p.GetProperty("relationId").GetGuid()).ToList();
        (await desk.JsonAsync(HttpMethod.Post, $"{url}/move-out", new { relations = Array.Empty<Guid>() }, HttpStatusCode.UnprocessableEntity)).GetProperty("errors").GetProperty("people")[0].GetString().ShouldBe("选要搬出的人");
        (await desk.JsonAsync(HttpMethod.Post, $"{url}/move-out", new { relations, to = "2026-09-16" }, HttpStatusCode.UnprocessableEntity)).GetProperty("errors").GetProperty("lastDay")[0].GetString().ShouldBe("结束日期不能晚于今天");
        await desk.JsonAsync(HttpMethod.Post, $"{url}/move-out", new { relations, to = "2026-08-31" }, HttpStatusCode.NoContent);
        (await desk.JsonAsync(HttpMethod.Post, $"{url}/move-out", new { relations, to = "2026-08-31" }, HttpStatusCode.Conflict)).GetProperty("code").GetString().ShouldBe("registry.already-ended");
        var former = (await desk.GetAsync($"/households/{home.Unit}")).Ok();
        former.Text.ShouldContain("这套房屋空置");
        former.Text.ShouldContain("以前的住户");
        former.Text.ShouldContain("听力不好");

        // The day was wrong, and one of them stays after all.
        var one = (await desk.GetAsync($"/households/{home.Unit}?person={relations[0]}")).Ok();
        (await one.SubmitAsync("form[action*='Correct']", new() { ["from"] = "", ["to"] = "2026-08-30" })).Text.ShouldContain("填写开始日期");
        (await one.SubmitAsync("form[action*='Correct']", new() { ["to"] = "2025-08-30" })).Text.ShouldContain("结束日期不能早于开始日期");
        (await one.SubmitAsync("form[action*='Correct']", new() { ["to"] = "2026-08-30" })).Ok();
        await desk.JsonAsync(HttpMethod.Put, $"{url}/people/{relations[1]}/dates", new { role = 3, from = "2026-01-01", to = (string?)null }, HttpStatusCode.NoContent);
        var after = await HouseholdAsync(desk, home.Unit);
        after.GetProperty("people").EnumerateArray().Single().GetProperty("isContact").GetBoolean().ShouldBeTrue();
        after.GetProperty("former").EnumerateArray().Single().GetProperty("to").GetString().ShouldBe("2026-08-30");
        (await AuditOfAsync(home.Unit)).Count(a => a == "registry.relation-corrected").ShouldBe(2);
    }

    [Fact]
    public async Task Person_WithAPhoneOfAnotherName_IsAskedAbout()
    {
        var desk = await App.SignInAsync(Company, "frontdesk");
        var home = await HomeAsync(await Director(), "1501", "1502");
        var phone = NewPhone();
        var people = $"/api/registry/households/{home.Unit}/people";
        var first = (await HouseholdOfAsync(desk, home, await MadeAsync(desk, people, new { name = "周远山", phone, role = 1 }))).GetProperty("partyId").GetGuid();
        var page = (await desk.GetAsync($"/households/{home.Unit}?person=new")).Ok();
        page.Document.QuerySelector("input[name=sharesPhone]").ShouldBeNull("only where it is asked");
        var asked = await page.SubmitAsync("form[action*='Add']", new() { ["name"] = "周圆山", ["phone"] = phone, ["role"] = "3" });
        asked.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        asked.Text.ShouldContain("登记在“周**”名下");
        (await asked.SubmitAsync("form[action*='Add']", new() { ["sharesPhone"] = "true" })).Ok().Text.ShouldContain("已登记 周圆山");

        // The same name and phone is the same person, also in another home.
        var next = (await (await Director()).JsonAsync(HttpMethod.Get, $"/api/registry/buildings/{home.Building}")).GetProperty("units").GetProperty("items").EnumerateArray()
            .Single(u => u.GetProperty("plate").GetString() == "7-2-1502").GetProperty("id").GetGuid();
        await MadeAsync(desk, $"/api/registry/households/{next}/people", new { name = "周远山", phone, role = 1 });
        (await HouseholdAsync(desk, next)).GetProperty("people")[0].GetProperty("partyId").GetGuid().ShouldBe(first);
    }

    private static async Task<JsonElement> HouseholdOfAsync(TestClient by, Home home, Guid relation) =>
        (await HouseholdAsync(by, home.Unit)).GetProperty("people").EnumerateArray().Single(p => p.GetProperty("relationId").GetGuid() == relation);

    [Fact]
    public async Task Person_EditedByTwo_IsNotOverwritten()
    {
        var desk = await App.SignInAsync(Company, "frontdesk");
        var home = await HomeAsync(await Director(), "1501");
        var relation = await MadeAsync(desk, $"/api/registry/households/{home.Unit}/people", new { name = "周远", role = 1 });
        var form = (await desk.GetAsync($"/households/{home.Unit}?person={relation}")).Ok();
        await desk.JsonAsync(HttpMethod.Put, $"/api/registry/households/{home.Unit}/people/{relation}", new { name = "周源", remarks = "白天不在家" }, HttpStatusCode.NoContent);
        var stale = await form.SubmitAsync("form[action*='Change']", new() { ["name"] = "周原" });
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        stale.Document.QuerySelector("input[name=name]")!.GetAttribute("value").ShouldBe("周源");
        (await stale.SubmitAsync("form[action*='Change']", new() { ["name"] = "周原", ["remarks"] = "" })).Ok();
        var person = await HouseholdOfAsync(desk, home, relation);
        (person.GetProperty("name").GetString(), person.GetProperty("remarks").ValueKind).ShouldBe(("周原", JsonValueKind.Null));
    }

    [Fact]
    public async Task FrontDesk_ChangesPeople_NotProperty()
    {
        var desk = await App.SignInAsync(Company, "frontdesk");
        var home = await HomeAsync(await Director(), "1501");
        (await desk.GetAsync("/registry")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await desk.GetAsync($"/registry/buildings/{home.Building}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await desk.PostAsync("/api/registry/communities", new { name = NewName() })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var put = await desk.SendAsync(HttpMethod.Put, $"/api/registry/units/{home.Unit}", new { number = "1", kind = 1 });
        put.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await desk.GetAsync($"/households/{home.Unit}?person=new")).Ok().SubmitAsync("form[action*='Add']", new() { ["name"] = "周远", ["role"] = "1" })).Ok();
        var page = (await desk.GetAsync($"/households/{home.Unit}?edit=unit")).Ok();
        page.Document.QuerySelector("form[action*='handler=Unit']").ShouldBeNull();
        var engineer = await App.SignInAsync(Company, "eng1");
        (await engineer.PostAsync($"/api/registry/households/{home.Unit}/move-out", new { relations = new[] { Guid.Empty } })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AnotherCompanys_IsNotThere()
    {
        var home = await HomeAsync(await Director(), "1501");
        var stranger = await App.SignInAsync("considerate", "director");
        foreach (var url in new[] { $"/registry?community={home.Community}", $"/registry/buildings/{home.Building}", $"/households/{home.Unit}?edit=unit" })
            (await stranger.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound, url);
        async Task<HttpStatusCode> Of(HttpMethod method, string url, object? body)
        {
            using var answer = await stranger.SendAsync(method, url, body);
            return answer.StatusCode;
        }

        (await Of(HttpMethod.Post, $"/api/registry/communities/{home.Community}/buildings", new { name = "9" })).ShouldBe(HttpStatusCode.NotFound);
        (await Of(HttpMethod.Put, $"/api/registry/buildings/{home.Building}", new { name = "9" })).ShouldBe(HttpStatusCode.NotFound);
        (await Of(HttpMethod.Post, $"/api/registry/entrances/{home.Entrance}/units", new { numbers = new[] { "1" } })).ShouldBe(HttpStatusCode.NotFound);
        (await Of(HttpMethod.Delete, $"/api/registry/units/{home.Unit}", null)).ShouldBe(HttpStatusCode.NotFound);
        (await Of(HttpMethod.Put, $"/api/registry/units/{home.Unit}", new { number = "9", kind = 1 })).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Supervisor_OfOneCommunity_ArrangesNoOther()
    {
        var (director, admin) = (await Director(), await App.SignInAsync(Company, "admin"));
        var (own, other) = (await HomeAsync(director, "1501"), await HomeAsync(director, "1501"));
        var user = $"sup-{own.Community.ToString("N")[^8..]}";
        var made = await admin.JsonAsync(HttpMethod.Post, "/api/identity/staff",
            new { userName = user, name = "主管甲", department = "customer-service", roles = new[] { "supervisor" }, communityIds = new[] { own.Community } }, HttpStatusCode.Created);
        var link = new Uri((await admin.JsonAsync(HttpMethod.Post, $"/api/identity/staff/{made.GetProperty("id").GetString()}/link")).GetProperty("address").GetString()!).AbsolutePath;
        (await (await App.Anonymous(Company).GetAsync(link)).Ok().SubmitAsync("main form", new() { ["newPassword"] = TestApp.Password, ["repeat"] = TestApp.Password })).Ok();
        var supervisor = await App.SignInAsync(Company, user);
        (await supervisor.GetAsync("/registry")).Ok().Text.ShouldContain(own.Name);
        (await supervisor.GetAsync($"/registry?community={other.Community}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await supervisor.GetAsync($"/registry/buildings/{other.Building}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await supervisor.PostAsync($"/api/registry/communities/{other.Community}/buildings", new { name = "9" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await supervisor.PostAsync($"/api/registry/communities/{own.Community}/buildings", new { name = "9" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await supervisor.PostAsync("/api/registry/communities", new { name = NewName() })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}

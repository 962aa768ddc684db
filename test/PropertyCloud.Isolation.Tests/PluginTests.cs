using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Settings;
using PropertyCloud.Testing;

namespace PropertyCloud.Isolation.Tests;

/// <summary>The sample plug-in in a host that knows nothing of it: everything a module of the solution has.</summary>
public abstract class PluginTests(PluginAppFixture fixture)
{
    private const string Company = "standard";
    private TestApp App => fixture.App;

    [Fact]
    public async Task Page_InBothLanguages_WithItsMenuEntry_AndItsStaticFile()
    {
        var desk = await App.SignInAsync(Company, "frontdesk");
        var page = await desk.Http.GetStringAsync("/lost-and-found");
        page.ShouldContain("<h1>失物招领</h1>");
        page.ShouldContain("href=\"/lost-and-found\"");
        var english = App.Anonymous(Company);
        english.Http.DefaultRequestHeaders.Add("Accept-Language", "en");
        await english.SignInAsync("frontdesk", TestApp.Password);
        (await english.Http.GetStringAsync("/lost-and-found")).ShouldContain("<h1>Lost and found</h1>");
        (await desk.Http.GetStringAsync("/_content/PropertyCloud.LostAndFound/lost-and-found.css")).ShouldContain(".lost-items");
    }

    [Fact]
    public async Task Permission_IsAskedFor()
    {
        var engineer = await App.SignInAsync(Company, "eng1");
        using var page = await engineer.Http.GetAsync("/lost-and-found");
        page.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var list = await engineer.Http.GetAsync("/api/lost-and-found/items");
        list.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Setting_DecidesHowLongAnItemIsKept()
    {
        await App.In(Company, services => services.GetRequiredService<ISettings>().SetAsync((SettingDefinition<int>)services.GetRequiredService<ModuleCatalog>().Settings.Single(s => s.Name == "lost-and-found.keep-days"), 7));
        var desk = await App.SignInAsync(Company, "frontdesk");
        var id = await RegisterAsync(desk, "一把伞");
        var item = await desk.JsonAsync(HttpMethod.Get, $"/api/lost-and-found/items/{id}");
        (item.GetProperty("keptUntil").GetDateTime() - item.GetProperty("foundAt").GetDateTime()).ShouldBe(TimeSpan.FromDays(7));
    }

    [Fact]
    public async Task BadInput_NamesTheField_InTheReadersLanguage()
    {
        var desk = await App.SignInAsync(Company, "frontdesk");
        using var answer = await desk.PostAsync("/api/lost-and-found/items", new { what = " ", where = "大堂" });
        ((int)answer.StatusCode).ShouldBe(422);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("填写捡到了什么");
    }

    [Fact]
    public async Task ButlersEvent_HandsTheItemOut()
    {
        var desk = await App.SignInAsync(Company, "supervisor");
        var request = await AskAsync(App, "我的伞落在大堂了");
        var id = await RegisterAsync(desk, "蓝色雨伞", request);
        await desk.JsonAsync(HttpMethod.Post, $"/api/butler/requests/{request}/accept", new { });
        await desk.JsonAsync(HttpMethod.Post, $"/api/butler/requests/{request}/complete", new { text = "已经交还" });
        await App.SettleAsync();
        (await desk.JsonAsync(HttpMethod.Get, $"/api/lost-and-found/items/{id}")).GetProperty("status").GetString().ShouldBe("HandedOut");
    }

    /// <summary>Two hosts on one database, with it and then without: nothing of the product is harmed, and nothing of its is lost.</summary>
    [Fact]
    public async Task TakenAway_LeavesTheProductWhole()
    {
        using var plugins = await PluginFolder.WithSampleAsync();
        await using var with = await TestApp.StartAsync(App.Engine, settings: plugins.Settings);
        var id = await RegisterAsync(await with.SignInAsync(Company, "frontdesk"), "钥匙");
        await with.SettleAsync();

        await using var without = with.Again(new Dictionary<string, string?> { ["Plugins:Enabled"] = "false" });
        var desk = await without.SignInAsync(Company, "supervisor");
        using var gone = await desk.Http.GetAsync("/lost-and-found");
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await desk.Http.GetStringAsync("/today")).ShouldNotContain("失物招领");
        await AskAsync(without, "照常可用");
        await without.SettleAsync();

        await using var again = with.Again(plugins.Settings);
        (await (await again.SignInAsync(Company, "frontdesk")).JsonAsync(HttpMethod.Get, $"/api/lost-and-found/items/{id}")).GetProperty("what").GetString().ShouldBe("钥匙");
    }

    private static async Task<Guid> AskAsync(TestApp app, string words)
    {
        var resident = await app.SignInAsync(Company, "resident1");
        var unit = (await resident.GetAsync("/home/ask/enquiry")).Ok().Document.QuerySelector("input[name=unit]")!.GetAttribute("value");
        return (await resident.JsonAsync(HttpMethod.Post, "/api/butler/requests/mine", new { kind = "enquiry", description = words, unitId = unit, channel = 1 }, HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }

    private static async Task<Guid> RegisterAsync(TestClient desk, string what, Guid? request = null) =>
        (await desk.JsonAsync(HttpMethod.Post, "/api/lost-and-found/items", new { what, where = "大堂", requestId = request }, HttpStatusCode.Created)).GetProperty("id").GetGuid();
}

public sealed class PluginOnSqliteTests(SqlitePluginApp app) : PluginTests(app), IClassFixture<SqlitePluginApp>;

public sealed class PluginOnMariaDbTests(MariaDbPluginApp app) : PluginTests(app), IClassFixture<MariaDbPluginApp>;

using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Tenants.Companies;
using PropertyCloud.Tenants.Data;
using PropertyCloud.Tenants.Store;
using PropertyCloud.Testing;

namespace PropertyCloud.Tenants.Tests.Http;

/// <summary>The operator's pages and use cases, and what a company's people see of them.</summary>
public abstract class PlatformHttpTests(AppFixture fixture)
{
    private const string Operator = "tenants-operator";
    private static int _number;
    private TestApp App => fixture.App;

    private static string NewLabel() => $"fresh-{Interlocked.Increment(ref _number)}-{Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToString("N")[^6..]}";

    private async Task<TestClient> OperatorAsync()
    {
        await App.In("", async services =>
        {
            var operators = await services.GetRequiredService<IStaffLookup>().ListAsync(SeededRoles.PlatformOperator);
            if (operators.All(o => o.Name != "测试运营"))
                await services.GetRequiredService<IStaffAccounts>().CreateAsync(new NewStaff(Operator, "测试运营", null, SeededRoles.PlatformOperator, Password: TestApp.Password));
        });
        var client = App.Anonymous("");
        await client.SignInAsync(Operator, TestApp.Password);
        return client;
    }

    private static Dictionary<string, string> Form(string label, string template = "standard") => new()
    {
        ["displayName"] = "新城物业", ["label"] = label, ["templateCode"] = template, ["administratorName"] = "林岚", ["administratorUserName"] = "admin", ["administratorPhone"] = "",
    };

    private static async Task<TestPage> CreateAsync(TestClient operators, Dictionary<string, string> form) =>
        await (await operators.GetAsync("/platform/new")).Ok().SubmitAsync("main form", form);

    private Task<int> IdOf(string label) => App.In("", services =>
        services.GetRequiredService<TenantsDbContext>().Companies.Where(c => c.Label == label).Select(c => c.TenantId).SingleAsync());

    [Fact]
    public async Task List_ShowsCompaniesWithCounts_AndFindsByText()
    {
        var operators = await OperatorAsync();
        var all = (await operators.GetAsync("/platform")).Ok();
        all.Document.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThanOrEqualTo(5);
        var found = (await operators.GetAsync("/platform?q=landsc")).Ok();
        found.Document.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("landscape");
        (await operators.GetAsync("/platform?q=nobody-has-this")).Ok().Text.ShouldContain("没有符合的公司");
    }

    [Theory]
    [InlineData("/platform")]
    [InlineData("/platform/new")]
    [InlineData("/platform/2")]
    [InlineData("/api/tenants/companies")]
    public async Task OperatorsPages_OnACompanysAddress_AreNotThere(string url)
    {
        (await App.Anonymous("standard").GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await App.SignInAsync("standard", "admin")).GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/company")]
    [InlineData("/api/tenants/company")]
    public async Task CompanysPages_OnThePlatform_AreNotThere(string url) => (await (await OperatorAsync()).GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Create_ShowsTheLinkOnce_AndTheLinkOpensTheNewAddress()
    {
        var operators = await OperatorAsync();
        var label = NewLabel();
        var page = (await CreateAsync(operators, Form(label))).Ok();
        page.Url.AbsolutePath.ShouldStartWith("/platform/");
        var link = new Uri(page.Document.QuerySelector(".info .pre")!.TextContent.Trim());
        link.Host.ShouldStartWith(label + ".");
        (await operators.GetAsync(page.Url.AbsolutePath)).Ok().Document.QuerySelector(".info .pre").ShouldBeNull("shown once");
        (await App.Anonymous(label).GetAsync(link.AbsolutePath)).Ok();
    }

    [Fact, Trait("Requirement", "R188")]
    public async Task Create_FromATemplateWithLists_LetsTheCompanyFillThem()
    {
        var admin = await App.SignInAsync("five-star", "admin");
        var page = (await admin.GetAsync("/company")).Ok();
        page.Text.ShouldContain("五项特色服务");
        var saved = (await page.SubmitAsync("form:has(input[value='special-services'])", new() { ["entries"] = "礼宾接待\n商务助理" })).Ok();
        saved.Text.ShouldContain("现在有 2 项");
    }

    [Fact]
    public async Task Create_WithABadLabel_SaysWhyAndKeepsWhatWasTyped()
    {
        var page = await CreateAsync(await OperatorAsync(), Form("www"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("这个网址名称是保留的");
        page.Document.QuerySelector("input[name=displayName]")!.GetAttribute("value").ShouldBe("新城物业");
    }

    [Fact]
    public async Task Create_WithATakenLabel_IsRefused()
    {
        var page = await CreateAsync(await OperatorAsync(), Form("standard"));
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("已经有人用了");
    }

    [Fact]
    public async Task Create_SentTwice_MakesOneCompany()
    {
        var operators = await OperatorAsync();
        var label = NewLabel();
        var form = (await operators.GetAsync("/platform/new")).Ok();
        (await form.SubmitAsync("main form", Form(label))).Ok();
        (await form.SubmitAsync("main form", Form(label))).Ok().Url.AbsolutePath.ShouldBe($"/platform/{await IdOf(label)}");
    }

    [Fact]
    public async Task Create_WithTheLabelOfARemovedCompany_IsRefused()
    {
        var label = NewLabel();
        (await CreateAsync(await OperatorAsync(), Form(label))).Ok();
        await App.In("", async services =>
        {
            var db = services.GetRequiredService<TenantsDbContext>();
            var company = await db.Companies.SingleAsync(c => c.Label == label);
            company.Block("合同到期", App.Now);
            company.Remove(App.Now);
            await db.SaveCatalogueAsync(default);
            services.GetRequiredService<ITenantStore>().Forget(company.TenantId);
        });
        (await App.Anonymous(label).GetAsync("/")).Status.ShouldBe(HttpStatusCode.NotFound);
        var refused = await App.In("", async services => await Should.ThrowAsync<DomainException>(() => services.GetRequiredService<CreateCompany>()
            .HandleAsync(new CreateCompanyRequest(label, "又一家", "standard", "林岚", "admin", null))));
        refused.Code.ShouldBe("tenants.label-taken");
    }

    [Fact]
    public async Task Create_AfterItBrokeOff_GoesOnWhereItStopped()
    {
        await using var app = await TestApp.StartAsync(App.Engine, services => services.AddScoped<ITemplateSection, BreaksOnce>());
        BreaksOnce.Left = 1;
        var request = new CreateCompanyRequest("broken-off", "半路物业", "standard", "林岚", "admin", null);
        await app.In("", async services => await Should.ThrowAsync<InvalidOperationException>(() => services.GetRequiredService<CreateCompany>().HandleAsync(request)));
        (await app.Anonymous("broken-off").GetAsync("/")).Status.ShouldBe(HttpStatusCode.NotFound, "not finished, no address");
        var created = await app.In("", services => services.GetRequiredService<CreateCompany>().HandleAsync(request));
        created.AdministratorLink.ShouldNotBeNull();
        (await app.Anonymous("broken-off").GetAsync("/sign-in")).Ok();
    }

    [Fact]
    public async Task Block_ShutsItsPeopleOutAtOnce_AndReactivateLetsThemIn()
    {
        var operators = await OperatorAsync();
        var label = NewLabel();
        (await CreateAsync(operators, Form(label))).Ok();
        var id = await IdOf(label);
        var page = (await operators.GetAsync($"/platform/{id}")).Ok();
        (await page.SubmitAsync("#block form", new() { ["reason"] = "" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var blocked = (await page.SubmitAsync("#block form", new() { ["reason"] = "三个月没有付费" })).Ok();
        blocked.Text.ShouldContain("三个月没有付费");
        var seen = await App.Anonymous(label).GetAsync("/sign-in");
        seen.Status.ShouldBe(HttpStatusCode.Forbidden);
        seen.Text.ShouldContain("暂停使用");
        seen.Text.ShouldNotContain("三个月没有付费");
        var colours = seen.Document.QuerySelector("link[href^='/brand/']")!.GetAttribute("href")!;
        (await App.Anonymous(label).GetAsync(colours)).Ok().Html.ShouldContain("--pc-brand", customMessage: "the page keeps the company's colours");
        (await blocked.SubmitAsync("#reactivate form")).Ok();
        (await App.Anonymous(label).GetAsync("/sign-in")).Ok();
        var acts = (await operators.GetAsync($"/platform/{id}")).Ok().Document.QuerySelectorAll(".rows li").Select(li => li.TextContent).ToList();
        acts.ShouldContain(a => a.Contains("停用", StringComparison.Ordinal) && a.Contains("测试运营", StringComparison.Ordinal));
    }

    /// <summary>The one page of a blocked company is read in both languages, in large type and in the dark, signed in or not; nothing else of
    /// the company opens by it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Suspended_IsReadInTheReadersLanguageAndSize(bool signedIn)
    {
        var operators = await OperatorAsync();
        var label = NewLabel();
        var created = (await CreateAsync(operators, Form(label))).Ok();
        var reader = App.Anonymous(label);
        if (signedIn)
        {
            var link = new Uri(created.Document.QuerySelector(".info .pre")!.TextContent.Trim());
            (await (await reader.GetAsync(link.AbsolutePath)).Ok().SubmitAsync("main form", new() { ["newPassword"] = "Correct-Horse-9", ["repeat"] = "Correct-Horse-9" })).Ok();
        }

        (await (await operators.GetAsync($"/platform/{await IdOf(label)}")).Ok().SubmitAsync("#block form", new() { ["reason"] = "三个月没有付费" })).Ok();
        var chinese = await reader.GetAsync("/today");
        (chinese.Status, chinese.Document.DocumentElement.GetAttribute("lang")).ShouldBe((HttpStatusCode.Forbidden, "zh-CN"));
        var english = await chinese.SubmitAsync("form.langs", new() { ["language"] = "en" });
        (english.Status, english.Document.DocumentElement.GetAttribute("lang")).ShouldBe((HttpStatusCode.Forbidden, "en"));
        english.Document.QuerySelector("main")!.TextContent.ShouldContain("is suspended");
        (await reader.GetAsync("/")).Document.DocumentElement.GetAttribute("lang").ShouldBe("en", "the device keeps it");
        var large = await english.SubmitAsync(".plain-set form:has(button[name=elder])", new() { ["elder"] = "1" });
        large.Document.DocumentElement.ClassList.ShouldContain("elder");
        (await large.SubmitAsync("form.plain-theme", new() { ["theme"] = "dark" })).Document.DocumentElement.GetAttribute("data-theme").ShouldBe("dark");
        (await large.SubmitAsync("form.langs", new() { ["language"] = "zh-CN" })).Text.ShouldContain("暂停使用");
        (await reader.GetAsync("/preferences")).Text.ShouldContain("暂停使用", customMessage: "choosing goes by a post; the page of choices is not shown");
        (await reader.GetAsync("/promises")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task NewLink_ReplacesTheFirst()
    {
        var operators = await OperatorAsync();
        var label = NewLabel();
        var first = (await CreateAsync(operators, Form(label))).Ok();
        var old = new Uri(first.Document.QuerySelector(".info .pre")!.TextContent.Trim());
        var second = (await first.SubmitAsync("#new-link form")).Ok();
        var link = new Uri(second.Document.QuerySelector(".info .pre")!.TextContent.Trim());
        link.ShouldNotBe(old);
        (await App.Anonymous(label).GetAsync(link.AbsolutePath)).Ok();
        (await App.Anonymous(label).GetAsync(old.AbsolutePath)).Document.QuerySelector("input[name=newPassword]").ShouldBeNull("the old one no longer works");
    }

    [Fact]
    public async Task Address_IsShownWhileTyping()
    {
        var operators = await OperatorAsync();
        (await operators.GetAsync("/platform/new?handler=Address&label=yunting")).Ok().Text.ShouldContain("http://yunting.localhost:5000/");
        (await operators.GetAsync("/platform/new?handler=Address&label=standard")).Ok().Text.ShouldContain("已经有人用了");
        (await operators.GetAsync("/platform/new?handler=Address&label=a")).Ok().Text.ShouldContain("3 到 32");
    }

    [Fact, Trait("Requirement", "R192")]
    public async Task Company_ChangesItsWord_AndASecondEditorIsToldOfTheFirst()
    {
        var admin = await App.SignInAsync("landscape", "admin");
        var page = (await admin.GetAsync("/company")).Ok();
        var stale = (await admin.GetAsync("/company")).Ok();
        (await page.SubmitAsync("main form", new() { ["butler"] = "生活管家", ["butlerEn"] = "Life Butler" })).Ok();
        var wording = await App.In("landscape", async services => await services.GetRequiredService<Kernel.Localization.IWordingSource>().GetAsync());
        wording.Butler.ShouldBe("生活管家");
        (await stale.SubmitAsync("main form", new() { ["butler"] = "大管家" })).Status.ShouldBe(HttpStatusCode.Conflict);
        var wrong = await (await admin.GetAsync("/company")).SubmitAsync("main form", new() { ["colour"] = "red" });
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain("颜色写成");
    }

    [Fact]
    public async Task Company_OfAButler_IsNotPermitted() => (await (await App.SignInAsync("standard", "butler1")).GetAsync("/company")).Status.ShouldBe(HttpStatusCode.Forbidden);

    [Fact]
    public async Task Preview_WarnsOfARedBrand()
    {
        var admin = await App.SignInAsync("standard", "admin");
        (await admin.GetAsync("/company?handler=Preview&colour=%23B3261E")).Ok().Text.ShouldContain("红色和橙色在这里表示");
        (await admin.GetAsync("/company?handler=Preview&colour=%230F5F73")).Ok().Text.ShouldNotContain("红色和橙色在这里表示");
    }

    [Fact]
    public async Task Store_OfAnotherHost_LearnsOfAChangeAtItsNextLook()
    {
        var other = new TenantStore(App.Services.GetRequiredService<IServiceScopeFactory>(), App.Services.GetRequiredService<ModuleCatalog>());
        var label = NewLabel();
        (await other.FindByNameAsync(label)).ShouldBeNull();
        (await CreateAsync(await OperatorAsync(), Form(label))).Ok();
        await other.LookAgainAsync(default);
        (await other.FindByNameAsync(label)).ShouldNotBeNull("an unknown name is not remembered as unknown");
    }

    [Fact]
    public async Task Programs_CreateAndListCompanies()
    {
        var operators = await OperatorAsync();
        var label = NewLabel();
        var created = await operators.JsonAsync(HttpMethod.Post, "/api/tenants/companies",
            new { label, displayName = "程序物业", templateCode = "considerate", administratorName = "林岚", administratorUserName = "admin" }, HttpStatusCode.Created);
        created.GetProperty("administratorLink").GetString()!.ShouldContain(label);
        var list = await operators.JsonAsync(HttpMethod.Get, $"/api/tenants/companies?q={label}");
        list.GetProperty("page").GetProperty("total").GetInt32().ShouldBe(1);
    }

    /// <summary>Breaks the first creation in the middle, as a crash would.</summary>
    private sealed class BreaksOnce : ITemplateSection
    {
        public static int Left;
        public string Section => "wording";
        public Task ApplyAsync(JsonElement section, CancellationToken cancellation) =>
            Interlocked.Decrement(ref Left) >= 0 ? throw new InvalidOperationException("broken off") : Task.CompletedTask;
    }
}

public sealed class PlatformOnSqlite(SqliteApp fixture) : PlatformHttpTests(fixture), IClassFixture<SqliteApp>;

[Trait("Engine", "MariaDb")]
public sealed class PlatformOnMariaDb(MariaDbApp fixture) : PlatformHttpTests(fixture), IClassFixture<MariaDbApp>;

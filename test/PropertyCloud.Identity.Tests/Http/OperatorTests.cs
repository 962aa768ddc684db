using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Operators;
using PropertyCloud.Kernel.Auditing;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Testing;

namespace PropertyCloud.Identity.Tests.Http;

/// <summary>Operators let each other in and shut each other out, on the platform's own address only.</summary>
public abstract class OperatorTests(IdentityApp fixture)
{
    private const string List = "/platform/operators";
    private TestApp App => fixture.App;

    private async Task<TestClient> OperatorAsync()
    {
        var client = App.Anonymous("");
        await client.SignInAsync("operator", TestApp.Password);
        return client;
    }

    private static async Task<(TestPage Page, Uri Link)> InviteAsync(TestClient by, string userName)
    {
        var page = (await (await by.GetAsync(List)).Ok().SubmitAsync("#invite form", new() { ["name"] = "沈值班", ["userName"] = userName, ["phone"] = "" })).Ok();
        page.Url.AbsolutePath.ShouldStartWith($"{List}/");
        return (page, new Uri(page.Document.QuerySelector("#link-address")!.GetAttribute("value")!));
    }

    private async Task<TestClient> ComeInAsync(Uri link)
    {
        var client = App.Anonymous("");
        (await (await client.GetAsync(link.AbsolutePath)).Ok().SubmitAsync("main form", new() { ["newPassword"] = People.Password, ["repeat"] = People.Password })).Ok();
        return client;
    }

    [Fact]
    public async Task Invited_ComesInByTheLinkThatIsShownOnce_AndOperates()
    {
        var first = await OperatorAsync();
        var (page, link) = await InviteAsync(first, People.NewName("op"));
        link.Host.ShouldBe("localhost");
        (await first.GetAsync(page.Url.AbsolutePath)).Ok().Document.QuerySelector("#link-address").ShouldBeNull("shown once");
        page.Text.ShouldContain("前能用一次");
        var second = await ComeInAsync(link);
        (await second.GetAsync("/platform")).Ok();
        var list = (await second.GetAsync($"{List}?q={Uri.EscapeDataString("沈值班")}")).Ok();
        list.Document.QuerySelectorAll("tbody tr").ShouldNotBeEmpty();
        list.Document.QuerySelectorAll("td[data-k='手机号']").ShouldAllBe(cell => cell.TextContent == "没有留", "a label with nothing behind it says nothing");
        (await first.GetAsync(page.Url.AbsolutePath)).Ok().Text.ShouldContain("用链接设了密码");
        (await App.Anonymous("").GetAsync(link.AbsolutePath)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Invite_RefusesWhatIsWrong_AndKeepsWhatWasTyped()
    {
        var first = await OperatorAsync();
        var refused = await (await first.GetAsync(List)).Ok().SubmitAsync("#invite form", new() { ["name"] = "沈值班", ["userName"] = "1234", ["phone"] = "12" });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelectorAll(".errsum li").Length.ShouldBe(2);
        refused.Document.QuerySelector("#name")!.GetAttribute("value").ShouldBe("沈值班");
        var taken = await (await first.GetAsync(List)).Ok().SubmitAsync("#invite form", new() { ["name"] = "沈值班", ["userName"] = "Operator" });
        taken.Text.ShouldContain("这个用户名已经有人用");
        (await first.GetAsync($"{List}?q=nobody-has-this")).Ok().Text.ShouldContain("没有符合的运营人员");
    }

    [Fact]
    public async Task Invite_SentTwice_MakesOneAccount()
    {
        var first = await OperatorAsync();
        var (name, form) = (People.NewName("op"), (await first.GetAsync(List)).Ok());
        Dictionary<string, string> fields = new() { ["name"] = "沈值班", ["userName"] = name, ["phone"] = "" };
        var once = (await form.SubmitAsync("#invite form", fields)).Ok();
        (await form.SubmitAsync("#invite form", fields)).Ok().Url.ShouldBe(once.Url);
    }

    [Fact]
    public async Task AWithdrawnOrReplacedLink_NoLongerWorks()
    {
        var first = await OperatorAsync();
        var (page, old) = await InviteAsync(first, People.NewName("op"));
        var again = (await page.SubmitAsync("#new-link form")).Ok();
        var link = new Uri(again.Document.QuerySelector("#link-address")!.GetAttribute("value")!);
        (await App.Anonymous("").GetAsync(old.AbsolutePath)).Status.ShouldBe(HttpStatusCode.Gone);
        (await again.SubmitAsync("#withdraw form")).Ok().Text.ShouldContain("链接已作废");
        (await App.Anonymous("").GetAsync(link.AbsolutePath)).Status.ShouldBe(HttpStatusCode.Gone);
        var none = await again.SubmitAsync("#withdraw form");
        none.Status.ShouldBe(HttpStatusCode.Conflict);
        none.Text.ShouldContain("没有还能用的链接");
    }

    [Fact]
    public async Task Disabled_IsOutAtOnce_WithAReasonInTheRecord_AndBackWithTheOldPassword()
    {
        var first = await OperatorAsync();
        var name = People.NewName("op");
        var (page, link) = await InviteAsync(first, name);
        var second = await ComeInAsync(link);
        (await page.SubmitAsync("#deactivate form", new() { ["reason"] = " " })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var after = (await page.SubmitAsync("#deactivate form", new() { ["reason"] = "离职" })).Ok();
        after.Document.QuerySelector(".rows")!.TextContent.ShouldContain("离职");
        after.Document.QuerySelector(".rows")!.TextContent.ShouldContain("平台运营");
        (await second.GetAsync("/platform")).Url.AbsolutePath.ShouldBe("/sign-in");
        (await App.Anonymous("").TryAsync(name, People.Password)).IsSignedIn().ShouldBeFalse();
        (await first.PostAsync($"/api/identity/operators/{Id(page)}/link")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await after.SubmitAsync("form[action*='Reactivate']")).Ok();
        (await App.Anonymous("").TryAsync(name, People.Password)).IsSignedIn().ShouldBeTrue();
    }

    [Fact]
    public async Task NobodyDisablesTheirOwnAccount()
    {
        var (_, link) = await InviteAsync(await OperatorAsync(), People.NewName("op"));
        var second = await ComeInAsync(link);
        var me = (await second.JsonAsync(HttpMethod.Get, "/api/identity/me")).GetProperty("id").GetGuid();
        (await second.GetAsync($"{List}/{me}")).Ok().Document.QuerySelector("#deactivate").ShouldBeNull();
        using var refused = await second.PostAsync($"/api/identity/operators/{me}/deactivate", new { reason = "自己" });
        (refused.StatusCode, await refused.CodeAsync()).ShouldBe((HttpStatusCode.Conflict, "identity.own-account"));
    }

    /// <summary>Whoever was invited and never came in does not count: they could let nobody in again.</summary>
    [Fact]
    public async Task TheLastWhoCanSignIn_IsNeverDisabled()
    {
        await using var app = await TestApp.StartAsync(App.Engine);
        await app.In("", async services =>
        {
            var db = services.GetRequiredService<IdentityDbContext>();
            var only = await db.Users.SingleAsync();
            services.GetRequiredService<CurrentUser>().Become(await services.GetRequiredService<IUserAccessSource>().FindAsync(only.Id, default));
            var invited = await services.GetRequiredService<InviteOperator>().HandleAsync(new("waiting", "还没来", null), default);
            services.GetRequiredService<CurrentUser>().Become(null);
            var manage = services.GetRequiredService<ManageOperator>();
            (await Should.ThrowAsync<DomainException>(() => manage.DeactivateAsync(only.Id, "最后一位", default))).Code.ShouldBe("identity.last-operator");
            await manage.DeactivateAsync(invited.Id, "不来了", default);
            var acts = await db.Set<AuditEntry>().Where(a => a.Subject == invited.Id).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync();
            acts.ShouldBe(["identity.staff-created", "identity.link-issued", "identity.staff-deactivated"], ignoreOrder: true);
        });
    }

    [Fact]
    public async Task OnACompanysAddress_OperatorsAreNotThere()
    {
        var admin = await App.AdministratorAsync();
        foreach (var url in new[] { List, $"{List}/{Guid.Empty}", "/api/identity/operators", $"/api/identity/operators/{Guid.Empty}" })
            (await admin.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound, url);
        (await admin.PostAsync("/api/identity/operators", new { userName = "intruder", name = "外人" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var refused = await App.In("standard", services => Should.ThrowAsync<DomainException>(() => services.GetRequiredService<InviteOperator>().HandleAsync(new("intruder", "外人", null), default)));
        refused.Status.ShouldBe(404);
    }

    [Fact]
    public async Task Programs_DoTheSame()
    {
        var first = await OperatorAsync();
        var made = await first.JsonAsync(HttpMethod.Post, "/api/identity/operators", new { userName = People.NewName("op"), name = "沈值班" }, HttpStatusCode.Created);
        made.GetProperty("link").GetString()!.ShouldContain("/link/");
        var url = $"/api/identity/operators/{made.GetProperty("id").GetGuid()}";
        (await first.JsonAsync(HttpMethod.Get, url)).GetProperty("linkUntil").GetDateTime().ShouldBe(App.Now.AddHours(72));
        (await first.JsonAsync(HttpMethod.Post, $"{url}/link")).GetProperty("address").GetString()!.ShouldContain("/link/");
        (await first.PostAsync($"{url}/withdraw-link")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await first.PostAsync($"{url}/deactivate", new { reason = "不来了" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await first.JsonAsync(HttpMethod.Get, "/api/identity/operators?state=inactive")).GetProperty("items").GetArrayLength().ShouldBeGreaterThan(0);
        (await first.PostAsync($"{url}/reactivate")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await App.Anonymous("").SendAsync(HttpMethod.Get, url)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static string Id(TestPage page) => page.Url.Segments[^1];
}

public sealed class OperatorsOnSqliteTests(SqliteIdentityApp app) : OperatorTests(app), IClassFixture<SqliteIdentityApp>;

public sealed class OperatorsOnMariaDbTests(MariaDbIdentityApp app) : OperatorTests(app), IClassFixture<MariaDbIdentityApp>;

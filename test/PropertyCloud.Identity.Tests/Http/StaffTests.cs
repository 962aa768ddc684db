using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Testing;

namespace PropertyCloud.Identity.Tests.Http;

public abstract class StaffTests(IdentityApp fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task List_ShowsStaffAndNoResidents_WithMaskedPhones()
    {
        var page = (await (await AdminAsync()).GetAsync("/staff")).Ok();
        page.Document.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.Text.ShouldContain("136****");
        page.Html.ShouldNotContain("13601000003");
        page.Text.ShouldNotContain("resident1");
    }

    [Theory]
    [InlineData("q=%E9%99%88%E7%AB%8B", "陈立", "郭建华")]
    [InlineData("q=0003", "陈立", "郭建华")]
    [InlineData("q=1006", "郭建华", "陈立")]
    [InlineData("department=engineering", "郭建华", "陈立")]
    [InlineData("role=supervisor", "陈立", "郭建华")]
    public async Task List_Filters(string query, string shown, string hidden)
    {
        var page = (await (await AdminAsync()).GetAsync($"/staff?{query}")).Ok();
        page.Document.QuerySelector("table")!.TextContent.ShouldContain(shown);
        page.Document.QuerySelector("table")!.TextContent.ShouldNotContain(hidden);
    }

    [Fact]
    public async Task List_WithoutMatch_OffersToClearTheFilter()
    {
        var page = (await (await AdminAsync()).GetAsync("/staff?q=zzzz")).Ok();
        page.Document.QuerySelector("table").ShouldBeNull();
        page.Document.QuerySelectorAll("main a[href='/staff']").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Export_IsMasked_AndReadableBySpreadsheets()
    {
        using var response = await (await AdminAsync()).Http.GetAsync("/staff?handler=Export");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        bytes.Take(3).ShouldBe([0xEF, 0xBB, 0xBF]);
        var text = Encoding.UTF8.GetString(bytes);
        text.ShouldContain("陈立");
        text.ShouldContain("136****0003");
        text.ShouldNotContain("13601000003");
    }

    [Fact]
    public async Task Pages_AreForAdministrators()
    {
        var butler = await FreshAsync("butler1");
        (await butler.GetAsync("/staff")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await butler.PostAsync("/api/identity/staff", People.Input(People.NewName()))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await App.Anonymous("standard").GetAsync("/staff")).Url.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task New_ByTheForm_ThenALink_ThenTheyAreIn()
    {
        var admin = await AdminAsync();
        var userName = People.NewName();
        var form = (await admin.GetAsync("/staff/new")).Ok();
        var detail = (await form.SubmitAsync("main form", new() { ["userName"] = userName, ["name"] = "沈一诺", ["phone"] = "138 1111 2222", ["roles"] = SeededRoles.Butler, ["department"] = Departments.CustomerService })).Ok();
        detail.Url.AbsolutePath.ShouldStartWith("/staff/");
        var issued = (await detail.SubmitAsync("form[action*='handler=Link']")).Ok();
        var link = new Uri(issued.Document.QuerySelector("#link-address")!.GetAttribute("value")!);
        (await admin.GetAsync(detail.Url.AbsolutePath)).Document.QuerySelector("#link-address").ShouldBeNull();
        var client = App.Anonymous("standard");
        (await (await client.GetAsync(link.AbsolutePath)).SubmitAsync("main form", new() { ["newPassword"] = People.Password, ["repeat"] = People.Password })).Ok();
        (await App.Anonymous("standard").TryAsync("13811112222", People.Password)).IsSignedIn().ShouldBeTrue();
    }

    [Fact]
    public async Task New_WithErrors_KeepsWhatWasTyped()
    {
        var form = await (await AdminAsync()).GetAsync("/staff/new");
        var page = await form.SubmitAsync("main form", new() { ["userName"] = "7", ["name"] = "沈一诺", ["phone"] = "abc" });
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Document.QuerySelectorAll(".errsum li").Length.ShouldBe(3);
        page.Document.QuerySelector("#name")!.GetAttribute("value").ShouldBe("沈一诺");
    }

    [Fact]
    public async Task New_SentTwice_MakesOne()
    {
        var form = await (await AdminAsync()).GetAsync("/staff/new");
        var fields = new Dictionary<string, string> { ["userName"] = People.NewName(), ["name"] = "沈一诺", ["roles"] = SeededRoles.Butler };
        var first = (await form.SubmitAsync("main form", fields)).Ok();
        var second = (await form.SubmitAsync("main form", fields)).Ok();
        second.Url.AbsolutePath.ShouldBe(first.Url.AbsolutePath);
    }

    [Fact]
    public async Task New_WithATakenNameOrPhone_IsRefused_ButNotInAnotherCompany()
    {
        var admin = await AdminAsync();
        var userName = People.NewName();
        await admin.CreateAsync(People.Input(userName, phone: "13911113333"));
        (await admin.PostAsync("/api/identity/staff", People.Input(userName.ToUpperInvariant()))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await admin.PostAsync("/api/identity/staff", People.Input(People.NewName(), phone: "+86 139-1111-3333"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await (await App.AdministratorAsync("considerate")).CreateAsync(People.Input(userName, phone: "13911113333"));
    }

    [Fact]
    public async Task Detail_OfAnotherCompany_IsNotFound()
    {
        var id = await (await App.AdministratorAsync("considerate")).CreateAsync(People.Input(People.NewName()));
        var admin = await AdminAsync();
        (await admin.GetAsync($"/staff/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.PostAsync($"/api/identity/staff/{id}/deactivate")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await admin.PostAsync($"/api/identity/staff/{id}/link")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Edit_OfAStaleForm_IsRefused()
    {
        var admin = await AdminAsync();
        var id = await admin.CreateAsync(People.Input(People.NewName()));
        var form = await admin.GetAsync($"/staff/{id}");
        (await (await admin.GetAsync($"/staff/{id}")).SubmitAsync("form[action='/staff/" + id + "']", new() { ["name"] = "沈二诺" })).Ok();
        (await form.SubmitAsync("form[action='/staff/" + id + "']", new() { ["name"] = "沈三诺" })).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Deactivate_EndsTheSessionAtOnce_AndReactivateLetsInAgain()
    {
        var admin = await AdminAsync();
        var (id, userName, client) = await admin.NewStaffAsync("standard");
        (await client.StillInAsync()).ShouldBeTrue();
        var page = await admin.GetAsync($"/staff/{id}");
        (await page.SubmitAsync("form[action*='handler=Deactivate']", new() { ["reason"] = "离职" })).Ok();
        (await client.StillInAsync()).ShouldBeFalse();
        (await App.Anonymous("standard").TryAsync(userName, People.Password)).IsSignedIn().ShouldBeFalse();
        (await (await admin.GetAsync($"/staff/{id}")).SubmitAsync("form[action*='handler=Reactivate']")).Ok();
        (await App.Anonymous("standard").TryAsync(userName, People.Password)).IsSignedIn().ShouldBeTrue();
    }

    [Fact]
    public async Task Role_Changed_CountsAtOnce_WithoutANewSignIn()
    {
        var admin = await AdminAsync();
        var (id, _, client) = await admin.NewStaffAsync("standard");
        (await client.GetAsync("/staff")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await admin.SendAsync(HttpMethod.Put, $"/api/identity/staff/{id}", People.Input("", SeededRoles.CompanyAdministrator))).EnsureSuccessStatusCode();
        (await client.GetAsync("/staff")).Ok();
        (await admin.SendAsync(HttpMethod.Put, $"/api/identity/staff/{id}", People.Input("", SeededRoles.Butler))).EnsureSuccessStatusCode();
        (await client.GetAsync("/staff")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task LastAdministrator_StaysOne()
    {
        var admin = await App.AdministratorAsync("five-star");
        var id = await IdAsync(admin);
        var input = People.Input("", SeededRoles.Butler);
        (await (await admin.SendAsync(HttpMethod.Put, $"/api/identity/staff/{id}", input)).CodeAsync()).ShouldBe("identity.last-administrator");
        (await admin.PostAsync($"/api/identity/staff/{id}/deactivate")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await admin.StillInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task TwoAdministrators_RemovingEachOther_LeaveOne()
    {
        var first = await App.AdministratorAsync("little-butler");
        var (secondId, _, second) = await first.NewStaffAsync("little-butler", SeededRoles.CompanyAdministrator);
        var firstId = await IdAsync(first);
        await Task.WhenAll(first.TokenAsync(), second.TokenAsync());
        var answers = await Task.WhenAll(first.PostAsync($"/api/identity/staff/{secondId}/deactivate"), second.PostAsync($"/api/identity/staff/{firstId}/deactivate"));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1, string.Join(" ", answers.Select(a => a.StatusCode)));
    }

    [Fact]
    [Trait("Requirement", "R119")]
    [Trait("Requirement", "R63")]
    public async Task Organisation_ShowsTheDirectorOverFourDepartments()
    {
        var page = (await (await FreshAsync("butler1")).GetAsync("/organisation")).Ok();
        page.Document.QuerySelector(".org-top")!.TextContent.ShouldContain("徐建平");
        page.Document.QuerySelectorAll(".org section").Length.ShouldBe(4);
        (await (await FreshAsync("resident1")).GetAsync("/organisation")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Lookup_AnswersByRoleAndDepartment_AndInOneCompany()
    {
        var butlers = await App.In("standard", s => s.GetRequiredService<IStaffLookup>().ListAsync(SeededRoles.Butler));
        butlers.ShouldContain(b => b.Portrait != null && b.Portrait.StartsWith("p"));
        butlers.ShouldAllBe(b => b.IsActive && b.Roles.Contains(SeededRoles.Butler));
        var foreign = await App.In("considerate", s => s.GetRequiredService<IStaffLookup>().GetAsync([.. butlers.Select(b => b.UserId)]));
        foreign.ShouldBeEmpty();
    }

    private async Task<TestClient> FreshAsync(string user)
    {
        var client = App.Anonymous("standard");
        await client.SignInAsync(user, TestApp.Password);
        return client;
    }

    private Task<TestClient> AdminAsync() => App.AdministratorAsync("standard");

    private static async Task<Guid> IdAsync(TestClient client) => (await client.JsonAsync(HttpMethod.Get, "/api/identity/me")).GetProperty("id").GetGuid();
}

public sealed class StaffOnSqliteTests(SqliteIdentityApp app) : StaffTests(app), IClassFixture<SqliteIdentityApp>;

public sealed class StaffOnMariaDbTests(MariaDbIdentityApp app) : StaffTests(app), IClassFixture<MariaDbIdentityApp>;

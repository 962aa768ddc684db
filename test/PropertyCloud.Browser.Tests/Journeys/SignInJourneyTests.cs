using System.Net;
using Cookie = Microsoft.Playwright.Cookie;
using PropertyCloud.Testing;
using static PropertyCloud.Browser.Tests.Journeys.Steps;

namespace PropertyCloud.Browser.Tests.Journeys;

/// <summary>The way in and out, on a phone and on a desk.</summary>
[Collection("MariaDB")]
public sealed class SignInJourneyTests(BrowserOnMariaDb browser)
{
    private TestApp App => browser.App;

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task WrongPassword_IsSaidClearly_ThenTheRightOneLetsIn_AndSigningOutEndsIt(int width)
    {
        await using var person = await browser.OpenAsync("standard", null, width);
        await person.GoAsync("/today");
        await Expect(person.Page.Locator("main")).ToContainTextAsync("先登录，再打开刚才的页面");
        await FillAsync(person, "butler1", "not-the-password");
        await Expect(person.Page.Locator(".errsum")).ToContainTextAsync("用户名、手机号或密码不对");
        await Expect(person.Page.Locator(".errsum")).ToBeFocusedAsync();
        await Expect(person.Page.Locator("input[name='UserName']")).ToHaveValueAsync("butler1");
        await Expect(person.Page.Locator("input[name='Password']")).ToHaveValueAsync("");
        await person.FitsAsync();
        await person.PictureAsync("wrong-password");
        await FillAsync(person, "butler1", TestApp.Password);
        await person.Page.WaitForURLAsync("**/today");
        await LeaveAsync(person, width);
        await person.GoAsync("/today");
        new Uri(person.Page.Url).AbsolutePath.ShouldBe("/sign-in");
        await person.Page.GoBackAsync();
        await Expect(person.Page.Locator("body")).Not.ToContainTextAsync("先办这几件");
        person.Errors.Where(e => !e.Contains("status of 422", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(360, "13601000013")]
    [InlineData(1280, "136 0100 0013")]
    public async Task ByPhone_LetsIn(int width, string phone)
    {
        await using var person = await browser.OpenAsync("standard", null, width);
        await person.GoAsync("/sign-in");
        await FillAsync(person, phone, TestApp.Password);
        await person.Page.WaitForURLAsync("**/today");
        person.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task FiveWrongPasswords_LockForTenMinutes()
    {
        var admin = await App.SignInAsync("standard", "admin");
        var made = await admin.JsonAsync(HttpMethod.Post, "/api/identity/staff",
            new { userName = "forgetful", name = "沈忘川", department = "customer-service", roles = new[] { "front-desk" }, communityIds = Array.Empty<Guid>() }, HttpStatusCode.Created);
        var issued = await admin.JsonAsync(HttpMethod.Post, $"/api/identity/staff/{made.GetProperty("id").GetString()}/link");
        await using var person = await browser.OpenAsync("standard", null, 360);
        await person.GoAsync(new Uri(issued.GetProperty("address").GetString()!).AbsolutePath);
        await Expect(person.Page.Locator("h1")).ToContainTextAsync("设密码，开始使用");
        await PasswordAsync(person, "Correct-Horse-9");
        await person.Page.WaitForURLAsync(url => !url.Contains("/link/", StringComparison.Ordinal));
        await LeaveAsync(person, 360);

        for (var n = 0; n < 5; n++)
        {
            await FillAsync(person, "forgetful", $"wrong-{n}");
            await Expect(person.Page.Locator(".errsum")).ToContainTextAsync("连错 5 次要等 10 分钟再试");
        }

        await FillAsync(person, "forgetful", "Correct-Horse-9");
        await Expect(person.Page.Locator(".errsum")).ToContainTextAsync("连错 5 次要等 10 分钟再试");
        await person.PictureAsync("locked");
        App.Clock.Advance(TimeSpan.FromMinutes(10));
        await FillAsync(person, "forgetful", "Correct-Horse-9");
        await person.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>The desk sends a link; the resident opens it on the phone, sets a password, and comes in by phone from then on.</summary>
    [Fact]
    [Trait("Requirement", "R56"), Trait("Requirement", "R83")]
    public async Task ResidentsOneTimeLink_LeadsToTheFirstSignIn_Once()
    {
        var phone = "139" + Random.Shared.Next(10_000_000, 99_999_999);
        var link = await InviteAsync(phone);
        await using var resident = await browser.OpenAsync("standard", null, 360);
        await resident.GoAsync(link);
        await Expect(resident.Page.Locator("h1")).ToContainTextAsync("欢迎您回家");
        await Expect(resident.Page.Locator("main")).ToContainTextAsync("江**");
        await resident.FitsAsync();
        await resident.PictureAsync("link");
        await PasswordAsync(resident, "My-Home-2026");
        await resident.Page.WaitForURLAsync("**/home");
        await Expect(resident.Page.Locator(".scard")).ToContainTextAsync("客服管家");
        await resident.PictureAsync("first-home");
        await LeaveAsync(resident, 360);
        (await resident.GoAsync(link))!.Status.ShouldBe(410);
        await Expect(resident.Page.Locator("h1")).ToContainTextAsync("这个链接不能用了");
        await resident.Page.Locator("main a[href='/sign-in']").ClickAsync();
        await FillAsync(resident, phone, "My-Home-2026");
        await resident.Page.WaitForURLAsync("**/home");
        await resident.GoAsync("/home/card");
        await Expect(resident.Page.Locator("main")).ToContainTextAsync("24 小时");
    }

    [Fact]
    public async Task CookieOfOneCompany_OnAnothersAddress_LeadsToSignIn()
    {
        await using var person = await browser.OpenAsync("standard", "supervisor");
        await person.GoAsync("/board");
        await Expect(person.Page.Locator("h1")).ToContainTextAsync("调度台");
        var cookies = await person.Page.Context.CookiesAsync();
        cookies.Count.ShouldBeGreaterThan(0);
        await person.Page.Context.AddCookiesAsync(cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = browser.Address("considerate"), HttpOnly = c.HttpOnly }));
        await person.GoAsync($"{browser.Address("considerate")}/board");
        var there = new Uri(person.Page.Url);
        there.Host.ShouldBe("considerate.localhost");
        there.AbsolutePath.ShouldBe("/sign-in");
        await person.GoAsync("/board");
        await Expect(person.Page.Locator("h1")).ToContainTextAsync("调度台");
    }

    /// <summary>Registers somebody new in resident1's home, and gives the address of their link.</summary>
    private async Task<string> InviteAsync(string phone)
    {
        await using var desk = await browser.OpenAsync("standard", "admin");
        await desk.GoAsync("/households?q=7-2-1502");
        await desk.Page.Locator("main a[href^='/households/']").First.ClickAsync();
        await desk.Page.Locator("a[href*='person=new']").ClickAsync();
        await desk.Page.Locator("#person input[name='name']").FillAsync("江小鱼");
        await desk.Page.Locator("#person input[name='phone']").FillAsync(phone);
        await desk.Page.Locator("#person select[name='role']").SelectOptionAsync("2");
        await desk.Page.Locator("#person button.btn-primary").ClickAsync();
        await Expect(desk.Page.Locator("body")).ToContainTextAsync("已登记 江小鱼");
        await desk.Page.Locator("li.rowl", new() { HasText = "江小鱼" }).Locator("a.go").ClickAsync();
        await desk.Page.Locator("form[action*='Invite'] button").ClickAsync();
        await desk.PictureAsync("invited");
        var address = await desk.Page.Locator("#invite-link").InputValueAsync();
        desk.Errors.ShouldBeEmpty();
        return new Uri(address).AbsolutePath;
    }

    private static async Task FillAsync(Person person, string user, string password)
    {
        await person.Page.Locator("input[name='UserName']").FillAsync(user);
        await person.Page.Locator("input[name='Password']").FillAsync(password);
        await person.Page.Locator("main form .btn-primary").First.ClickAsync();
        await person.Page.WaitForLoadStateAsync();
    }

    private static async Task PasswordAsync(Person person, string password)
    {
        await person.Page.Locator("input[name='newPassword']").FillAsync(password);
        await person.Page.Locator("input[name='repeat']").FillAsync(password);
        await person.Page.Locator("main form .btn-primary").ClickAsync();
    }

    /// <summary>By the menu on a desk, by the own page on a phone.</summary>
    private static async Task LeaveAsync(Person person, int width)
    {
        if (width < 700)
        {
            await person.GoAsync("/account");
            await person.Page.Locator("main form[action='/sign-out'] button").ClickAsync();
        }
        else
        {
            await person.Page.Locator("details.me summary").ClickAsync();
            await person.Page.Locator("details.me form[action='/sign-out'] button").ClickAsync();
        }

        await person.Page.WaitForURLAsync("**/sign-in");
    }
}

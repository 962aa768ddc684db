using System.Net;
using PropertyCloud.Testing;

namespace PropertyCloud.Identity.Tests.Http;

public abstract class SignInTests(IdentityApp fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task SignIn_ByUserName_InAnyCase_LetsIn() => (await App.Anonymous("standard").TryAsync("BUTLER1", TestApp.Password)).IsSignedIn().ShouldBeTrue();

    [Fact]
    public async Task SignIn_ByPhone_LetsIn() => (await App.Anonymous("standard").TryAsync("+86 136 0100 0003", TestApp.Password)).IsSignedIn().ShouldBeTrue();

    [Fact]
    public async Task SignIn_UnknownAndWrong_GetTheSameAnswer()
    {
        var wrong = await App.Anonymous("standard").TryAsync("eng2", "not-the-password");
        var unknown = await App.Anonymous("standard").TryAsync("nobody-here", "not-the-password");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unknown.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Summary(unknown).ShouldBe(Summary(wrong));
        Summary(wrong).ShouldNotBeNullOrWhiteSpace();
        wrong.Document.QuerySelector("input[name=UserName]")!.GetAttribute("value").ShouldBe("eng2");
        wrong.Document.QuerySelector("input[name=Password]")!.GetAttribute("value").ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task SignIn_WithNothing_SaysWhatIsMissing()
    {
        var page = await App.Anonymous("standard").TryAsync("", "");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Document.QuerySelectorAll(".errsum li").Length.ShouldBe(2);
    }

    [Fact]
    public async Task SignIn_AfterFiveFailures_IsRefusedForTenMinutes_WithTheSameAnswer()
    {
        var (_, userName, _) = await (await App.AdministratorAsync("landscape")).NewStaffAsync("landscape");
        var client = App.Anonymous("landscape");
        TestPage failure = null!;
        for (var i = 0; i < 5; i++) failure = await client.TryAsync(userName, "not-the-password");
        var locked = await client.TryAsync(userName, People.Password);
        locked.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Summary(locked).ShouldBe(Summary(failure));
        await App.AdvanceAsync(TimeSpan.FromMinutes(10));
        (await client.TryAsync(userName, People.Password)).IsSignedIn().ShouldBeTrue();
    }

    [Fact]
    public async Task SignIn_GoesOnToTheLocalPageThatWasAskedFor()
    {
        var page = await App.Anonymous("standard").TryAsync("/sign-in?returnUrl=%2Faccount", "eng1", TestApp.Password);
        page.Url.AbsolutePath.ShouldBe("/account");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task SignIn_NeverGoesElsewhere(string target)
    {
        var page = await App.Anonymous("standard").TryAsync($"/sign-in?returnUrl={Uri.EscapeDataString(target)}", "eng1", TestApp.Password);
        page.Url.Host.ShouldBe("standard.localhost");
        page.IsSignedIn().ShouldBeTrue();
    }

    [Fact]
    public async Task SignIn_IsACompanysOwn()
    {
        var (_, userName, _) = await (await App.AdministratorAsync("standard")).NewStaffAsync("standard");
        (await App.Anonymous("considerate").TryAsync(userName, People.Password)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Cookie_OnAnotherCompanysAddress_IsNoSession()
    {
        var mine = App.Anonymous("standard");
        await mine.SignInAsync("eng1", TestApp.Password);
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/account");
        using var own = await mine.Http.SendAsync(asked);
        var cookie = string.Join("; ", own.RequestMessage!.Headers.TryGetValues("Cookie", out var values) ? values : []);
        cookie.ShouldNotBeEmpty("The test's client keeps cookies in the request.");
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/account");
        foreign.Headers.Add("Cookie", cookie);
        using var answer = await App.Anonymous("considerate").Http.SendAsync(foreign);
        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        var client = App.Anonymous("standard");
        await client.SignInAsync("eng1", TestApp.Password);
        var account = (await client.GetAsync("/account")).Ok();
        (await account.SubmitAsync("form[action='/sign-out']")).Url.AbsolutePath.ShouldBe("/sign-in");
        (await client.StillInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task ChangePassword_EndsOtherSessions_AndKeepsThisOne()
    {
        var (_, userName, here) = await (await App.AdministratorAsync("standard")).NewStaffAsync("standard");
        var there = App.Anonymous("standard");
        await there.SignInAsync(userName, People.Password);
        var page = (await here.GetAsync("/account")).Ok();
        (await page.SubmitAsync("form[action*=Password]", new() { ["current"] = People.Password, ["newPassword"] = "Another-Horse-7", ["repeat"] = "Another-Horse-7" })).Ok();
        (await here.StillInAsync()).ShouldBeTrue();
        (await there.StillInAsync()).ShouldBeFalse();
        (await App.Anonymous("standard").TryAsync(userName, People.Password)).IsSignedIn().ShouldBeFalse();
        (await App.Anonymous("standard").TryAsync(userName, "Another-Horse-7")).IsSignedIn().ShouldBeTrue();
    }

    [Theory]
    [InlineData("wrong-one-12", "Another-Horse-7", "Another-Horse-7", "current")]
    [InlineData(People.Password, "short", "short", "newPassword")]
    [InlineData(People.Password, "Another-Horse-7", "Another-Horse-8", "repeat")]
    public async Task ChangePassword_WhenWrong_NamesTheField(string current, string next, string repeat, string field)
    {
        var (_, _, client) = await (await App.AdministratorAsync("standard")).NewStaffAsync("standard");
        var page = await (await client.GetAsync("/account")).SubmitAsync("form[action*=Password]", new() { ["current"] = current, ["newPassword"] = next, ["repeat"] = repeat });
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Document.QuerySelector($"#{field}-error").ShouldNotBeNull();
    }

    private static string? Summary(TestPage page) => page.Document.QuerySelector(".errsum h2")?.TextContent;
}

public sealed class SignInOnSqliteTests(SqliteIdentityApp app) : SignInTests(app), IClassFixture<SqliteIdentityApp>;

public sealed class SignInOnMariaDbTests(MariaDbIdentityApp app) : SignInTests(app), IClassFixture<MariaDbIdentityApp>;

using PropertyCloud.Testing;

namespace PropertyCloud.Identity.Tests.Http;

/// <summary>Language, theme and large type are offered before the first sign-in, and go on after it: the cookies are the device's.</summary>
public abstract class FirstReadingTests(IdentityApp fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task OneTimeLink_OffersLargeTypeLanguageAndTheme_BeforeItIsUsed_AndTheyGoOnInside()
    {
        var admin = await App.AdministratorAsync();
        var id = await admin.CreateAsync(People.Input(People.NewName(), name: "江爷爷"));
        var link = (await admin.LinkAsync(id)).AbsolutePath;
        var reader = App.Anonymous("standard");
        var page = (await reader.GetAsync(link)).Ok();
        page.Document.QuerySelector(".plain-top")!.TextContent.ShouldContain("看不清？换大字");
        page = (await page.SubmitAsync(".plain-set form:has(button[name=elder])", new() { ["elder"] = "1" })).Ok();
        page.Url.AbsolutePath.ShouldBe(link, "back where the reader was, the link is not used up");
        page.Document.DocumentElement.ClassList.ShouldContain("elder");
        page.Document.QuerySelector("button[name=elder]")!.GetAttribute("aria-pressed").ShouldBe("true");
        page.Document.QuerySelector(".plain-top")!.TextContent.ShouldNotContain("看不清");
        page = (await page.SubmitAsync("form.plain-theme", new() { ["theme"] = "dark" })).Ok();
        page = (await page.SubmitAsync("form.langs", new() { ["language"] = "en" })).Ok();
        var inside = (await page.SubmitAsync("main form", new() { ["newPassword"] = People.Password, ["repeat"] = People.Password })).Ok();
        inside.Url.AbsolutePath.ShouldNotStartWith("/link/");
        var html = inside.Document.DocumentElement;
        (html.ClassList.Contains("elder"), html.GetAttribute("data-theme"), html.GetAttribute("lang")).ShouldBe((true, "dark", "en"));
    }

    [Theory]
    [InlineData("standard", "butler1")]
    [InlineData("", "operator")]
    public async Task SignIn_OffersThemToo_AndKeepsWhereTheReaderWantedToGo(string company, string user)
    {
        var reader = App.Anonymous(company);
        var page = (await reader.GetAsync("/sign-in?returnUrl=%2Faccount")).Ok();
        page = (await page.SubmitAsync(".plain-set form:has(button[name=elder])", new() { ["elder"] = "1" })).Ok();
        page.Url.PathAndQuery.ShouldBe("/sign-in?returnUrl=%2Faccount");
        var inside = (await page.SubmitAsync("main form", new() { ["UserName"] = user, ["Password"] = TestApp.Password })).Ok();
        inside.Url.AbsolutePath.ShouldBe("/account");
        inside.Document.DocumentElement.ClassList.ShouldContain("elder");
        (await inside.SubmitAsync("form[action='/preferences']:has(button[name=elder])", new() { ["elder"] = "0" })).Ok().Document.DocumentElement.ClassList.ShouldNotContain("elder");
    }
}

public sealed class FirstReadingOnSqliteTests(SqliteIdentityApp app) : FirstReadingTests(app), IClassFixture<SqliteIdentityApp>;

public sealed class FirstReadingOnMariaDbTests(MariaDbIdentityApp app) : FirstReadingTests(app), IClassFixture<MariaDbIdentityApp>;

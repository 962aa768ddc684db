using PropertyCloud.Testing;
using static PropertyCloud.Browser.Tests.Journeys.Steps;

namespace PropertyCloud.Browser.Tests.Journeys;

/// <summary>The plan is changed while requests run.</summary>
[Collection("MariaDB")]
public sealed class PlanJourneyTests(BrowserOnMariaDb browser)
{
    private const string Company = "standard";
    private readonly Steps _steps = new(browser);
    private TestApp App => browser.App;

    [Fact]
    [Trait("Requirement", "R22"), Trait("Requirement", "R107"), Trait("Requirement", "R54")]
    public async Task Plan_PublishedWhileARequestRuns_KeepsItsPromise_AndGivesTheNextTheNewOne()
    {
        var running = await _steps.MakeAsync(Company, new { kind = "enquiry", description = "改方案之前问的", channel = 1 });
        var before = await ShownAsync(running, "10 分钟");
        await using (var admin = await browser.OpenAsync(Company, "admin"))
        {
            await EditAsync(admin, "5", before, "10 分钟");
            (await PublishAsync(admin, before)).ShouldBe(before + 1);
            admin.Errors.ShouldBeEmpty();
        }

        try
        {
            (await ShownAsync(running, "10 分钟")).ShouldBe(before, "what runs keeps its version");
            await ForTheResidentAsync(running, "10 分钟");
            await using var resident = await browser.OpenAsync(Company, "resident1", 360);
            await resident.GoAsync("/home");
            await Expect(resident.Page.Locator(".scard")).ToContainTextAsync("5 分钟内给您回应");
            await resident.GoAsync("/home/ask/enquiry");
            var next = await WriteAsync(resident, "改方案之后问的");
            (await ShownAsync(next, "5 分钟")).ShouldBe(before + 1);
            await ForTheResidentAsync(next, "5 分钟");
            await App.AdvanceAsync(TimeSpan.FromMinutes(7));
            await ChipAsync(running, late: false);
            await ChipAsync(next, late: true);
        }
        finally
        {
            // The other journeys find the template's ten minutes.
            await using var admin = await browser.OpenAsync(Company, "admin");
            await EditAsync(admin, "10", before + 1, "5 分钟");
            await PublishAsync(admin, before + 1);
            await CancelAsync("改方案之前问的", "改方案之后问的");
        }
    }

    /// <summary>The draft's cell of "any request, respond", in minutes; the preview names what it was.</summary>
    private static async Task EditAsync(Person admin, string minutes, int version, string was)
    {
        await admin.GoAsync("/plan");
        await admin.Page.Locator("a[href^='/plan/edit']").First.ClickAsync();
        var start = admin.Page.Locator("form[action*='handler=Open'] button");
        if (await start.CountAsync() > 0) await start.ClickAsync();
        await admin.GoAsync("/plan/edit?step=2");
        await admin.Page.Locator("table.mx a", new() { HasText = "修改任何请求，响应：" }).First.ClickAsync();
        await admin.Page.Locator("#cell input[name='amount']").FillAsync(minutes);
        await admin.Page.Locator("#cell select[name='unit']").SelectOptionAsync("minutes");
        await admin.PictureAsync("cell");
        await admin.Page.Locator("#cell button[value='set']").ClickAsync();
        await Expect(admin.Page.Locator(".pv")).ToContainTextAsync($"任何请求，{minutes} 分钟内有人回应");
        await Expect(admin.Page.Locator("table.mx")).ToContainTextAsync($"v{version} 为 {was}");
    }

    private static async Task<int> PublishAsync(Person admin, int version)
    {
        await admin.GoAsync("/plan/check");
        await Expect(admin.Page.Locator("main")).ToContainTextAsync($"单仍按 v{version}");
        await admin.PictureAsync("check");
        await admin.Page.Locator("button[data-open='publish']").ClickAsync();
        await admin.Page.Locator("dialog#publish button.btn-primary").ClickAsync();
        await Expect(admin.Page.Locator("main")).ToContainTextAsync($"已发布 v{version + 1}");
        await admin.PictureAsync("published");
        return version + 1;
    }

    /// <summary>What the desk reads of a request: the promise of an answer, and the plan's version by which it runs.</summary>
    private async Task<int> ShownAsync(string id, string promise)
    {
        await using var desk = await browser.OpenAsync(Company, "supervisor");
        await desk.GoAsync($"/requests/{id}");
        await Expect(desk.Page.Locator("dl.five > div", new() { HasText = "响应" }).First).ToContainTextAsync($"承诺 {promise}");
        var side = await desk.Page.Locator(".side").InnerTextAsync();
        await desk.PictureAsync("version");
        return int.Parse(System.Text.RegularExpressions.Regex.Match(side, @"这单按 v(\d+) 走完").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task ForTheResidentAsync(string id, string promise)
    {
        await using var resident = await browser.OpenAsync(Company, "resident1", 360);
        await resident.GoAsync($"/home/requests/{id}");
        await Expect(resident.Page.Locator("main")).ToContainTextAsync($"承诺 {promise}内");
        await resident.FitsAsync();
    }

    private async Task ChipAsync(string id, bool late)
    {
        await using var desk = await browser.OpenAsync(Company, "supervisor");
        await desk.GoAsync($"/requests/{id}");
        var respond = desk.Page.Locator("dl.five > div", new() { HasText = "响应" }).First;
        if (late) await Expect(respond).ToContainTextAsync("已超时"); else await Expect(respond).Not.ToContainTextAsync("已超时");
    }

    private async Task CancelAsync(params string[] words)
    {
        var desk = await App.SignInAsync(Company, "supervisor");
        var found = await desk.JsonAsync(HttpMethod.Get, "/api/butler/requests/?segment=open");
        foreach (var item in found.GetProperty("items").EnumerateArray().Where(i => words.Contains(i.GetProperty("title").GetString())))
            await desk.PostAsync($"/api/butler/requests/{item.GetProperty("id").GetString()}/cancel", new { reason = "问过了" });
    }
}

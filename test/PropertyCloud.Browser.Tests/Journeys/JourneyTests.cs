using Microsoft.Playwright;
using PropertyCloud.Testing;
using static PropertyCloud.Browser.Tests.Journeys.Steps;

namespace PropertyCloud.Browser.Tests.Journeys;

/// <summary>The main job, seen in a browser: a resident asks, the butler answers in time, a department does the work, the resident
/// confirms it, the butler calls back, the supervisor gets the month.</summary>
[Collection("MariaDB")]
public sealed class JourneyTests(BrowserOnMariaDb browser)
{
    private readonly Steps _steps = new(browser);
    private TestApp App => browser.App;

    /// <summary>Answered after 12 minutes: the standard plan promised 10, the considerate one 15.</summary>
    [Theory]
    [Trait("Requirement", "R4"), Trait("Requirement", "R12"), Trait("Requirement", "R17"), Trait("Requirement", "R20"), Trait("Requirement", "R42"), Trait("Requirement", "R43"), Trait("Requirement", "R44")]
    [Trait("Requirement", "R52"), Trait("Requirement", "R54"), Trait("Requirement", "R80"), Trait("Requirement", "R83"), Trait("Requirement", "R134"), Trait("Requirement", "R192")]
    [InlineData("standard", 360, 10, "客服管家", "supervisor", 1)]
    [InlineData("standard", 1280, 10, "客服管家", "supervisor", 1)]
    [InlineData("considerate", 360, 15, "贴心管家", "cs-head", 0)]
    [InlineData("considerate", 1280, 15, "贴心管家", "cs-head", 0)]
    public async Task Complaint_FromReportToHandOver(string company, int width, int respondMinutes, string butlerTitle, string receiver, int breaches)
    {
        var words = $"楼上装修噪音，午休时段 {width}";
        var butler = Template.UserOf(company, await _steps.ReportAsync(company, "complaint", words, respondMinutes, butlerTitle));
        var reportedAt = App.Clock.GetUtcNow();
        await App.AdvanceAsync(TimeSpan.FromMinutes(12));
        string number;
        await using (var person = await browser.OpenAsync(company, butler, width))
        {
            await AcceptAsync(person, words);
            await OpenRequestAsync(person, words);
            number = await NumberAsync(person);
            await DispatchAsync(person, "order-keeping", "秩序维护部");
            await person.FitsAsync();
            await person.PictureAsync("dispatched");
            person.Errors.ShouldBeEmpty();
        }

        await _steps.WorkAsync(company, "order1", words, "已和楼上沟通，午休时段停工");
        await _steps.ConfirmAsync(company, words);
        await _steps.CallBackAsync(company, butler, words, width);
        (await _steps.BreachesAsync(company, number, reportedAt, breaches, "breaches")).ShouldBe(breaches);
        await HandOverAsync(company, butler, receiver, width);
    }

    [Fact]
    [Trait("Requirement", "R182"), Trait("Requirement", "R193")]
    public async Task LittleButler_PromisesByFourSeverities()
    {
        await using var person = await browser.OpenAsync("little-butler", "supervisor");
        foreach (var (severity, clock, promise) in new[] { ("emergency", "到场", "3 分钟"), ("small", "解决", "30 分钟"), ("big", "解决", "3 小时"), ("difficult", "反馈", "3 天") })
        {
            var id = await _steps.MakeAsync("little-butler", new { kind = "repair", severity, description = $"四三制 {severity}", channel = 1 });
            await person.GoAsync($"/requests/{id}");
            var box = person.Page.Locator("dl.five > div", new() { HasText = clock }).First;
            await Expect(box).ToContainTextAsync(promise);
            await Expect(person.Page.Locator("dl.five > div", new() { HasText = "响应" }).First).ToContainTextAsync("未承诺");
        }

        await person.PictureAsync("four-three");
        person.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R180"), Trait("Content", "R180")]
    public async Task Emergency_ShowsTheHotlineAndTheThreeNumbers_BeforeTheForm()
    {
        var admin = await App.SignInAsync("considerate", "admin");
        (await (await admin.GetAsync("/registry")).Ok().SubmitAsync("form[action*='Hotline']", new() { ["hotline"] = "400-800-8000" })).Ok();
        await using var resident = await browser.OpenAsync("considerate", "resident1", 360);
        await resident.GoAsync("/home/ask/repair");
        await resident.Page.Locator("main a.btn-danger").ClickAsync();
        await Expect(resident.Page.Locator("h1")).ToContainTextAsync("紧急报修");
        var numbers = await resident.Page.Locator(".dial a[href^='tel:']").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href').replace(/[^0-9]/g, ''))");
        numbers.ShouldBe(["110", "119", "120", "4008008000"]);
        (await resident.Page.EvaluateAsync<bool>("() => !!(document.querySelector('.dial').compareDocumentPosition(document.querySelector('main form.form')) & Node.DOCUMENT_POSITION_FOLLOWING)")).ShouldBeTrue("the numbers stand before the form");
        await resident.FitsAsync();
        await resident.PictureAsync("emergency");
        resident.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R43")]
    public async Task TwoPeople_TakingOneOrder_OneWins_AndTheOtherReadsWhoWasFirst()
    {
        var words = "两个人抢一张单";
        var id = await _steps.MakeAsync("standard", new { kind = "repair", description = words, channel = 1 });
        var desk = await App.SignInAsync("standard", "supervisor");
        await desk.JsonAsync(HttpMethod.Post, $"/api/butler/requests/{id}/accept", new { });
        await desk.JsonAsync(HttpMethod.Post, $"/api/butler/requests/{id}/dispatch", new { targets = new[] { new { department = "engineering" } } });
        await using var first = await browser.OpenAsync("standard", "eng1", 360);
        await using var second = await browser.OpenAsync("standard", "eng2", 360);
        await OpenOrderAsync(first, words);
        await second.GoAsync(new Uri(first.Page.Url).PathAndQuery);
        await first.Page.Locator("form[action*='handler=Take'] button:visible").First.ClickAsync();
        await Expect(first.Page.Locator("form[action*='handler=Arrive'] button:visible").First).ToBeVisibleAsync();
        var late = second.Page.Locator("form[action*='handler=Take'] button:visible").First;
        if (await late.IsVisibleAsync()) await late.ClickAsync();
        await Expect(second.Page.Locator("body")).ToContainTextAsync(Template.NameOf("standard", "eng1"));
        await second.PictureAsync("too-late");
    }

    /// <summary>The first of the next month: the butler hands the month over, the plan's receiver accepts it.</summary>
    private async Task HandOverAsync(string company, string butler, string receiver, int width)
    {
        var now = App.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        await App.AdvanceAsync(new DateTimeOffset(now.Year, now.Month, 1, 9, 0, 0, TimeSpan.FromHours(8)).AddMonths(1) - now);
        await using (var person = await browser.OpenAsync(company, butler, width))
        {
            await person.GoAsync("/hand-over");
            await person.PictureAsync("hand-over");
            await person.Page.Locator("form[action='/hand-over'] button:visible").First.ClickAsync();
            await person.Page.WaitForLoadStateAsync();
            await Expect(person.Page.Locator("body")).ToContainTextAsync("移交");
            person.Errors.ShouldBeEmpty();
        }

        await using (var person = await browser.OpenAsync(company, receiver))
        {
            await person.GoAsync("/hand-over");
            await person.Page.Locator("a[href^='/hand-over/']:visible").First.ClickAsync();
            await person.Page.Locator("form[action*='handler=Accept'] button").ClickAsync();
            await person.Page.WaitForLoadStateAsync();
            await Expect(person.Page.Locator("form[action*='handler=Accept']")).ToHaveCountAsync(0);
            await person.PictureAsync("received");
            person.Errors.ShouldBeEmpty();
        }
    }
}

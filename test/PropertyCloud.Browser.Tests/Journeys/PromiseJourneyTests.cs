using PropertyCloud.Testing;
using static PropertyCloud.Browser.Tests.Journeys.Steps;

namespace PropertyCloud.Browser.Tests.Journeys;

/// <summary>The same history under different promises, in one host.</summary>
[Collection("MariaDB")]
public sealed class PromiseJourneyTests(BrowserOnMariaDb browser)
{
    private readonly Steps _steps = new(browser);
    private TestApp App => browser.App;

    /// <summary>Answered after 12 minutes, done after an hour. Two plans promise nothing: no clock, no breach, and the screens say so.
    /// The standard plan promised an answer in ten: one breach, also after thirty days of sweeps.</summary>
    [Theory]
    [Trait("Requirement", "R196"), Trait("Content", "R196"), Trait("Requirement", "R54"), Trait("Requirement", "R70"), Trait("Requirement", "R126")]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task PlansWithoutClocks_NeverBreach_WhileTheStandardOnesSameHistoryDoesOnce(int width)
    {
        var words = $"电梯口有异味 {width}";
        var start = App.Clock.GetUtcNow();
        var requests = new Dictionary<string, (Guid Id, string Number)>();
        foreach (var company in new[] { "landscape", "five-star", "standard" }) requests[company] = (Guid.Parse(await AskAsync(company, words, width)), "");
        await App.AdvanceAsync(TimeSpan.FromMinutes(12));
        foreach (var company in requests.Keys) requests[company] = (requests[company].Id, await AnswerAsync(company, words, width));
        await App.AdvanceAsync(TimeSpan.FromMinutes(48));
        foreach (var company in requests.Keys) await FinishAsync(company, requests[company].Id);
        await WaitForAsync(async () => await App.CountAsync("service_levels_clock_row", "SubjectId", requests["standard"].Id) == 3, "respond, resolve and, for a complaint, feed back: three clocks");

        await App.AdvanceAsync(TimeSpan.FromDays(30));
        foreach (var company in new[] { "landscape", "five-star" })
        {
            (await App.CountAsync("service_levels_clock_row", "SubjectId", requests[company].Id)).ShouldBe(0, company);
            (await App.CountAsync("service_levels_breach", "SubjectId", requests[company].Id)).ShouldBe(0, company);
            (await _steps.BreachesAsync(company, requests[company].Number, start, 0, $"no-breach-{width}")).ShouldBe(0);
        }

        (await App.CountAsync("service_levels_breach", "SubjectId", requests["standard"].Id)).ShouldBe(1);
        (await _steps.BreachesAsync("standard", requests["standard"].Number, start, 1, $"one-breach-{width}")).ShouldBe(1);
    }

    private async Task<string> AskAsync(string company, string words, int width)
    {
        await using var resident = await browser.OpenAsync(company, "resident1", width);
        await resident.GoAsync("/home/ask/complaint");
        await Expect(resident.Page.Locator("main")).ToContainTextAsync(company == "standard" ? "提交后 10 分钟内有人回应您" : "我们没有承诺回应时限");
        var id = await WriteAsync(resident, words);
        if (company != "standard") await Expect(resident.Page.Locator("body")).ToContainTextAsync("没有承诺时限");
        await resident.FitsAsync();
        await resident.PictureAsync("asked");
        resident.Errors.ShouldBeEmpty();
        return id;
    }

    /// <summary>The supervisor accepts from the request's own page, where every promise, or none, is shown.</summary>
    private async Task<string> AnswerAsync(string company, string words, int width)
    {
        await using var desk = await browser.OpenAsync(company, "supervisor", width);
        await OpenRequestAsync(desk, words);
        foreach (var clock in new[] { "响应", "解决", "反馈" })
            await Expect(desk.Page.Locator("dl.five > div", new() { HasText = clock }).First).ToContainTextAsync(company == "standard" ? clock == "响应" ? "10 分钟" : "24 小时" : "未承诺");
        await desk.PictureAsync("promises");
        if (width < 700)
        {
            await desk.Page.Locator("footer form[action*='handler=Accept'] button").ClickAsync();
        }
        else
        {
            await desk.Page.Locator(".desk-acts form[action*='handler=Accept'] button").ClickAsync();
        }

        await Expect(desk.Page.Locator(".log")).ToContainTextAsync("受理");
        await desk.FitsAsync();
        var number = await NumberAsync(desk);
        desk.Errors.ShouldBeEmpty();
        return number;
    }

    /// <summary>Answered, done, confirmed, called back where the plan wants it: nothing is left to do but to wait.</summary>
    private async Task FinishAsync(string company, Guid id)
    {
        var desk = await App.SignInAsync(company, "supervisor");
        await desk.JsonAsync(HttpMethod.Post, $"/api/butler/requests/{id}/answer", new { text = "保洁已经处理，下水口加了盖" });
        await desk.JsonAsync(HttpMethod.Post, $"/api/butler/requests/{id}/complete", new { text = "已处理" });
        var resident = await App.SignInAsync(company, "resident1");
        await resident.JsonAsync(HttpMethod.Post, $"/api/butler/my-requests/{id}/confirm", new { rating = 5 });
        if (company == "standard") await desk.JsonAsync(HttpMethod.Post, $"/api/butler/requests/{id}/call-back", new { reached = true, satisfaction = 5 });
        await App.SettleAsync();
        var seen = await desk.JsonAsync(HttpMethod.Get, $"/api/butler/requests/{id}");
        seen.GetProperty("status").GetString().ShouldBe("Archived", "without a call-back, what is confirmed goes straight to the archive");
    }

    /// <summary>Accepted in time, solved within 24 hours, fed back after 25. The standard plan promised both, the considerate one either.</summary>
    [Theory]
    [Trait("Requirement", "R187"), Trait("Requirement", "R54")]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task SolvedInTimeButFedBackLate_BreachesTheOneThatPromisedBoth(int width)
    {
        var words = $"门禁放陌生人进来 {width}";
        var start = App.Clock.GetUtcNow();
        var numbers = new Dictionary<string, string>();
        foreach (var company in new[] { "standard", "considerate" }) await _steps.MakeAsync(company, new { kind = "complaint", description = words, channel = 1 });
        await App.AdvanceAsync(TimeSpan.FromMinutes(5));
        foreach (var company in new[] { "standard", "considerate" }) numbers[company] = await AtTheDeskAsync(company, words, width, async desk => await desk.Page.Locator("form[action*='handler=Accept'] button:visible").First.ClickAsync());
        await App.AdvanceAsync(TimeSpan.FromHours(20));
        foreach (var company in numbers.Keys.ToList()) await AtTheDeskAsync(company, words, width, desk => CompleteAsync(desk, "门岗换班制度已改"));
        await App.AdvanceAsync(TimeSpan.FromHours(5));
        foreach (var company in numbers.Keys.ToList()) await AtTheDeskAsync(company, words, width, desk => SayAsync(desk, "answer", "处理结果书面答复您：门岗已换人"));

        (await _steps.BreachesAsync("standard", numbers["standard"], start.AddDays(1), 1, $"both-{width}")).ShouldBe(1);
        (await _steps.BreachesAsync("considerate", numbers["considerate"], start.AddDays(1), 0, $"either-{width}")).ShouldBe(0);
        await FaceAsync("standard", words, "反馈", "晚");
        foreach (var company in numbers.Keys)
        {
            var desk = await App.SignInAsync(company, "supervisor");
            await CloseAsync(desk, company, words);
        }
    }

    private async Task<string> AtTheDeskAsync(string company, string words, int width, Func<Person, Task> act)
    {
        await using var desk = await browser.OpenAsync(company, "supervisor", width);
        await OpenRequestAsync(desk, words);
        var number = await NumberAsync(desk);
        await act(desk);
        await desk.Page.WaitForLoadStateAsync();
        await desk.FitsAsync();
        desk.Errors.ShouldBeEmpty();
        return number;
    }

    private async Task FaceAsync(string company, string words, string clock, string says)
    {
        await using var desk = await browser.OpenAsync(company, "supervisor");
        await OpenRequestAsync(desk, words);
        await Expect(desk.Page.Locator("dl.five > div", new() { HasText = clock }).First).ToContainTextAsync(says);
        await desk.PictureAsync("fed-back-late");
    }

    /// <summary>Nothing stays behind that another journey's month would wait for.</summary>
    private async Task CloseAsync(TestClient desk, string company, string words)
    {
        var found = await desk.JsonAsync(HttpMethod.Get, "/api/butler/requests/?segment=all");
        foreach (var item in found.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("title").GetString() == words))
        {
            var id = item.GetProperty("id").GetString();
            await desk.JsonAsync(HttpMethod.Post, $"/api/butler/requests/{id}/confirm", new { rating = 4 });
            await desk.JsonAsync(HttpMethod.Post, $"/api/butler/requests/{id}/call-back", new { reached = true, satisfaction = 4 });
        }
    }
}

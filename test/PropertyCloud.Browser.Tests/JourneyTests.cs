using Microsoft.Playwright;
using PropertyCloud.Testing;

namespace PropertyCloud.Browser.Tests;

/// <summary>The main job, seen in a browser: a resident asks, the butler answers in time, a department does the work, the resident
/// confirms it, the butler calls back, the supervisor gets the month.</summary>
[Collection("MariaDB")]
public sealed class JourneyTests(BrowserOnMariaDb browser)
{
    private TestApp App => browser.App;

    /// <summary>Answered after 12 minutes: the standard plan promised 10, the considerate one 15.</summary>
    [Theory]
    [Trait("Requirement", "R4"), Trait("Requirement", "R12"), Trait("Requirement", "R20"), Trait("Requirement", "R42"), Trait("Requirement", "R43"), Trait("Requirement", "R44")]
    [Trait("Requirement", "R52"), Trait("Requirement", "R54"), Trait("Requirement", "R80"), Trait("Requirement", "R192")]
    [InlineData("standard", 360, 10, "客服管家", "supervisor", true)]
    [InlineData("standard", 1280, 10, "客服管家", "supervisor", true)]
    [InlineData("considerate", 360, 15, "贴心管家", "cs-head", false)]
    public async Task Complaint_FromReportToHandOver(string company, int width, int respondMinutes, string butlerTitle, string receiver, bool breaches)
    {
        var words = $"楼上装修噪音，午休时段 {width}";
        var butlerName = await ReportAsync(company, "complaint", words, page => page.Locator("body").InnerTextAsync(), respondMinutes, butlerTitle);
        var butler = Template.UserOf(company, butlerName);

        App.Clock.Advance(TimeSpan.FromMinutes(12));
        string number;
        await using (var person = await browser.OpenAsync(company, butler, width))
        {
            await person.GoAsync("/today");
            await person.Page.Locator("li.job", new() { HasText = words }).Locator("form[action*='handler=Accept'] button").ClickAsync();
            await person.Page.WaitForLoadStateAsync();
            await OpenRequestAsync(person, words);
            number = await NumberAsync(person);
            await person.Page.Locator("button[data-open='dispatch']:visible").First.ClickAsync();
            var dialog = person.Page.Locator("dialog#dispatch");
            foreach (var box in await dialog.Locator("input[name='departments']").AllAsync()) await box.SetCheckedAsync(await box.GetAttributeAsync("value") == "order-keeping");
            await dialog.Locator("button.btn-primary").ClickAsync();
            await Expect(person.Page.Locator("body")).ToContainTextAsync("秩序维护部");
            await person.FitsAsync();
            await person.PictureAsync("dispatched");
            person.Errors.ShouldBeEmpty();
        }

        await WorkAsync(company, "order1", words, width);
        await ConfirmAsync(company, words);
        await CallBackAsync(company, butler, words, width);
        await BreachAsync(company, number, breaches);
        await HandOverAsync(company, butler, receiver, width);
    }

    [Fact]
    [Trait("Requirement", "R182"), Trait("Requirement", "R193")]
    public async Task LittleButler_PromisesByFourSeverities()
    {
        await using var person = await browser.OpenAsync("little-butler", "supervisor");
        foreach (var (severity, clock, promise) in new[] { ("emergency", "到场", "3 分钟"), ("small", "解决", "30 分钟"), ("big", "解决", "3 小时"), ("difficult", "反馈", "3 天") })
        {
            var id = await MakeAsync("little-butler", new { kind = "repair", severity, description = $"四三制 {severity}", channel = 1 });
            await person.GoAsync($"/requests/{id}");
            var box = person.Page.Locator("dl.five > div", new() { HasText = clock }).First;
            await Expect(box).ToContainTextAsync(promise);
            await Expect(person.Page.Locator("dl.five > div", new() { HasText = "响应" }).First).ToContainTextAsync("未承诺");
        }

        await person.PictureAsync("four-three");
        person.Errors.ShouldBeEmpty();
    }

    [Theory]
    [Trait("Requirement", "R196"), Trait("Requirement", "R70"), Trait("Requirement", "R126")]
    [InlineData("landscape", 360)]
    [InlineData("five-star", 1280)]
    public async Task PlansWithoutClocks_SayThatNothingIsPromised(string company, int width)
    {
        var id = await MakeAsync(company, new { kind = "complaint", description = $"没有时限的请求 {width}", channel = 1 });
        await using var resident = await browser.OpenAsync(company, "resident1", width);
        await resident.GoAsync($"/home/requests/{id}");
        await Expect(resident.Page.Locator("body")).ToContainTextAsync("没有承诺时限");
        await resident.FitsAsync();
        await using var staff = await browser.OpenAsync(company, "supervisor", 1280);
        await staff.GoAsync($"/requests/{id}");
        foreach (var clock in new[] { "响应", "到场", "解决", "反馈", "回访" })
            await Expect(staff.Page.Locator("dl.five > div", new() { HasText = clock }).First).ToContainTextAsync("未承诺");
        resident.Errors.ShouldBeEmpty();
        staff.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Resident_InEnglish_AsksAndFollows()
    {
        await using var person = await browser.OpenAsync("standard", "resident1", 360, language: "en");
        await person.GoAsync("/home");
        await Expect(person.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(person.Page.Locator("body")).ToContainTextAsync("Customer Butler");
        await person.GoAsync("/home/ask/repair");
        await person.Page.Locator("textarea[name='Description']").FillAsync("The kitchen sink leaks");
        await person.Page.Locator("main form.form button[type='submit']").ClickAsync();
        await person.Page.WaitForURLAsync("**/home/requests/*");
        await Expect(person.Page.Locator("h1")).ToContainTextAsync("The kitchen sink leaks");
        await person.FitsAsync();
        await person.PictureAsync("english");
        person.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task TwoPeople_TakingOneOrder_OneWins_AndTheOtherReadsWhoWasFirst()
    {
        var words = "两个人抢一张单";
        var id = await MakeAsync("standard", new { kind = "repair", description = words, channel = 1 });
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

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private async Task<string> ReportAsync(string company, string kind, string words, Func<IPage, Task<string>> read, int respondMinutes, string butlerTitle)
    {
        await using var resident = await browser.OpenAsync(company, "resident1", 360);
        await resident.GoAsync("/home");
        await Expect(resident.Page.Locator(".scard")).ToContainTextAsync(butlerTitle);
        await Expect(resident.Page.Locator(".scard")).ToContainTextAsync($"{respondMinutes} 分钟");
        var butler = (await resident.Page.Locator(".scard h1").InnerTextAsync()).Trim();
        await resident.FitsAsync();
        await resident.PictureAsync("home");
        await resident.Page.Locator($"a[href^='/home/ask/{kind}']").First.ClickAsync();
        await resident.Page.Locator("textarea[name='Description']").FillAsync(words);
        await resident.Page.Locator("main form.form button[type='submit']").ClickAsync();
        await resident.Page.WaitForURLAsync("**/home/requests/*");
        (await read(resident.Page)).ShouldContain($"{respondMinutes} 分钟");
        await resident.FitsAsync();
        await resident.PictureAsync("reported");
        resident.Errors.ShouldBeEmpty();
        return butler;
    }

    private static async Task OpenRequestAsync(Person person, string words)
    {
        await person.GoAsync($"/requests?q={Uri.EscapeDataString(words)}");
        if (await person.Page.Locator("a[data-row], a.qr, a.kc", new() { HasText = words }).CountAsync() == 0) await person.GoAsync("/today");
        await person.Page.Locator("a", new() { HasText = words }).First.ClickAsync();
        await person.Page.WaitForURLAsync("**/requests/*-*");
    }

    private static async Task<string> NumberAsync(Person person) =>
        System.Text.RegularExpressions.Regex.Match(await person.Page.Locator("main").InnerTextAsync(), "[A-Z]{2}\\d{10,}").Value;

    private static async Task OpenOrderAsync(Person person, string words)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            foreach (var segment in new[] { "/orders?view=open", "/orders?view=mine" })
            {
                await person.GoAsync(segment);
                var link = person.Page.Locator("a[href^='/orders/']:visible", new() { HasText = words });
                if (await link.CountAsync() == 0) continue;
                await link.First.ClickAsync();
                await person.Page.WaitForURLAsync("**/orders/*-*");
                return;
            }

            await Task.Delay(250);
        }

        throw new InvalidOperationException($"No order '{words}' on {person.Page.Url}");
    }

    /// <summary>Take, arrive, complete, on a phone.</summary>
    private async Task WorkAsync(string company, string worker, string words, int width)
    {
        await using var person = await browser.OpenAsync(company, worker, 360);
        await OpenOrderAsync(person, words);
        foreach (var act in new[] { "Take", "Arrive" })
        {
            await person.Page.Locator($"form[action*='handler={act}'] button:visible").First.ClickAsync();
            await person.Page.WaitForLoadStateAsync();
        }

        await person.Page.Locator("textarea[name='note']:visible").First.FillAsync("已和楼上沟通，午休时段停工");
        await person.Page.Locator("button[form='complete']:visible").First.ClickAsync();
        await person.Page.WaitForLoadStateAsync();
        await person.FitsAsync();
        await person.PictureAsync($"completed-{width}");
        person.Errors.ShouldBeEmpty();
    }

    private async Task ConfirmAsync(string company, string words)
    {
        await using var resident = await browser.OpenAsync(company, "resident1", 360);
        await WaitForAsync(async () =>
        {
            await resident.GoAsync("/home/requests");
            await resident.Page.Locator("a.now", new() { HasText = words }).First.ClickAsync();
            await resident.Page.WaitForURLAsync("**/home/requests/*-*");
            return await resident.Page.Locator("button[data-open='confirm']").CountAsync() > 0;
        });
        await resident.PictureAsync("to-confirm");
        await resident.Page.Locator("button[data-open='confirm']").ClickAsync();
        await resident.Page.Locator("dialog#confirm input[name='rating'][value='5']").CheckAsync();
        await resident.Page.Locator("dialog#confirm button.btn-primary").ClickAsync();
        await Expect(resident.Page.Locator("body")).ToContainTextAsync("已验收");
        await resident.FitsAsync();
        resident.Errors.ShouldBeEmpty();
    }

    private async Task CallBackAsync(string company, string butler, string words, int width)
    {
        await using var person = await browser.OpenAsync(company, butler, width);
        await person.GoAsync("/call-backs");
        var task = person.Page.Locator("li.call", new() { HasText = words });
        await task.Locator("details.call-form summary").ClickAsync();
        await task.Locator("input[name='satisfaction'][value='5']").CheckAsync(new() { Force = true });
        await person.PictureAsync("call-back");
        await task.Locator("form[action*='handler=Reached'] button").ClickAsync();
        await person.Page.WaitForLoadStateAsync();
        await Expect(person.Page.Locator("li.call", new() { HasText = words })).ToHaveCountAsync(0);
        await person.FitsAsync();
        person.Errors.ShouldBeEmpty();
    }

    private async Task BreachAsync(string company, string number, bool expected)
    {
        await using var person = await browser.OpenAsync(company, "supervisor");
        await WaitForAsync(async () =>
        {
            await person.GoAsync("/breaches");
            return !expected || (await person.Page.Locator("main").InnerTextAsync()).Contains(number, StringComparison.Ordinal);
        });
        (await person.Page.Locator("main").InnerTextAsync()).Contains(number, StringComparison.Ordinal).ShouldBe(expected);
    }

    /// <summary>The first of the next month: the butler hands the month over, the plan's receiver accepts it.</summary>
    private async Task HandOverAsync(string company, string butler, string receiver, int width)
    {
        var now = App.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        App.Clock.SetUtcNow(new DateTimeOffset(now.Year, now.Month, 1, 9, 0, 0, TimeSpan.FromHours(8)).AddMonths(1));
        await App.SettleAsync();
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

    private async Task<string> MakeAsync(string company, object body)
    {
        var resident = await App.SignInAsync(company, "resident1");
        var unit = (await resident.GetAsync("/home/ask/repair")).Document.QuerySelector("input[name=unit]")!.GetAttribute("value")!;
        var json = System.Text.Json.JsonSerializer.SerializeToNode(body)!.AsObject();
        json["unitId"] = unit;
        json["isEmergency"] = false;
        var answer = await resident.JsonAsync(HttpMethod.Post, "/api/butler/requests/mine", json, System.Net.HttpStatusCode.Created);
        await App.SettleAsync();
        return answer.GetProperty("id").GetString()!;
    }

    private static async Task WaitForAsync(Func<Task<bool>> holds)
    {
        for (var attempt = 0; attempt < 40; attempt++)
        {
            if (await holds()) return;
            await Task.Delay(250);
        }
    }
}

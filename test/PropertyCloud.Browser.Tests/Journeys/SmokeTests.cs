using System.Text.RegularExpressions;
using static PropertyCloud.Browser.Tests.Journeys.Steps;

namespace PropertyCloud.Browser.Tests.Journeys;

/// <summary>The short form of a complaint, from report to call-back, on SQLite; once in each language.</summary>
[Collection("SQLite")]
public sealed partial class SmokeTests(BrowserOnSqlite browser)
{
    private readonly Steps _steps = new(browser);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+")]
    private static partial Regex Han();

    [Fact]
    [Trait("Requirement", "R4"), Trait("Requirement", "R20"), Trait("Requirement", "R44"), Trait("Requirement", "R80")]
    public async Task Complaint_InChinese_FromReportToCallBack()
    {
        const string words = "夜里施工，睡不着";
        var butler = Template.UserOf("considerate", await _steps.ReportAsync("considerate", "complaint", words, 15, "贴心管家"));
        await browser.App.AdvanceAsync(TimeSpan.FromMinutes(3));
        await using (var person = await browser.OpenAsync("considerate", butler, 360))
        {
            await AcceptAsync(person, words);
            await OpenRequestAsync(person, words);
            await SayAsync(person, "answer", "已经叫停，明早回复您原因");
            await CompleteAsync(person, "已停工");
            await person.FitsAsync();
            person.Errors.ShouldBeEmpty();
        }

        await _steps.ConfirmAsync("considerate", words);
        await _steps.CallBackAsync("considerate", butler, words, 360);
        await using var desk = await browser.OpenAsync("considerate", butler);
        await desk.GoAsync("/requests?segment=all");
        await Expect(desk.Page.Locator("main tbody tr", new() { HasText = words })).ToContainTextAsync("已归档");
    }

    /// <summary>Everybody reads English; only what people wrote and what things are called stays Chinese.</summary>
    [Fact]
    [Trait("Requirement", "R4"), Trait("Requirement", "R192")]
    public async Task Complaint_InEnglish_FromReportToCallBack()
    {
        const string words = "Noise from upstairs during the midday rest";
        string butler;
        await using (var resident = await browser.OpenAsync("considerate", "resident1", 360, language: "en"))
        {
            await resident.GoAsync("/home");
            await Expect(resident.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
            await Expect(resident.Page.Locator(".scard")).ToContainTextAsync("Considerate Butler");
            await Expect(resident.Page.Locator(".scard")).ToContainTextAsync("within 15 min", new() { IgnoreCase = true });
            butler = Template.UserOf("considerate", (await resident.Page.Locator(".scard h1").InnerTextAsync()).Trim());
            await resident.Page.Locator("a[href^='/home/ask/complaint']").First.ClickAsync();
            await WriteAsync(resident, words);
            await Expect(resident.Page.Locator("h1")).ToContainTextAsync(words);
            await resident.FitsAsync();
            await resident.PictureAsync("english");
            resident.Errors.ShouldBeEmpty();
        }

        await browser.App.AdvanceAsync(TimeSpan.FromMinutes(3));
        await using (var person = await browser.OpenAsync("considerate", butler, 1280, language: "en"))
        {
            await AcceptAsync(person, words);
            await OpenRequestAsync(person, words);
            await Expect(person.Page.Locator("dl.five > div", new() { HasText = "Respond" }).First).ToContainTextAsync("15 min");
            await SayAsync(person, "answer", "The work has stopped; it goes on at two");
            await CompleteAsync(person, "Stopped until two");
            var log = await person.Page.Locator(".stp").InnerTextAsync();
            Han().Matches(log).Select(m => m.Value).ShouldBeEmpty("the steps are in English");
            await person.PictureAsync("english-desk");
            person.Errors.ShouldBeEmpty();
        }

        await _steps.ConfirmAsync("considerate", words, "Confirmed", "en");
        await _steps.CallBackAsync("considerate", butler, words, 1280, "en");
    }
}

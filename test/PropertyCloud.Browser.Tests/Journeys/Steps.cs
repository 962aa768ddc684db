using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PropertyCloud.Testing;

namespace PropertyCloud.Browser.Tests.Journeys;

/// <summary>What people do again and again, as they do it: on pages, by what they read.</summary>
internal sealed class Steps(BrowserApp browser)
{
    private TestApp App => browser.App;

    /// <summary>The resident's butler by name, as the card at home shows.</summary>
    public async Task<string> ReportAsync(string company, string kind, string words, int respondMinutes, string butlerTitle)
    {
        await using var resident = await browser.OpenAsync(company, "resident1", 360);
        await resident.GoAsync("/home");
        await Expect(resident.Page.Locator(".scard")).ToContainTextAsync(butlerTitle);
        await Expect(resident.Page.Locator(".scard")).ToContainTextAsync($"{respondMinutes} 分钟");
        var butler = (await resident.Page.Locator(".scard h1").InnerTextAsync()).Trim();
        await resident.FitsAsync();
        await resident.PictureAsync("home");
        await resident.Page.Locator($"a[href^='/home/ask/{kind}']").First.ClickAsync();
        await WriteAsync(resident, words);
        await Expect(resident.Page.Locator("body")).ToContainTextAsync($"{respondMinutes} 分钟");
        await resident.FitsAsync();
        await resident.PictureAsync("reported");
        resident.Errors.ShouldBeEmpty();
        return butler;
    }

    /// <summary>Fills the form that is open and sends it; gives the request's id.</summary>
    public static async Task<string> WriteAsync(Person resident, string words)
    {
        await resident.Page.Locator("textarea[name='Description']").FillAsync(words);
        await resident.Page.Locator("main form.form button[type='submit']").ClickAsync();
        await resident.Page.WaitForURLAsync("**/home/requests/*");
        return new Uri(resident.Page.Url).Segments[^1];
    }

    /// <summary>From the butler's day, by the button beside the words.</summary>
    public static async Task AcceptAsync(Person butler, string words)
    {
        await butler.GoAsync("/today");
        await butler.Page.Locator("li.job", new() { HasText = words }).Locator("form[action*='handler=Accept'] button").ClickAsync();
        await butler.Page.WaitForLoadStateAsync();
    }

    /// <summary>From the list of all, newest first.</summary>
    public static async Task OpenRequestAsync(Person person, string words)
    {
        await person.GoAsync("/requests?segment=all");
        await person.Page.Locator("main a[data-row]", new() { HasText = words }).First.ClickAsync();
        await person.Page.WaitForURLAsync("**/requests/*-*");
    }

    /// <summary>The open request goes to one department.</summary>
    public static async Task DispatchAsync(Person person, string department, string departmentName)
    {
        await person.Page.Locator("button[data-open='dispatch']:visible").First.ClickAsync();
        var dialog = person.Page.Locator("dialog#dispatch");
        foreach (var box in await dialog.Locator("input[name='departments']").AllAsync()) await box.SetCheckedAsync(await box.GetAttributeAsync("value") == department);
        await dialog.Locator("button.btn-primary").ClickAsync();
        await Expect(person.Page.Locator("#work")).ToContainTextAsync(departmentName);
    }

    /// <summary>Writes into the composer of the open request: <c>message</c>, <c>answer</c> or <c>note</c>.</summary>
    public static async Task SayAsync(Person person, string mode, string words)
    {
        await person.Page.Locator($"#answer label:has(input[name='mode'][value='{mode}'])").ClickAsync();
        await person.Page.Locator("#answer textarea").FillAsync(words);
        await person.Page.Locator("#answer button.btn:not(.btn-sm)").ClickAsync();
        await Expect(person.Page.Locator(".log")).ToContainTextAsync(words);
    }

    /// <summary>The butler finishes the open request alone.</summary>
    public static async Task CompleteAsync(Person person, string result)
    {
        await person.Page.Locator("button[data-open='more']:visible").First.ClickAsync();
        await person.Page.Locator("dialog#more button[data-open='complete']").ClickAsync();
        await person.Page.Locator("dialog#complete textarea[name='result']").FillAsync(result);
        await person.Page.Locator("dialog#complete button.btn-primary").ClickAsync();
        await Expect(person.Page.Locator(".log")).ToContainTextAsync(result);
    }

    public static async Task<string> NumberAsync(Person person) => Regex.Match(await person.Page.Locator("main").InnerTextAsync(), "[A-Z]{2}\\d{10,}").Value;

    public static async Task OpenOrderAsync(Person person, string words)
    {
        for (var attempt = 0; attempt < 40; attempt++)
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
    public async Task WorkAsync(string company, string worker, string words, string note)
    {
        await using var person = await browser.OpenAsync(company, worker, 360);
        await OpenOrderAsync(person, words);
        foreach (var act in new[] { "Take", "Arrive" })
        {
            await person.Page.Locator($"form[action*='handler={act}'] button:visible").First.ClickAsync();
            await person.Page.WaitForLoadStateAsync();
        }

        await person.Page.Locator("textarea[name='note']:visible").First.FillAsync(note);
        await person.Page.Locator("button[form='complete']:visible").First.ClickAsync();
        await person.Page.WaitForLoadStateAsync();
        await person.FitsAsync();
        await person.PictureAsync("completed");
        person.Errors.ShouldBeEmpty();
    }

    /// <summary>The resident finds it done, opens it and confirms it with five stars.</summary>
    public async Task ConfirmAsync(string company, string words, string confirmed = "已验收", string language = "zh-CN")
    {
        await using var resident = await browser.OpenAsync(company, "resident1", 360, language);
        await WaitForAsync(async () =>
        {
            await resident.GoAsync("/home/requests");
            await resident.Page.Locator("a.now", new() { HasText = words }).First.ClickAsync();
            await resident.Page.WaitForURLAsync("**/home/requests/*-*");
            return await resident.Page.Locator("button[data-open='confirm']").CountAsync() > 0;
        }, $"'{words}' never came to be confirmed");
        await resident.PictureAsync("to-confirm");
        await resident.Page.Locator("button[data-open='confirm']").ClickAsync();
        await resident.Page.Locator("dialog#confirm input[name='rating'][value='5']").CheckAsync();
        await resident.Page.Locator("dialog#confirm button.btn-primary").ClickAsync();
        await Expect(resident.Page.Locator("body")).ToContainTextAsync(confirmed);
        await resident.FitsAsync();
        resident.Errors.ShouldBeEmpty();
    }

    public async Task CallBackAsync(string company, string butler, string words, int width, string language = "zh-CN")
    {
        await using var person = await browser.OpenAsync(company, butler, width, language);
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

    /// <summary>How often the supervisor's list of a month's missed promises names a number.</summary>
    /// <param name="wanted">Waited for, as the host handles what happened by itself; more or less after that is what is found.</param>
    public async Task<int> BreachesAsync(string company, string number, DateTimeOffset month, int wanted, string picture)
    {
        await App.SettleAsync();
        await using var person = await browser.OpenAsync(company, "supervisor");
        var found = -1;
        for (var attempt = 0; attempt < 20 && found != wanted; attempt++)
        {
            if (attempt > 0) await Task.Delay(250);
            await person.GoAsync($"/breaches?month={month.ToOffset(TimeSpan.FromHours(8)):yyyy-MM}");
            found = await person.Page.Locator("main tbody tr", new() { HasText = number }).CountAsync();
        }

        await person.PictureAsync(picture);
        person.Errors.ShouldBeEmpty();
        return found;
    }

    /// <summary>Reported by the interface for programs, as the app of a phone would; gives the request's id.</summary>
    public async Task<string> MakeAsync(string company, object body)
    {
        var resident = await App.SignInAsync(company, "resident1");
        var unit = (await resident.GetAsync("/home/ask/repair")).Document.QuerySelector("input[name=unit]")!.GetAttribute("value")!;
        var json = System.Text.Json.JsonSerializer.SerializeToNode(body)!.AsObject();
        json["unitId"] = unit;
        json["isEmergency"] = false;
        var answer = await resident.JsonAsync(HttpMethod.Post, "/api/butler/requests/mine", json, HttpStatusCode.Created);
        await App.SettleAsync();
        return answer.GetProperty("id").GetString()!;
    }

    public static async Task WaitForAsync(Func<Task<bool>> holds, string otherwise)
    {
        for (var attempt = 0; attempt < 60; attempt++)
        {
            if (await holds()) return;
            await Task.Delay(250);
        }

        throw new TimeoutException(otherwise);
    }

    public static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}

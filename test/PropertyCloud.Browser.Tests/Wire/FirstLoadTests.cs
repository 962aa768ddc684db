using System.Globalization;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace PropertyCloud.Browser.Tests.Wire;

/// <summary>What travels when a phone opens a page for the first time: compressed, as the browser counted it, photos and faces aside.</summary>
[Collection("SQLite")]
public sealed class FirstLoadTests(BrowserOnSqlite browser, ITestOutputHelper output)
{
    private const int Most = 60 * 1024;

    [Theory]
    [InlineData("resident's home", "resident1")]
    [InlineData("request", "resident1")]
    [InlineData("ask", "resident1")]
    [InlineData("butler's today", "butler")]
    [InlineData("orders", "eng1")]
    public async Task PhonePage_OnAColdCache_IsUnder60KB(string page, string user)
    {
        var scene = await browser.SceneAsync();
        var url = page switch { "resident's home" => "/home", "request" => $"/home/requests/{scene.Working}", "ask" => "/home/ask/repair", "orders" => "/orders", _ => "/today" };
        await using var before = await browser.OpenAsync("standard", user == "butler" ? scene.Butler : user, 360);
        // Another device: signed in, with an empty cache.
        await using var person = await browser.OpenAsync("standard", user, 360, session: await before.SessionAsync());
        var seen = await LoadAsync(person, url);
        var total = seen.Sum(s => s.Bytes);
        await ReportAsync(page, seen, total);
        seen.Count.ShouldBeGreaterThan(4, "page, style, script, icons and font");
        seen.ShouldAllBe(s => s.Bytes > 0);
        total.ShouldBeLessThan(Most);
        person.Errors.ShouldBeEmpty();
    }

    private static async Task<List<(string Path, int Bytes)>> LoadAsync(Person person, string url)
    {
        var finished = new List<IRequest>();
        person.Page.RequestFinished += (_, request) =>
        {
            lock (finished) finished.Add(request);
        };
        var answer = await person.GoAsync(url);
        answer!.Status.ShouldBe(200);
        await person.Page.EvaluateAsync("() => document.fonts.ready");
        // Icons and fonts that scripts ask for after the load.
        await Task.Delay(500);
        IRequest[] requests;
        lock (finished) requests = [.. finished];
        var seen = new List<(string, int)>();
        foreach (var request in requests.Where(r => !IsPhoto(r)))
        {
            var sizes = await request.SizesAsync();
            seen.Add((new Uri(request.Url).AbsolutePath, sizes.ResponseBodySize + sizes.ResponseHeadersSize));
        }

        return seen;
    }

    private static bool IsPhoto(IRequest request) => new Uri(request.Url).AbsolutePath is var path && (path.StartsWith("/files/", StringComparison.Ordinal) || path.Contains("/portraits/", StringComparison.Ordinal));

    private async Task ReportAsync(string page, List<(string Path, int Bytes)> seen, int total)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{page,-16} {total,7:N0} bytes of {Most:N0}: ") + string.Join(", ", seen.Select(s => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(s.Path)} {s.Bytes:N0}")));
        output.WriteLine(line);
        Directory.CreateDirectory(Person.Artefacts());
        await File.AppendAllTextAsync(Path.Combine(Person.Artefacts(), "first-load.txt"), line + "\n");
    }
}

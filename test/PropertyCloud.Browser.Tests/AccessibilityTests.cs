using System.Text.Json;
using Microsoft.Playwright;
using PropertyCloud.Testing;

namespace PropertyCloud.Browser.Tests;

/// <summary>Every page, as its reader sees it, light on a phone and dark on a desk: nothing that axe finds, nothing wider than the
/// screen, a heading of its own.</summary>
[Collection("MariaDB")]
public sealed class AccessibilityTests(BrowserOnMariaDb browser)
{
    private static readonly string Axe = File.ReadAllText(Path.Combine(Person.Artefacts(), "..", "..", "modules", "theme", "PropertyCloud.Theme", "node_modules", "axe-core", "axe.min.js"));

    [Fact]
    public async Task EveryPage_IsReached_AndIsAccessible()
    {
        await Activity.MakeAsync(browser.App, "standard");
        var (found, missing) = await PageCatalog.CrawlAsync(browser.App);
        missing.ShouldBeEmpty("no link leads to these pages");
        var complaints = new List<string>();
        foreach (var reader in found.GroupBy(p => (p.Company, p.User)))
        {
            await LookAsync(reader, 360, dark: false, complaints);
            await LookAsync(reader, 1280, dark: true, complaints);
        }

        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Control_APlantedFault_IsFound()
    {
        await using var person = await browser.OpenAsync("standard", null);
        await person.GoAsync("/sign-in");
        (await FaultsAsync(person.Page)).ShouldBeEmpty();
        await person.Page.EvaluateAsync("() => { const i = document.createElement('img'); i.src = '/favicon.ico'; document.querySelector('main').append(i); }");
        (await FaultsAsync(person.Page)).ShouldContain(f => f.Contains("image-alt", StringComparison.Ordinal));
    }

    private async Task LookAsync(IGrouping<(string Company, string? User), OpenPage> reader, int width, bool dark, List<string> complaints)
    {
        await using var person = await browser.OpenAsync(reader.Key.Company, reader.Key.User, width, dark: dark);
        foreach (var page in reader)
        {
            var where = $"{page.Url} ({page.User ?? "signed out"}, {width} px{(dark ? ", dark" : "")})";
            var answer = await person.GoAsync(page.Url);
            if (answer?.Status != 200) complaints.Add($"{where}: {answer?.Status}");
            if (await person.Page.Locator("h1").CountAsync() != 1) complaints.Add($"{where}: {await person.Page.Locator("h1").CountAsync()} h1");
            var overflow = await person.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (overflow > 0) complaints.Add($"{where}: {overflow} px too wide");
            complaints.AddRange((await FaultsAsync(person.Page)).Select(f => $"{where}: {f}"));
            await OpenDialogsAsync(person.Page, where, complaints);
            await person.PictureAsync(page.Route.Replace('/', '-').Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal));
        }

        complaints.AddRange(person.Errors.Select(e => $"{reader.Key.User}: {e}"));
    }

    private static async Task OpenDialogsAsync(IPage page, string where, List<string> complaints)
    {
        foreach (var id in await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('dialog[id]')].map(d => d.id)"))
        {
            await page.EvaluateAsync("id => { const d = document.getElementById(id); if (!d.open) d.showModal(); }", id);
            complaints.AddRange((await FaultsAsync(page)).Select(f => $"{where}, dialog {id}: {f}"));
            await page.EvaluateAsync("id => document.getElementById(id).close()", id);
        }
    }

    internal static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        var json = await page.EvaluateAsync<string>("""
            async () => JSON.stringify((await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }))
              .violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message ?? '')).join(' | ')))
            """);
        return JsonSerializer.Deserialize<string[]>(json)!;
    }
}

[CollectionDefinition("MariaDB")]
public sealed class MariaDbCollection : ICollectionFixture<BrowserOnMariaDb>;

[CollectionDefinition("SQLite")]
public sealed class SqliteCollection : ICollectionFixture<BrowserOnSqlite>;

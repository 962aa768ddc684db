using System.Text.Json;
using Microsoft.Playwright;
using PropertyCloud.Testing;

namespace PropertyCloud.Browser.Tests;

/// <summary>What axe finds on a page, and that a planted fault is found.</summary>
[Collection("MariaDB")]
public sealed class AccessibilityTests(BrowserOnMariaDb browser)
{
    private static readonly string Axe = File.ReadAllText(Path.Combine(Person.Artefacts(), "..", "..", "modules", "theme", "PropertyCloud.Theme", "node_modules", "axe-core", "axe.min.js"));

    [Fact]
    public async Task Control_APlantedFault_IsFound()
    {
        await using var person = await browser.OpenAsync("standard", null);
        await person.GoAsync("/sign-in");
        (await FaultsAsync(person.Page)).ShouldBeEmpty();
        await person.Page.EvaluateAsync("() => { const i = document.createElement('img'); i.src = '/favicon.ico'; document.querySelector('main').append(i); }");
        (await FaultsAsync(person.Page)).ShouldContain(f => f.Contains("image-alt", StringComparison.Ordinal));
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

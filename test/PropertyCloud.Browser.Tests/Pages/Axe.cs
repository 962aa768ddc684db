using System.Text.Json;
using Microsoft.Playwright;

namespace PropertyCloud.Browser.Tests.Pages;

/// <summary>axe-core, from the theme's own packages.</summary>
internal static class Axe
{
    public static readonly string Script = File.ReadAllText(Path.Combine(Person.Artefacts(), "..", "..", "modules", "theme", "PropertyCloud.Theme", "node_modules", "axe-core", "axe.min.js"));

    private const string Everything = "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";

    /// <summary>The rules that another colour scheme can break: markup and sizes are the same in both.</summary>
    private const string Colours = "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";

    /// <summary>What is wrong on the page, in axe's words; the script stands ready on it (<see cref="Person.PrepareAsync"/>).</summary>
    /// <param name="within">A selector, or null: the whole page.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, string? within = null, bool coloursOnly = false)
    {
        var json = await page.EvaluateAsync<string>($$"""
            async within => JSON.stringify((await axe.run(within ?? document, { runOnly: {{(coloursOnly ? Colours : Everything)}}, resultTypes: ['violations'] }))
              .violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message ?? '')).join(' | ')))
            """, within);
        return JsonSerializer.Deserialize<string[]>(json)!;
    }
}

using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PropertyCloud.Browser.Tests.Pages;

/// <summary>Looks at pages for one reader: in Chinese with axe, light and dark, wide and narrow; in English; a resident's in large type.
/// Keeps pictures under <c>test/artefacts/pages</c>.</summary>
internal sealed partial class Look(Reader reader, IPage chinese, IPage english, IPage elder)
{
    internal static readonly string Folder = Path.Combine(Person.Artefacts(), "pages");

    /// <summary>Dialogs that were looked at: most are the same on every page of a kind.</summary>
    private static readonly ConcurrentDictionary<string, bool> Dialogs = new();

    public List<string> Complaints { get; } = [];

    public async Task AtAsync(PageSight sight)
    {
        await InChineseAsync(sight);
        if (sight.View is null || reader == PageCatalogue.Newcomer) await InEnglishAsync(sight);
        if (reader.IsResident || reader == PageCatalogue.Anybody) await InLargeTypeAsync(sight);
    }

    private async Task InChineseAsync(PageSight sight)
    {
        var where = $"{sight.Name} for {reader}";
        await OpenAsync(chinese, sight, where);
        var heading = await chinese.Locator("h1").AllInnerTextsAsync();
        if (heading.Count != 1 || !heading[0].Contains(sight.Heading, StringComparison.Ordinal)) Complaints.Add($"{where}: h1 is '{string.Join("' and '", heading)}', not '{sight.Heading}'");

        await chinese.SetViewportSizeAsync(1280, 900);
        await chinese.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await AxeAsync(chinese, $"{where}, desk, light");
        await PictureAsync(chinese, sight, "zh-desk-light");
        foreach (var width in new[] { 1024, 768 })
        {
            await chinese.SetViewportSizeAsync(width, 900);
            await FitsAsync(chinese, $"{where}, {width} px");
        }

        await chinese.SetViewportSizeAsync(1280, 900);
        await chinese.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await AxeAsync(chinese, $"{where}, desk, dark", coloursOnly: true);
        await PictureAsync(chinese, sight, "zh-desk-dark");
        await OnThePhoneAsync(sight, where);
    }

    /// <summary>Everything that opens is opened here: dialogs are sheets and take most of the screen.</summary>
    private async Task OnThePhoneAsync(PageSight sight, string where)
    {
        await chinese.SetViewportSizeAsync(360, 780);
        await FitsAsync(chinese, $"{where}, 360 px");
        await AxeAsync(chinese, $"{where}, phone, dark");
        await PictureAsync(chinese, sight, "zh-phone-dark");
        await chinese.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await AxeAsync(chinese, $"{where}, phone, light", coloursOnly: true);
        await PictureAsync(chinese, sight, "zh-phone-light");
        foreach (var id in await chinese.EvaluateAsync<string[]>("() => [...document.querySelectorAll('dialog[id]')].map(d => d.id)"))
            if (Dialogs.TryAdd(id == "keys" ? id : $"{sight.Route} {reader} {Numbers().Replace(id, "")}", true)) await InDialogAsync(sight, where, id);
        if (await chinese.EvaluateAsync<int>("() => { const all = document.querySelectorAll('main details'); all.forEach(d => d.open = true); return all.length; }") > 0)
        {
            await FitsAsync(chinese, $"{where}, details open");
            await AxeAsync(chinese, $"{where}, details open", "main");
            await PictureAsync(chinese, sight, "zh-phone-light-open");
        }

        await chinese.SetViewportSizeAsync(320, 640);
        await FitsAsync(chinese, $"{where}, 320 px");
    }

    private async Task InDialogAsync(PageSight sight, string where, string id)
    {
        await chinese.EvaluateAsync("id => document.getElementById(id).showModal()", id);
        await FitsAsync(chinese, $"{where}, dialog {id}");
        await AxeAsync(chinese, $"{where}, dialog {id}, light", $"#{id}");
        await chinese.ScreenshotAsync(new() { Path = PathOf(sight, $"zh-phone-light-{Numbers().Replace(id, "")}"), Type = ScreenshotType.Jpeg, Quality = 80 });
        await chinese.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await AxeAsync(chinese, $"{where}, dialog {id}, dark", $"#{id}", coloursOnly: true);
        await chinese.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await chinese.EvaluateAsync("id => document.getElementById(id).close()", id);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Numbers();

    private async Task InEnglishAsync(PageSight sight)
    {
        var where = $"{sight.Name} for {reader}, English";
        await OpenAsync(english, sight, where);
        if (await english.GetAttributeAsync("html", "lang") != "en") Complaints.Add($"{where}: the page is not in English");
        await english.SetViewportSizeAsync(1280, 900);
        await FitsAsync(english, where);
        await PictureAsync(english, sight, "en-desk-light");
        await english.SetViewportSizeAsync(360, 780);
        await FitsAsync(english, $"{where}, 360 px");
        await PictureAsync(english, sight, "en-phone-light");
    }

    private async Task InLargeTypeAsync(PageSight sight)
    {
        var where = $"{sight.Name} for {reader}, large type";
        await OpenAsync(elder, sight, where);
        await FitsAsync(elder, where);
        await PictureAsync(elder, sight, "zh-elder-light");
    }

    private async Task OpenAsync(IPage page, PageSight sight, string where)
    {
        var answer = await page.GotoAsync(sight.Url);
        if (new Uri(page.Url).PathAndQuery is var there && Uri.UnescapeDataString(there) != Uri.UnescapeDataString(sight.Url)) Complaints.Add($"{where}: {sight.Url} leads to {there}");
        if (answer?.Status != sight.Status) Complaints.Add($"{where}: {sight.Url} answers {answer?.Status}, not {sight.Status}");
    }

    private async Task AxeAsync(IPage page, string where, string? within = null, bool coloursOnly = false) =>
        Complaints.AddRange((await Axe.FaultsAsync(page, within, coloursOnly)).Select(f => $"{where}: {f}"));

    private async Task FitsAsync(IPage page, string where)
    {
        if (await OverflowAsync(page) is var wide and > 0) Complaints.Add($"{where}: {wide} px too wide");
    }

    /// <summary>By how much something is wider than the screen.</summary>
    internal static Task<int> OverflowAsync(IPage page) => page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>The whole page on a screen that is tall enough, so that the bars stand at its end.</summary>
    private static async Task PictureAsync(IPage page, PageSight sight, string how)
    {
        var (width, height) = (page.ViewportSize!.Width, page.ViewportSize.Height);
        var whole = await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        if (whole > height) await page.SetViewportSizeAsync(width, whole);
        await page.ScreenshotAsync(new() { Path = PathOf(sight, how), Type = ScreenshotType.Jpeg, Quality = 80 });
        if (whole > height) await page.SetViewportSizeAsync(width, height);
    }

    private static string PathOf(PageSight sight, string how)
    {
        Directory.CreateDirectory(Folder);
        return Path.Combine(Folder, $"{sight.Name}.{how}.jpg");
    }
}

using Microsoft.Playwright;

namespace PropertyCloud.Browser.Tests.Pages;

/// <summary>Ruling 53: every page, as its reader sees it, with data, its dialogs open, light and dark, on a desk and on a phone.</summary>
[Collection("SQLite")]
public sealed class PageTests(BrowserOnSqlite browser)
{
    /// <summary>Pages that are opened at the same time: one for each core.</summary>
    private const int Hands = 2;

    public static TheoryData<string> Readers => [.. PageCatalogue.Readers.Select(r => r.ToString())];

    [Fact]
    public async Task EveryPageRoute_IsOpenedBySomebody()
    {
        var sights = PageCatalogue.Of(await browser.SceneAsync()).SelectMany(r => r.Value).ToList();
        var routes = PageCatalogue.Routes(browser.App);
        routes.Count.ShouldBeGreaterThan(45);
        PageCatalogue.Missing(routes, sights).ShouldBeEmpty("pages that no reader opens");
        sights.Select(p => p.Route).Except(routes).ShouldBeEmpty("routes that are not there");
        sights.Select(p => p.Name).GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty("two sights of one name");
        // Control: a page that was forgotten is found.
        PageCatalogue.Missing(routes, sights.Where(p => p.Route != "board")).ShouldBe(["board"]);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task EveryPage_OfAReader_HasNothingThatAxeFinds_AndFits(string reader)
    {
        var (who, sights) = PageCatalogue.Of(await browser.SceneAsync()).Single(r => r.Key.ToString() == reader);
        var user = who.User == "butler" ? (await browser.SceneAsync()).Butler : who.User;
        await using var person = await browser.OpenAsync(who.Company, user);
        await person.PrepareAsync(Axe.Script);
        await using var foreigner = await browser.OpenAsync(who.Company, user, session: await person.SessionAsync(), language: "en");
        await using var elder = await browser.OpenAsync(who.Company, user, 360, session: await person.SessionAsync());
        await elder.ChooseAsync("pc-elder", "1");
        var complaints = new List<string>();
        var rest = new Queue<PageSight>(sights);
        await Task.WhenAll(Enumerable.Range(0, Hands).Select(async _ =>
        {
            var look = new Look(who, await person.NewPageAsync(), await foreigner.NewPageAsync(), await elder.NewPageAsync());
            while (Next(rest) is { } sight) await look.AtAsync(sight);
            lock (complaints) complaints.AddRange(look.Complaints);
        }));
        complaints.AddRange(person.Errors.Concat(foreigner.Errors).Concat(elder.Errors).Where(e => !IsOfRefusal(e, sights)));
        Gallery.Write(Look.Folder);
        complaints.ShouldBeEmpty();
    }

    private static PageSight? Next(Queue<PageSight> rest)
    {
        lock (rest) return rest.TryDequeue(out var sight) ? sight : null;
    }

    /// <summary>Chromium reports every document that answers with a refusal.</summary>
    private static bool IsOfRefusal(string error, IEnumerable<PageSight> sights) =>
        error.Contains("Failed to load resource", StringComparison.Ordinal) && sights.Any(s => s.Status != 200 && error.Contains($"status of {s.Status}", StringComparison.Ordinal) && error.Contains(s.Url, StringComparison.Ordinal));

    [Fact]
    public async Task Control_PlantedFaults_AreFound()
    {
        await using var person = await browser.OpenAsync("standard", null);
        await person.PrepareAsync(Axe.Script);
        await person.GoAsync("/sign-in");
        (await Axe.FaultsAsync(person.Page)).ShouldBeEmpty();
        await person.Page.EvaluateAsync("() => { const i = document.createElement('img'); i.src = '/favicon.ico'; document.querySelector('main').append(i); }");
        (await Axe.FaultsAsync(person.Page)).ShouldContain(f => f.Contains("image-alt", StringComparison.Ordinal));
        // Words that cannot be read in the dark only, put there by the product's own properties.
        await person.Page.EvaluateAsync("() => { const p = document.createElement('p'); p.textContent = '看不见'; p.style.color = '#14201E'; document.querySelector('main').append(p); }");
        (await Axe.FaultsAsync(person.Page, coloursOnly: true)).ShouldBeEmpty();
        await person.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        (await Axe.FaultsAsync(person.Page, coloursOnly: true)).ShouldContain(f => f.Contains("color-contrast", StringComparison.Ordinal));
        (await Look.OverflowAsync(person.Page)).ShouldBe(0);
        await person.Page.EvaluateAsync("() => { const d = document.createElement('div'); d.style.width = '1400px'; d.textContent = '宽'; document.querySelector('main').append(d); }");
        (await Look.OverflowAsync(person.Page)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task EveryPage_IsReachedByALink()
    {
        var scene = await browser.SceneAsync();
        var routes = PageCatalogue.Routes(browser.App).Select(r => (Route: r, Parts: r.Split('/'))).ToList();
        var linked = new HashSet<string>();
        foreach (var (who, sights) in PageCatalogue.Of(scene))
        {
            var client = who.User is { } user ? await browser.App.SignInAsync(who.Company, user == "butler" ? scene.Butler : user) : browser.App.Anonymous(who.Company);
            foreach (var sight in sights)
            {
                var page = await client.GetAsync(sight.Url);
                foreach (var address in page.Document.QuerySelectorAll("a[href^='/'], form[action^='/']").Select(a => (a.GetAttribute("href") ?? a.GetAttribute("action"))!.Split('?', '#')[0]))
                    linked.UnionWith(routes.Where(r => Leads(r.Parts, address)).OrderBy(r => r.Parts.Count(p => p.StartsWith('{'))).Take(1).Select(r => r.Route));
            }
        }

        // A message brings the one, a refusal the others; whoever is signed out is sent to the way in.
        string[] nobodyClicks = ["error/{code:int}", "link/{token}", "suspended"];
        routes.Select(r => r.Route).Except(linked).Except(nobodyClicks).ShouldBeEmpty("no link leads to these pages");
    }

    private static bool Leads(string[] route, string address)
    {
        var parts = address.Trim('/').Split('/');
        return route.Length == parts.Length && route.Zip(parts).All(x => x.First == x.Second || x.First.StartsWith('{'));
    }
}

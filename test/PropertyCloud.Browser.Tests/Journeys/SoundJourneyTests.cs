using PropertyCloud.Testing;
using static PropertyCloud.Browser.Tests.Journeys.Steps;

namespace PropertyCloud.Browser.Tests.Journeys;

/// <summary>A new request sounds on the open page of its butler; what is not loud only moves the number on the bell.</summary>
[Collection("SQLite")]
public sealed class SoundJourneyTests(BrowserOnSqlite browser)
{
    /// <summary>In the place of the machine's sound: counts the tones that the page makes; one call is two of them.</summary>
    private const string Ear = """
        window.tones = 0;
        const param = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} };
        window.AudioContext = class {
          state = 'running';
          currentTime = 0;
          resume() {}
          createOscillator() { return { frequency: {}, connect: next => next, start() { window.tones++; }, stop() {} }; }
          createGain() { return { gain: param, connect: next => next }; }
        };
        """;

    [Fact, Trait("Requirement", "R43")]
    public async Task NewRequest_SoundsForItsButler_ACancelledOneOnlyCounts()
    {
        var scene = await browser.SceneAsync();
        await using var butler = await browser.OpenAsync("standard", scene.Butler);
        await butler.PrepareAsync(Ear);
        await butler.GoAsync("/account");
        // Browsers let a page sound only after it was touched.
        await butler.Page.Locator("h1").ClickAsync();
        var before = await UnreadAsync(butler);
        var steps = new TestClientSteps(browser.App);
        var request = await steps.ReportAsync("门禁卡刷不开");
        await WaitForAsync(async () => await UnreadAsync(butler) == before + 1, "the bell did not count the new request");
        await WaitForAsync(async () => await TonesAsync(butler) == 2, "the new request did not sound");

        await steps.CancelAsync(request);
        // Read as settled, and one quiet message about it.
        await WaitForAsync(() => QuietAsync(butler, request), "the bell did not look again");
        await Task.Delay(1500);
        (await TonesAsync(butler)).ShouldBe(2, "a cancelled request makes no sound");
        butler.Errors.ShouldBeEmpty();
    }

    private static Task<int> UnreadAsync(Person person) => person.Page.EvaluateAsync<int>("() => Number(document.querySelector('[data-unread]').dataset.unread)");
    private static Task<int> TonesAsync(Person person) => person.Page.EvaluateAsync<int>("() => window.tones");

    /// <summary>The message about it is there, and the bell shows what the inbox counts.</summary>
    private static Task<bool> QuietAsync(Person person, string request) => person.Page.EvaluateAsync<bool>("""
        request => fetch('/api/notifications/inbox?unread=true').then(a => a.json()).then(inbox =>
          inbox.items.some(i => i.kind === 'request-cancelled' && i.url.includes(request)) && Number(document.querySelector('[data-unread]').dataset.unread) === inbox.total)
        """, request);

    private sealed class TestClientSteps(TestApp app)
    {
        public async Task<string> ReportAsync(string text)
        {
            var resident = await app.SignInAsync("standard", "resident1");
            var unit = (await resident.GetAsync("/home/ask/repair")).Ok().Document.QuerySelector("input[name=unit]")!.GetAttribute("value");
            var made = await resident.JsonAsync(HttpMethod.Post, "/api/butler/requests/mine", new { kind = "enquiry", description = text, unitId = unit, channel = 1, isEmergency = false }, System.Net.HttpStatusCode.Created);
            return made.GetProperty("id").GetString()!;
        }

        public async Task CancelAsync(string request) =>
            await (await app.SignInAsync("standard", "resident1")).JsonAsync(HttpMethod.Post, $"/api/butler/my-requests/{request}/cancel", new { reason = "已经好了" });
    }
}

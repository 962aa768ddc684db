using System.Text.Json;
using PropertyCloud.Testing;

namespace PropertyCloud.Browser.Tests;

/// <summary>Something going on in a company, so that pages have data: made over the interface for programs, in people's names.</summary>
internal static class Activity
{
    /// <summary>Requests in several states of resident1's home; events and timers run by themselves in the host.</summary>
    public static async Task MakeAsync(TestApp app, string company)
    {
        var resident = await app.SignInAsync(company, "resident1");
        var home = await resident.GetAsync("/home/ask/repair");
        var unit = home.Document.QuerySelector("input[name=unit]")!.GetAttribute("value")!;
        foreach (var (kind, words) in new[]
        {
            ("repair", "厨房水槽下方漏水"), ("complaint", "楼上装修噪音，午休时段"), ("enquiry", "装修押金什么时候退"), ("repair", "客厅插座没电"), ("errand", "代取快递，放门口柜"), ("repair", "阳台推拉门脱轨"),
        })
            await ReportAsync(resident, unit, kind, words);

        var desk = await app.SignInAsync(company, "supervisor");
        var ids = await OpenAsync(desk);
        foreach (var id in ids.Take(5)) await desk.JsonAsync(HttpMethod.Post, $"/api/butler/requests/{id}/accept", new { });
        foreach (var id in ids.Take(3)) await desk.JsonAsync(HttpMethod.Post, $"/api/butler/requests/{id}/dispatch", new { targets = new[] { new { department = "engineering" } } });
        await desk.JsonAsync(HttpMethod.Post, $"/api/butler/requests/{ids[3]}/complete", new { text = "已经办好" });
        await resident.JsonAsync(HttpMethod.Post, $"/api/butler/my-requests/{ids[3]}/confirm", new { rating = 5 });
        await app.SettleAsync();
    }

    private static async Task ReportAsync(TestClient resident, string unit, string kind, string words)
    {
        using var answer = await resident.PostAsync("/api/butler/requests/mine", new { kind, description = words, unitId = unit, channel = 1, isEmergency = false });
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<List<string>> OpenAsync(TestClient desk)
    {
        var list = await desk.JsonAsync(HttpMethod.Get, "/api/butler/requests/");
        var items = list.TryGetProperty("items", out var page) ? page : list;
        return [.. items.EnumerateArray().Select(i => i.GetProperty("id").GetString()!)];
    }
}

using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Testing;

namespace PropertyCloud.Browser.Tests;

/// <param name="Route">The page's route pattern.</param>
/// <param name="User">Null: signed out.</param>
public sealed record OpenPage(string Route, string Url, string Company, string? User);

/// <summary>Every page route of the running host, each with an address and a reader. Addresses are found as a person finds them: by
/// following links. A page that no link leads to is found missing.</summary>
public static class PageCatalog
{
    /// <summary>Whose links are followed, in this order.</summary>
    private static readonly (string Company, string User)[] Readers =
    [
        ("standard", "supervisor"), ("standard", "admin"), ("standard", "butler1"), ("standard", "resident1"), ("standard", "eng1"), ("standard", "eng-head"), ("standard", "frontdesk"), ("", "operator"),
    ];

    /// <summary>Pages that no link leads to, with the reason.</summary>
    private static readonly Dictionary<string, string> NoLink = new()
    {
        ["link/{token}"] = "comes by message; the identity tests open it",
        ["suspended"] = "only for a blocked company; the tenants tests open it",
        [""] = "redirects",
    };

    public static IReadOnlyList<string> Routes(TestApp app) => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .Select(e => e.RoutePattern.RawText!.Trim('/')).Distinct().Where(r => !NoLink.ContainsKey(r) && !r.StartsWith("error", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static async Task<(IReadOnlyList<OpenPage> Found, IReadOnlyList<string> Missing)> CrawlAsync(TestApp app)
    {
        var routes = Routes(app).ToDictionary(r => r, r => r.Split('/'));
        var found = new Dictionary<string, OpenPage>();
        foreach (var url in new[] { "/sign-in", "/promises" })
            if (Match(routes, url) is { } route) found[route] = new(route, url, "standard", null);
        foreach (var (company, user) in Readers)
            await FollowAsync(app, company, user, routes, found);
        return ([.. found.Values.OrderBy(p => p.Route, StringComparer.Ordinal)], [.. routes.Keys.Except(found.Keys).Order(StringComparer.Ordinal)]);
    }

    private static async Task FollowAsync(TestApp app, string company, string user, Dictionary<string, string[]> routes, Dictionary<string, OpenPage> found)
    {
        var client = await app.SignInAsync(company, user);
        var queue = new Queue<string>(["/"]);
        var visited = new HashSet<string>();
        var seenRoutes = new Dictionary<string, int>();
        while (queue.TryDequeue(out var url) && visited.Count < 120)
        {
            var path = url.Split('?')[0];
            if (!visited.Add(path)) continue;
            var page = await client.GetAsync(url);
            if (page.Status != System.Net.HttpStatusCode.OK) continue;
            if (Match(routes, page.Url.AbsolutePath) is { } route) found.TryAdd(route, new(route, page.Url.PathAndQuery, company, user));
            foreach (var link in page.Document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith('/') && !h.Contains("handler=", StringComparison.Ordinal)))
            {
                // Two of each kind are enough: one may be a special case.
                if (Match(routes, link.Split('?', '#')[0]) is not { } target || (seenRoutes.GetValueOrDefault(target) >= 2 && found.ContainsKey(target))) continue;
                seenRoutes[target] = seenRoutes.GetValueOrDefault(target) + 1;
                queue.Enqueue(link.Split('#')[0]);
            }
        }
    }

    private static string? Match(Dictionary<string, string[]> routes, string path)
    {
        var parts = path.Trim('/').Split('/');
        return routes.Where(r => r.Value.Length == parts.Length && r.Value.Zip(parts).All(x => x.First == x.Second || x.First.StartsWith('{')))
            .OrderBy(r => r.Value.Count(p => p.StartsWith('{'))).Select(r => r.Key).FirstOrDefault();
    }
}

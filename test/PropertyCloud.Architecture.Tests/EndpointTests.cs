using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Testing;

namespace PropertyCloud.Architecture.Tests;

/// <summary>Every endpoint and page that the running host has.</summary>
public sealed class EndpointTests(SqlitePluginApp fixture) : IClassFixture<SqlitePluginApp>
{
    /// <summary>Open to everybody on purpose; a new one is added here with its reason.</summary>
    private static readonly Dictionary<string, string> Anonymous = new()
    {
        ["sign-in"] = "the way in",
        ["link/{token}"] = "one-time links",
        ["promises"] = "what the company promises to everybody",
        ["suspended"] = "what a blocked company's people see",
        ["error/{code:int?}"] = "errors",
        ["error/{code:int}"] = "errors",
        ["error/{code}"] = "errors",
        ["preferences"] = "language, theme and text size before signing in",
        ["api/kernel/antiforgery"] = "a program's first token; worth nothing without a session",
        ["bell"] = "an empty bell for who is not signed in",
        ["health/live"] = "for the load balancer",
        ["health/ready"] = "for the load balancer",
        ["brand/{hash}.css"] = "the company's colour",
        ["brand/{file}"] = "the company's colour",
        [""] = "redirects to the way in",
    };

    [Fact]
    public void EveryEndpoint_AsksWhoCalls()
    {
        var endpoints = fixture.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        endpoints.Count.ShouldBeGreaterThan(40);
        endpoints.Where(IsOpen).Select(e => e.RoutePattern.RawText?.Trim('/') ?? "").Where(r => !Anonymous.ContainsKey(r) && !r.StartsWith("_content/", StringComparison.Ordinal) && !r.EndsWith(".json", StringComparison.Ordinal) && !r.Contains("_framework", StringComparison.Ordinal) && r != "favicon.ico" && r != "{**path:file}").Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void EveryPage_NamesItsReaders() => PageModels()
        .Where(t => !t.GetCustomAttributes(true).Any(a => a is PermissionAttribute or AnySignedInAttribute or AllowAnonymousAttribute)).Select(t => t.FullName).ShouldBeEmpty();

    [Fact]
    public void Control_AnOpenEndpoint_IsFound()
    {
        var open = new RouteEndpointBuilder(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("leak"), 0).Build();
        IsOpen((RouteEndpoint)open).ShouldBeTrue();
    }

    [Fact]
    public void EveryPermission_IsNamedAfterItsModule_AndGrantedToSomebody()
    {
        var catalog = fixture.App.Services.GetRequiredService<ModuleCatalog>();
        foreach (var module in catalog.Modules)
        {
            foreach (var permission in module.Permissions)
            {
                permission.Name.ShouldStartWith($"{module.Name}.");
                permission.Roles.ShouldNotBeEmpty(permission.Name);
                permission.Roles.Except(SeededRoles.All).ShouldBeEmpty(permission.Name);
            }
        }

        catalog.Permissions.Select(p => p.Name).ShouldBeUnique();
    }

    [Fact]
    public void EveryMenuEntry_LeadsToAPage_ThatItsPermissionOpens()
    {
        var catalog = fixture.App.Services.GetRequiredService<ModuleCatalog>();
        var routes = fixture.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        foreach (var (module, entry) in catalog.Menu)
        {
            var path = entry.Url.Split('?')[0].Trim('/');
            routes.ShouldContain(r => Matches(r, path), $"{module.Name}: {entry.Url}");
            if (entry.Permission is { } permission) catalog.Permissions.ShouldContain(p => p.Name == permission, $"{module.Name}: {permission}");
        }
    }

    [Fact]
    public void EveryEvent_HasAStableName_AndCarriesNoPersonalData()
    {
        var events = Directory.GetFiles(AppContext.BaseDirectory, "PropertyCloud.*.dll").Where(f => !f.EndsWith(".Tests.dll", StringComparison.Ordinal)).Select(System.Reflection.Assembly.LoadFrom)
            .SelectMany(a => a.GetTypes()).Where(t => typeof(IEvent).IsAssignableFrom(t) && t is { IsClass: true, IsAbstract: false }).ToList();
        events.Count.ShouldBeGreaterThan(8);
        foreach (var type in events)
        {
            var name = (EventNameAttribute?)Attribute.GetCustomAttribute(type, typeof(EventNameAttribute));
            name.ShouldNotBeNull(type.FullName).Name.ShouldMatch("^[a-z-]+\\.[a-z-]+\\.v[0-9]+$");
            PersonalProperties(type).ShouldBeEmpty(type.FullName);
        }
    }

    [Fact]
    public void Control_AnEventWithAPhone_IsFound() => PersonalProperties(typeof(Gossip)).ShouldBe(["Phone"]);

    private sealed record Gossip(Guid Subject, string Phone) : IEvent;

    private static IEnumerable<string> PersonalProperties(Type type) => type.GetProperties().Select(p => p.Name).Where(n => n is "Phone" or "Name" or "PartyName" or "Mail" or "IdentityNumber" or "Comment");

    private static bool Matches(RouteEndpoint endpoint, string path)
    {
        var pattern = endpoint.RoutePattern.RawText?.Trim('/') ?? "";
        if (pattern == path) return true;
        var parts = pattern.Split('/');
        var given = path.Split('/');
        return parts.Length == given.Length && parts.Zip(given).All(x => x.First == x.Second || x.First.StartsWith('{'));
    }

    private static bool IsOpen(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<IAuthorizeData>() is null;

    private IEnumerable<Type> PageModels() => Directory.GetFiles(AppContext.BaseDirectory, "PropertyCloud.*.dll").Select(System.Reflection.Assembly.LoadFrom)
        .Union(fixture.App.Services.GetRequiredService<ModuleCatalog>().Modules.Select(m => m.Assembly)).SelectMany(a => a.GetTypes()).Where(t => typeof(PageModel).IsAssignableFrom(t) && !t.IsAbstract && t.Namespace?.Contains("Tests", StringComparison.Ordinal) != true);
}

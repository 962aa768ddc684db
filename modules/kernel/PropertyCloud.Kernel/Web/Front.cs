using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Web;

/// <summary>The door: sends everybody to the first page that is theirs.</summary>
internal static class Front
{
    public static void MapFront(this WebApplication app)
    {
        app.MapGet("/", (ICurrentUser user, ICurrentTenant tenant, ModuleCatalog catalog) => Results.Redirect(Target(user, tenant.Info, catalog)));
        app.MapGet("/api/kernel/antiforgery", (HttpContext http, IAntiforgery antiforgery) =>
        {
            // For programs that use a browser's session: the token goes into the named header of every change.
            var tokens = antiforgery.GetAndStoreTokens(http);
            return Results.Ok(new AntiforgeryAnswer(tokens.HeaderName!, tokens.RequestToken!));
        });
    }

    internal static string Target(ICurrentUser user, TenantInfo? tenant, ModuleCatalog catalog)
    {
        if (!user.IsAuthenticated) return "/sign-in";
        if (user.Access!.IsResident) return "/home";
        var places = tenant?.IsPlatform == true ? new[] { MenuPlace.Platform } : [MenuPlace.StaffTab, MenuPlace.Rail, MenuPlace.Setting];
        var entries = places.SelectMany(place => catalog.Menu.Where(m => m.Entry.Place == place && FeatureGate.Has(tenant, m.Module)))
            .Where(m => m.Entry.Permission is null || user.Has(m.Entry.Permission))
            .Select(m => m.Entry)
            .ToList();
        // The raised middle tab makes something new: nobody starts there.
        return (entries.Find(e => !e.Centre) ?? entries.FirstOrDefault())?.Url ?? "/account";
    }

    internal sealed record AntiforgeryAnswer(string Header, string Token);
}

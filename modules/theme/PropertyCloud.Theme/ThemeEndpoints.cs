using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Theme.Brand;
using PropertyCloud.Theme.Layout;

namespace PropertyCloud.Theme;

public static partial class ThemeEndpoints
{
    private const string KeepForAYear = "public, max-age=31536000, immutable";

    /// <summary>The company's colours as a style sheet, the bell's fragment and the favicon. Mapped once by the host.</summary>
    public static IEndpointRouteBuilder MapTheme(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/brand/{file}", Brand).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/bell", BellAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/favicon.ico", () => Results.Redirect(ThemeAssets.Favicon)).AllowAnonymous().ExcludeFromDescription();
        return endpoints;
    }

    /// <summary>Any colour gets its sheet: it is arithmetic and tells nothing about a company.</summary>
    private static IResult Brand(string file, HttpContext http)
    {
        if (Name().Match(file) is not { Success: true } name) return Results.NotFound();
        http.Response.Headers.CacheControl = KeepForAYear;
        return Results.Text(new BrandColour($"#{name.Groups[1].Value}").ToCss(), "text/css");
    }

    private static async Task<IResult> BellAsync(BellView bell, ICurrentUser me, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return me.IsAuthenticated ? Results.Text(await bell.RenderAsync(), "text/html", System.Text.Encoding.UTF8) : Results.NoContent();
    }

    [GeneratedRegex("^([0-9a-f]{6})-[0-9]+\\.css$")]
    private static partial Regex Name();
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Kernel.Web;

/// <summary>The reader's language: the cookie <c>pc-lang</c>, else what the browser asks for, else Chinese. Also sets the company's wording.</summary>
internal sealed class ReaderLanguage(RequestDelegate next)
{
    public static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public async Task InvokeAsync(HttpContext http, CurrentWording wording)
    {
        var culture = Choose(http.Request);
        http.Features.Set<IRequestCultureFeature>(new RequestCultureFeature(new RequestCulture(culture), null));
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        if (http.RequestServices.GetService<IWordingSource>() is { } source) wording.Value = await source.GetAsync();
        await next(http);
    }

    /// <summary>Of a request, also before and outside this middleware.</summary>
    public static CultureInfo Choose(HttpRequest request)
    {
        var chosen = request.Cookies[LanguageCookie.Name];
        if (chosen is "en") return English;
        if (chosen is "zh-CN") return Chinese;
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString())
            .FirstOrDefault(l => Is(l, "zh") || Is(l, "en"));
        return wanted is not null && Is(wanted, "en") ? English : Chinese;
    }

    private static bool Is(string tag, string language) =>
        tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Keeps a reader's choice of language.</summary>
public static class LanguageCookie
{
    public const string Name = "pc-lang";

    /// <param name="language"><c>zh-CN</c> or <c>en</c>; anything else forgets the choice.</param>
    public static void Set(HttpResponse response, string? language)
    {
        if (language is "zh-CN" or "en")
            response.Cookies.Append(Name, language, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true, Path = "/" });
        else
            response.Cookies.Delete(Name);
    }
}

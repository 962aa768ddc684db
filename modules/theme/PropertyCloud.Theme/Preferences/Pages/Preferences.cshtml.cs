using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Theme.Components;
using PropertyCloud.Theme.Layout;

namespace PropertyCloud.Theme.Preferences.Pages;

/// <summary>Language, theme, type size, keys and sound of this device, for everybody, signed in or not. Posts from any page
/// come here with what they change and where to go back to.</summary>
[AllowAnonymous]
public sealed class PreferencesModel(Navigation menu) : ModulePage
{
    public override Frame Frame => menu.FrameOfReader;
    public override string Title => L["语言和外观"];

    public void OnGet() { }

    public IActionResult OnPost(string? language, string? theme, string? elder, string? keys, string? sound, string? back)
    {
        Keep(ReaderPreferences.LanguageCookie, language, ReaderPreferences.Languages);
        Keep(ReaderPreferences.ThemeCookie, theme, ReaderPreferences.Themes);
        Keep(ReaderPreferences.ElderCookie, elder, ["0", "1"]);
        Keep(ReaderPreferences.KeysCookie, keys, ["on", "off"]);
        Keep(ReaderPreferences.SoundCookie, sound, ["on", "off"]);
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }

    /// <summary>Only known values are kept; what was not sent stays as it is.</summary>
    private void Keep(string cookie, string? value, IReadOnlyList<string> known)
    {
        if (value is null || !known.Contains(value)) return;
        Response.Cookies.Append(cookie, value, new CookieOptions
        {
            Path = "/",
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = Request.IsHttps,
            IsEssential = true,
        });
    }
}

using Microsoft.AspNetCore.Http;

namespace PropertyCloud.Theme.Layout;

/// <summary>What a reader chose for this device, kept in cookies so that signed-out pages follow it too. Scoped.</summary>
public sealed class ReaderPreferences(IHttpContextAccessor http)
{
    public const string LanguageCookie = "pc-lang";
    public const string ThemeCookie = "pc-theme";
    public const string ElderCookie = "pc-elder";
    public const string KeysCookie = "pc-keys";
    public const string SoundCookie = "pc-sound";

    public static readonly IReadOnlyList<string> Languages = ["zh-CN", "en"];
    public static readonly IReadOnlyList<string> Themes = ["auto", "light", "dark"];

    /// <summary>Null where none was chosen: the browser's languages decide.</summary>
    public string? Language => Languages.FirstOrDefault(x => x == Cookie(LanguageCookie));

    /// <summary>auto, light or dark.</summary>
    public string Theme => Themes.FirstOrDefault(x => x == Cookie(ThemeCookie)) ?? "auto";

    public bool LargeType => Cookie(ElderCookie) == "1";

    /// <summary>Whether large type was ever chosen or declined: it is offered on the first visit.</summary>
    public bool LargeTypeDecided => Cookie(ElderCookie) is not null;

    public bool SingleKeys => Cookie(KeysCookie) != "off";
    public bool Sound => Cookie(SoundCookie) != "off";

    private string? Cookie(string name) => http.HttpContext?.Request.Cookies[name];
}

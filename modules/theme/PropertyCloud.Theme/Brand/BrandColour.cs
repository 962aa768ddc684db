using System.Globalization;
using System.Text.RegularExpressions;

namespace PropertyCloud.Theme.Brand;

/// <summary>The six tokens of one theme, as #RRGGBB.</summary>
public sealed record BrandTokens(string Brand, string OnBrand, string Text, string Tint, string Line, string Hover);

/// <summary>What one colour of a company becomes: tokens for the light and the dark theme with the contrasts that AA asks for. The
/// colour stays as chosen unless neither white nor ink reaches 4.5 on it; then its lightness moves until one does.</summary>
public sealed partial class BrandColour
{
    /// <summary>Grows when the arithmetic changes, so that browsers fetch style sheets anew.</summary>
    public const int Revision = 1;

    public const string Default = "#0F5F73";
    private const string Ink = "#14201E";
    private const string White = "#FFFFFF";
    private const string LightSurface = "#FFFFFF";
    private const string DarkSurface = "#17201F";

    /// <param name="hex">#RRGGBB; anything else counts as the default.</param>
    public BrandColour(string? hex)
    {
        Hex = hex is not null && Form().IsMatch(hex) ? hex.ToUpperInvariant() : Default;
        Light = ForLight(Hex);
        Dark = ForDark(Hex);
    }

    public string Hex { get; }
    public BrandTokens Light { get; }
    public BrandTokens Dark { get; }

    /// <summary>The address holds all that the sheet depends on, so it never changes and needs no company.</summary>
    public string Url => $"/brand/{Hex[1..].ToLowerInvariant()}-{Revision}.css";

    /// <summary>True for reds and ambers, which could be taken for late or warned: a note to the administrator, never a refusal.</summary>
    public bool ResemblesState
    {
        get
        {
            var (_, chroma, hue) = Oklch.FromHex(Hex);
            var degrees = hue * 180 / Math.PI;
            return chroma > .09 && degrees is > 10 and < 100;
        }
    }

    public string ToCss()
    {
        var dark = Rules(Dark);
        return $":root{{{Rules(Light)}}}\n[data-theme=dark]{{{dark}}}\n@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n";
    }

    /// <summary>WCAG's contrast of two colours, 1 to 21.</summary>
    public static double Contrast(string a, string b)
    {
        var (x, y) = (Oklch.Luminance(a), Oklch.Luminance(b));
        return (Math.Max(x, y) + .05) / (Math.Min(x, y) + .05);
    }

    private static string Rules(BrandTokens t) =>
        $"--pc-brand:{t.Brand};--pc-on-brand:{t.OnBrand};--pc-brand-text:{t.Text};--pc-brand-tint:{t.Tint};--pc-brand-line:{t.Line};--pc-brand-hover:{t.Hover}";

    private static BrandTokens ForLight(string hex)
    {
        var on = Contrast(White, hex) >= 4.5 ? White : Contrast(Ink, hex) >= 4.5 ? Ink : null;
        var solid = on is null ? Shift(hex, White, 4.5, -1) : hex;
        var ink = on ?? White;
        var tint = Mix(hex, LightSurface, .10);
        return new(solid, ink, Shift(hex, tint, 5, -1), tint,
            Contrast(solid, LightSurface) >= 3 ? solid : Shift(hex, LightSurface, 3.05, -1),
            Hover(solid, ink, 1.25));
    }

    private static BrandTokens ForDark(string hex)
    {
        var solid = Contrast(hex, DarkSurface) >= 3 ? hex : Shift(hex, DarkSurface, 3.05, 1);
        if (Contrast(White, solid) < 4.5 && Contrast(Ink, solid) < 4.5) solid = Shift(solid, Ink, 4.55, 1);
        var ink = Contrast(White, solid) >= 4.5 ? White : Ink;
        var tint = Mix(hex, DarkSurface, .18);
        return new(solid, ink, Shift(hex, tint, 6, 1), tint,
            Contrast(solid, DarkSurface) >= 3 ? solid : Shift(solid, DarkSurface, 3.05, 1),
            Hover(solid, ink, 1.2));
    }

    /// <summary>Away from the ink on it, so that hovering never costs contrast; towards it where there is no room left and
    /// the contrast allows.</summary>
    private static string Hover(string solid, string ink, double step)
    {
        var away = Shift(solid, solid, step, ink == White ? -1 : 1);
        return Contrast(ink, away) >= 4.5 ? away : solid;
    }

    /// <summary>Moves lightness until the contrast is reached or there is no room left.</summary>
    private static string Shift(string hex, string against, double wanted, int direction)
    {
        var (lightness, chroma, hue) = Oklch.FromHex(hex);
        var moved = hex;
        while (Contrast(moved, against) < wanted)
        {
            lightness += direction * .005;
            if (lightness is <= 0 or >= 1) return direction < 0 ? "#000000" : White;
            moved = Oklch.ToHex(lightness, chroma, hue);
        }
        return moved;
    }

    private static string Mix(string a, string b, double share)
    {
        var (x, y) = (Oklch.Bytes(a), Oklch.Bytes(b));
        return $"#{string.Concat(x.Zip(y, (p, q) => ((int)Math.Round((p * share) + (q * (1 - share)), MidpointRounding.AwayFromZero)).ToString("X2", CultureInfo.InvariantCulture)))}";
    }

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$")]
    private static partial Regex Form();
}

using System.Globalization;

namespace PropertyCloud.Theme.Brand;

/// <summary>sRGB and OKLCH (Björn Ottosson's matrices): lightness that moves as the eye sees it, hue that stays.</summary>
internal static class Oklch
{
    public static int[] Bytes(string hex) =>
        [.. Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    /// <summary>Relative luminance as WCAG defines it.</summary>
    public static double Luminance(string hex)
    {
        var c = Linear(hex);
        return (.2126 * c[0]) + (.7152 * c[1]) + (.0722 * c[2]);
    }

    public static (double Lightness, double Chroma, double Hue) FromHex(string hex)
    {
        var c = Linear(hex);
        var l = Math.Cbrt((.4122214708 * c[0]) + (.5363325363 * c[1]) + (.0514459929 * c[2]));
        var m = Math.Cbrt((.2119034982 * c[0]) + (.6806995451 * c[1]) + (.1073969566 * c[2]));
        var s = Math.Cbrt((.0883024619 * c[0]) + (.2817188376 * c[1]) + (.6299787005 * c[2]));
        var a = (1.9779984951 * l) - (2.428592205 * m) + (.4505937099 * s);
        var b = (.0259040371 * l) + (.7827717662 * m) - (.808675766 * s);
        return ((.2104542553 * l) + (.793617785 * m) - (.0040720468 * s), Math.Sqrt((a * a) + (b * b)), Math.Atan2(b, a));
    }

    /// <summary>The nearest colour of that lightness and hue that a screen can show: chroma gives way.</summary>
    public static string ToHex(double lightness, double chroma, double hue)
    {
        for (var c = chroma; ; c -= .004)
        {
            c = Math.Max(c, 0);
            var rgb = ToLinear(lightness, c * Math.Cos(hue), c * Math.Sin(hue));
            if (c == 0 || rgb.All(x => x is >= -.0005 and <= 1.0005))
                return $"#{string.Concat(rgb.Select(x => Byte(x).ToString("X2", CultureInfo.InvariantCulture)))}";
        }
    }

    private static double[] ToLinear(double lightness, double a, double b)
    {
        var l = Math.Pow(lightness + (.3963377774 * a) + (.2158037573 * b), 3);
        var m = Math.Pow(lightness - (.1055613458 * a) - (.0638541728 * b), 3);
        var s = Math.Pow(lightness - (.0894841775 * a) - (1.291485548 * b), 3);
        return
        [
            (4.0767416621 * l) - (3.3077115913 * m) + (.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (.3413193965 * s),
            (-.0041960863 * l) - (.7034186147 * m) + (1.707614701 * s),
        ];
    }

    private static double[] Linear(string hex) => [.. Bytes(hex).Select(x => x / 255d).Select(c => c <= .04045 ? c / 12.92 : Math.Pow((c + .055) / 1.055, 2.4))];

    private static int Byte(double linear)
    {
        var c = linear <= .0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - .055;
        return (int)Math.Round(Math.Clamp(c, 0, 1) * 255, MidpointRounding.AwayFromZero);
    }
}

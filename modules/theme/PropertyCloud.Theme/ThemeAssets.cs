namespace PropertyCloud.Theme;

/// <summary>Addresses of the theme's files; those that the build makes carry their content's hash.</summary>
public static partial class ThemeAssets
{
    private const string Root = "/_content/PropertyCloud.Theme";

    /// <summary>Names that <c>&lt;pc-icon&gt;</c> can draw.</summary>
    public static IReadOnlyCollection<string> IconNames => Icons;

    public const string Favicon = Root + "/favicon.svg";
}

/// <summary>Faces that the product drew itself, for people without a photo.</summary>
public static class Portraits
{
    public const int Count = 12;

    /// <param name="name">p1 to p12.</param>
    public static string Url(string name) => $"/_content/PropertyCloud.Theme/portraits/{name}.svg";

    /// <summary>Always the same face for the same seed.</summary>
    public static string For(int seed) => Url($"p{(Math.Abs(seed % Count)) + 1}");
}

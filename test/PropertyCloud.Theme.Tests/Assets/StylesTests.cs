using System.IO.Compression;
using System.Text.RegularExpressions;
using PropertyCloud.Theme.Brand;

namespace PropertyCloud.Theme.Tests.Assets;

public sealed partial class StylesTests
{
    private static readonly string Gen = Path.Combine(Repository.Theme, "wwwroot", "gen");
    private static readonly string Css = File.ReadAllText(Path.Combine(Gen, "pc.css"));

    private static readonly (string Front, string Back, double Least)[] Pairs =
    [
        ("ink", "surface", 7), ("ink", "bg", 7), ("ink-2", "surface", 4.5), ("ink-2", "sunken", 4.5), ("ink-3", "surface", 4.5), ("ink-3", "bg", 4.5), ("ink-3", "sunken", 4.5), ("ink-3", "raised", 4.5),
        ("line-strong", "surface", 3), ("line-strong", "bg", 3), ("plate-ink", "plate", 4.5), ("ink", "run-bg", 4.5), ("ink", "run-fill", 4.5), ("warn", "warn-bg", 4.5), ("warn", "warn-fill", 4.5), ("warn", "surface", 4.5),
        ("late-ink", "late", 4.5), ("late-text", "surface", 4.5), ("late-text", "bg", 4.5), ("late-text", "late-bg", 4.5), ("kept", "surface", 4.5), ("kept", "kept-bg", 4.5), ("hold", "hold-bg", 4.5), ("focus", "bg", 3), ("focus", "surface", 3),
    ];

    [Theory]
    [InlineData(":root {")]
    [InlineData("@dark {")]
    public void Tokens_OfEachTheme_HaveTheContrastThatTheGuidePromises(string block)
    {
        var tokens = Tokens(block);

        Pairs.Where(p => BrandColour.Contrast(tokens[p.Front], tokens[p.Back]) < p.Least)
            .Select(p => $"{p.Front} on {p.Back}: {BrandColour.Contrast(tokens[p.Front], tokens[p.Back]):F2}").ShouldBeEmpty();
    }

    [Fact]
    public void Control_AFaintColour_IsFound() => BrandColour.Contrast("#999999", "#FFFFFF").ShouldBeLessThan(4.5);

    [Fact]
    public void Sheet_UsesNothingThatOldInAppBrowsersDoNotKnow()
    {
        foreach (var unknown in new[] { "light-dark(", "oklch(", "color-mix(", "@layer", "@container" }) Css.ShouldNotContain(unknown);
    }

    [Fact]
    public void Sheet_AsksNobodyElseForAnything() => Address().Matches(Css).Select(m => m.Groups[1].Value).ShouldAllBe(url => url.StartsWith("latin-"));

    [Fact]
    public void PhonePages_OnFirstLoad_StayUnderSixtyKilobytes()
    {
        string[] packed = ["pc.css", "pc.js", "icons.svg"];
        string[] ready = ["latin-figures-400.woff2", "latin-figures-600.woff2", "latin-letters-400.woff2", "latin-letters-600.woff2"];
        var bytes = packed.Sum(name => Packed(File.ReadAllBytes(Path.Combine(Gen, name)))) + ready.Sum(name => new FileInfo(Path.Combine(Gen, name)).Length);

        // What is left is for the page itself and the company's colours.
        bytes.ShouldBeLessThan(52 * 1024);
    }

    [Fact]
    public void Pages_HaveNoInlineScriptOrStyle()
    {
        var guilty = Repository.Files("*.cshtml", "modules", "tenants").Where(path => Inline().IsMatch(File.ReadAllText(path))).Select(path => Path.GetRelativePath(Repository.Root, path));

        guilty.ShouldBeEmpty();
        Inline().IsMatch("<p style=\"color:red\">").ShouldBeTrue();
        Inline().IsMatch("<script>alert(1)</script>").ShouldBeTrue();
        Inline().IsMatch("<a onclick=\"x()\">").ShouldBeTrue();
        Inline().IsMatch("<script src=\"/x.js\" defer></script>").ShouldBeFalse();
    }

    private static Dictionary<string, string> Tokens(string block)
    {
        var source = File.ReadAllText(Path.Combine(Repository.Theme, "Styles", "tokens.css"));
        var start = source.IndexOf(block, StringComparison.Ordinal);
        var body = source[start..source.IndexOf('}', start)];
        return Token().Matches(body).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
    }

    /// <summary>As the host packs while it answers.</summary>
    private static long Packed(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var packer = new BrotliStream(memory, CompressionLevel.Fastest, leaveOpen: true)) packer.Write(content);
        return memory.Length;
    }

    [GeneratedRegex("--pc-([a-z0-9-]+): (#[0-9A-F]{6});")]
    private static partial Regex Token();

    [GeneratedRegex("url\\(\"?([^)\"]+)")]
    private static partial Regex Address();

    [GeneratedRegex("<[^>]*\\sstyle=\"|<style\\b|<script(?![^>]*\\ssrc=)|<[^>]*\\son(click|change|submit|load|input)=", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}

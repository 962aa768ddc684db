using System.Text.Json;
using System.Text.RegularExpressions;

namespace PropertyCloud.Architecture.Tests;

/// <summary>Chinese is the original and English is complete: every original that the sources say has its translation.</summary>
public sealed partial class TextTests
{
    private static readonly Dictionary<string, string> English = Repository.Sources("en.json").Where(f => f.Contains("Localization", StringComparison.Ordinal))
        .SelectMany(f => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(f))!).GroupBy(x => x.Key).ToDictionary(g => g.Key, g => g.First().Value);

    /// <summary>Parts that are put together or are Chinese by themselves, with the reason.</summary>
    private static readonly Dictionary<string, string> Parts = new()
    {
        ["日一二三四五六"] = "weekdays of the Chinese form of a date",
        ["编号"] = "written where the texts themselves failed; its English stands beside it",
        ["|任一"] = "tells two equal originals apart",
        ["还不能发布："] = "joined with the finding; the joined texts are translated",
    };

    [Fact]
    public void EveryOriginal_HasItsEnglish() => Repository.Sources("*.cs").Concat(Repository.Sources("*.cshtml")).SelectMany(f => Missing(Repository.Relative(f), File.ReadAllText(f))).Distinct().ShouldBeEmpty();

    [Fact]
    public void Control_AMissingTranslation_IsFound() => Missing("x.cshtml", """<h1>@L["没有翻译的句子"]</h1>""").ShouldNotBeEmpty();

    [Fact]
    public void Control_ChineseOutsideTheTexts_IsFound() => Bare("x.cshtml", "<h1>今日</h1>").ShouldNotBeEmpty();

    [Fact]
    public void Pages_SayNothingOutsideTheTexts() => Repository.Sources("*.cshtml").SelectMany(f => Bare(Repository.Relative(f), File.ReadAllText(f))).ShouldBeEmpty();

    [Fact]
    public void Translations_KeepTheirPlaces() => English.Where(x => !Places(x.Key).SetEquals(Places(x.Value))).Select(x => x.Key).ShouldBeEmpty();

    [Fact]
    public void English_HasNoChinese() => English.Where(x => Chinese().IsMatch(Language().Replace(x.Value, ""))).Select(x => x.Key).ShouldBeEmpty();

    /// <summary>Strings with Chinese characters in code are texts; comments and what is data on purpose are left out.</summary>
    private static IEnumerable<string> Missing(string name, string source)
    {
        if (name.Contains("Demo", StringComparison.Ordinal)) return [];
        var isPage = name.EndsWith(".cshtml", StringComparison.Ordinal);
        var literals = isPage ? PageText().Matches(source).Select(m => m.Groups["t"].Value) : CodeText().Matches(Comment().Replace(source, "")).Select(m => m.Groups["t"].Value);
        return literals.Select(Unescape).Where(t => Chinese().IsMatch(t) && !English.ContainsKey(t) && !Parts.ContainsKey(t)).Select(t => $"{name}: {t}");
    }

    private static IEnumerable<string> Bare(string name, string source) =>
        source.Split('\n').Select(line => PageText().Replace(RazorComment().Replace(line, ""), ""))
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Chinese().IsMatch(Language().Replace(QuotedInCode().Replace(line, ""), ""))).Select(line => $"{name}: {line.Trim()}");

    private static string Unescape(string text) => text.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"(?:\bL\[|Say\(|Text\()\s*""(?<t>(?:[^""\\]|\\.)*)""")]
    private static partial Regex PageText();

    [GeneratedRegex(@"(?<![\$@""])""(?<t>(?:[^""\\\n]|\\.)*)""")]
    private static partial Regex CodeText();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("""@\*.*?\*@""")]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"""[^""]*""")]
    private static partial Regex QuotedInCode();

    [GeneratedRegex("""[\u4e00-\u9fff]""")]
    private static partial Regex Chinese();

    [GeneratedRegex("""中文""")]
    private static partial Regex Language();

    [GeneratedRegex("""\{\w+\}""")]
    private static partial Regex Place();
}

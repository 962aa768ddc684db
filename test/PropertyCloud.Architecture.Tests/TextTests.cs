using System.Text.Json;
using System.Text.RegularExpressions;

namespace PropertyCloud.Architecture.Tests;

/// <summary>Chinese is the original and English is complete: every original that the sources say has its translation.</summary>
public sealed partial class TextTests
{
    private static readonly List<(string File, string Original, string English)> Translations = [.. Repository.Sources("en.json").Where(f => f.Contains("Localization", StringComparison.Ordinal))
        .SelectMany(f => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(f))!.Select(x => (Repository.Relative(f), x.Key, x.Value)))];

    private static readonly Dictionary<string, string> English = Translations.GroupBy(x => x.Original).ToDictionary(g => g.Key, g => g.First().English);

    /// <summary>Parts that are put together or are Chinese by themselves, with the reason.</summary>
    private static readonly Dictionary<string, string> Parts = new()
    {
        ["日一二三四五六"] = "weekdays of the Chinese form of a date",
        ["编号"] = "written where the texts themselves failed; its English stands beside it",
        ["|任一"] = "tells two equal originals apart",
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

    /// <summary>All modules' texts are one catalogue: which of two translations a reader gets would depend on the order of modules.
    /// Where the same Chinese means two things, the key says which: <c>停用|动作</c>.</summary>
    [Fact]
    public void OneOriginal_HasOneTranslation()
    {
        Translations.Select(x => x.File).Distinct().Count().ShouldBeGreaterThan(7);
        TwoTranslations(Translations).ShouldBeEmpty();
    }

    [Fact]
    public void Control_TwoTranslations_AreFound() =>
        TwoTranslations([("a", "停用", "Retire"), ("b", "停用", "Deactivated"), ("c", "停用|动作", "Deactivate"), ("a", "保存", "Save"), ("b", "保存", "Save")])
            .ShouldBe(["停用: Retire (a), Deactivated (b)"]);

    private static IEnumerable<string> TwoTranslations(IEnumerable<(string File, string Original, string English)> all) => all.GroupBy(x => x.Original)
        .Where(g => g.Select(x => x.English).Distinct().Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(x => $"{x.English} ({x.File})"))}");

    [Fact]
    public void Control_AMissingTranslation_InAChoice_IsFound() => Missing("x.cshtml", """<h1>@L[isNew ? "没有翻译的句子" : "也没有"]</h1>""").Count().ShouldBe(2);

    [Fact]
    public void English_HasNoChinese() => English.Where(x => Chinese().IsMatch(Language().Replace(x.Value, ""))).Select(x => x.Key).ShouldBeEmpty();

    /// <summary>Strings with Chinese characters in code are texts; comments and what is data on purpose are left out.</summary>
    private static IEnumerable<string> Missing(string name, string source)
    {
        if (name.Contains("Demo", StringComparison.Ordinal)) return [];
        var isPage = name.EndsWith(".cshtml", StringComparison.Ordinal);
        var literals = isPage ? PageText().Matches(source).Select(m => m.Groups["t"].Value).Concat(Choice().Matches(source).SelectMany(m => m.Groups["t"].Captures.Select(c => c.Value))) : CodeText().Matches(Comment().Replace(source, "")).Select(m => m.Groups["t"].Value);
        return literals.Select(Unescape).Where(t => Chinese().IsMatch(t) && !English.ContainsKey(t) && !Parts.ContainsKey(t)).Select(t => $"{name}: {t}");
    }

    private static IEnumerable<string> Bare(string name, string source) =>
        source.Split('\n').Select(line => PageText().Replace(RazorComment().Replace(line, ""), ""))
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Chinese().IsMatch(Language().Replace(QuotedInCode().Replace(line, ""), ""))).Select(line => $"{name}: {line.Trim()}");

    private static string Unescape(string text) => text.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"(?:\bL\[|Say\(|Text\()\s*""(?<t>(?:[^""\\]|\\.)*)""")]
    private static partial Regex PageText();

    /// <summary>L[a ? "…" : "…"], also with several choices.</summary>
    [GeneratedRegex(@"\bL\[[^""\]\n]+\?\s*(?:""(?<t>(?:[^""\\]|\\.)*)""(?:\s*:\s*[^""\]\n]*)?)+\]")]
    private static partial Regex Choice();

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

using System.Globalization;
using System.Text.RegularExpressions;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Theme.Errors;
using PropertyCloud.Theme.Layout;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Theme.Tests.Assets;

public sealed partial class TextsTests
{
    private static readonly TextCatalog Catalog = new([typeof(ThemeModule).Assembly]);

    [Fact]
    public void EveryText_OfTheTheme_HasItsEnglish()
    {
        var said = Repository.Files("*.cs*", "modules/theme").SelectMany(path => Said().Matches(File.ReadAllText(path)).Select(m => m.Groups[1].Value));
        int[] codes = [400, 401, 403, 404, 405, 409, 410, 412, 413, 429, 500, 503, 418];
        var told = codes.Select(c => StatusWords.For(c, "")).SelectMany(w => new[] { w.Title, w.Saved, w.Next });
        var roles = SeededRoles.All.Select(RoleNames.Of);

        said.Concat(told).Concat(roles).Distinct().Where(t => t.Any(c => c > 0x2E80) && !Catalog.English.ContainsKey(t)).ShouldBeEmpty();
    }

    [Fact]
    public void English_KeepsThePlacesOfItsOriginal() =>
        Catalog.English.Where(x => !Places(x.Key).SetEquals(Places(x.Value))).Select(x => x.Key).ShouldBeEmpty();

    [Fact]
    public void Texts_HaveNoExclamationMark() =>
        Catalog.English.Where(x => x.Key.Contains('！') || x.Value.Contains('!')).ShouldBeEmpty();

    [Fact]
    public void Find_LeavesOutWhatFollowsABar()
    {
        Catalog.Find("{0} 小时|短", CultureInfo.GetCultureInfo("zh-CN")).ShouldBe("{0} 小时");
        Catalog.Find("{0} 小时|短", CultureInfo.GetCultureInfo("en")).ShouldBe("{0} h");
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value)];

    [GeneratedRegex("(?:\\bL\\[|[Ss]ay\\()\"([^\"]+)\"")]
    private static partial Regex Said();

    [GeneratedRegex("\\{[^}]+\\}")]
    private static partial Regex Place();
}

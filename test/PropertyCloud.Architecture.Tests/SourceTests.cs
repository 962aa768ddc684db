using System.Text.RegularExpressions;

namespace PropertyCloud.Architecture.Tests;

/// <summary>What can be seen in the text of the sources.</summary>
public sealed partial class SourceTests
{
    [Fact]
    public void Pages_HaveNoInlineScriptOrStyle() => Repository.Sources("*.cshtml").SelectMany(f => Inline(Repository.Relative(f), File.ReadAllText(f))).ShouldBeEmpty();

    [Theory]
    [InlineData("<script>go()</script>")]
    [InlineData("<div style=\"color:red\"></div>")]
    [InlineData("<button onclick=\"go()\">x</button>")]
    [InlineData("<a href=\"javascript:go()\">x</a>")]
    [InlineData("<style>p{}</style>")]
    public void Control_InlineScriptOrStyle_IsFound(string html) => Inline("x.cshtml", html).ShouldNotBeEmpty();

    [Fact]
    public void ViewPaths_AreUniqueOverAllModules() => Repository.Sources("*.cshtml")
        .Where(f => Path.GetFileName(f) != "_ViewImports.cshtml")
        .Select(ViewPath).GroupBy(p => p, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();

    [Fact]
    public void Names_SayWhatAThingIs() => Repository.Sources("*.cs").SelectMany(f => VagueType().Matches(File.ReadAllText(f)).Select(m => $"{Repository.Relative(f)}: {m.Value}")).ShouldBeEmpty();

    [Fact]
    public void Control_AVagueName_IsFound() => VagueType().IsMatch("internal static class PlanHelper").ShouldBeTrue();

    [Fact]
    public void Files_StayUnder400Lines() => Repository.Sources("*.cs").Concat(Repository.Sources("*.cshtml"))
        .Select(f => (f, File.ReadLines(f).Count())).Where(x => x.Item2 > 400).Select(x => $"{Repository.Relative(x.f)}: {x.Item2}").ShouldBeEmpty();

    [Fact]
    public void Readme_OfAModule_IsShort() => Repository.Sources("README.md").Where(f => File.ReadLines(f).Count() > 60).Select(Repository.Relative).ShouldBeEmpty();

    [Fact]
    public void NoSkippedTest_WithoutAReason() => Repository.Files("test", "*.cs").SelectMany(f => EmptySkip().Matches(File.ReadAllText(f)).Select(m => $"{Repository.Relative(f)}: {m.Value}")).ShouldBeEmpty();

    private static string ViewPath(string file)
    {
        var project = Directory.GetParent(file)!;
        while (!project.EnumerateFiles("*.csproj").Any()) project = project.Parent!;
        return "/" + Path.GetRelativePath(project.FullName, file).Replace('\\', '/');
    }

    private static IEnumerable<string> Inline(string name, string html) => InlineCode().Matches(html).Select(m => $"{name}: {m.Value}");

    [GeneratedRegex("""<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle="|\son[a-z]+="|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();

    [GeneratedRegex("""\b(class|record|interface|struct)\s+\w*(Helper|Manager|Util|Utils|Utilities)\b""")]
    private static partial Regex VagueType();

    [GeneratedRegex("""Skip\s*=\s*"\s*"|Skip\s*=\s*null""")]
    private static partial Regex EmptySkip();
}

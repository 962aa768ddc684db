using PropertyCloud.Theme.Brand;

namespace PropertyCloud.Theme.Tests.Brand;

public sealed class BrandColourTests
{
    private static readonly IReadOnlyList<BrandColour> Sweep =
    [
        .. from red in Enumerable.Range(0, 16) from green in Enumerable.Range(0, 16) from blue in Enumerable.Range(0, 16)
           select new BrandColour($"#{red * 17:X2}{green * 17:X2}{blue * 17:X2}"),
    ];

    [Fact]
    public void Tokens_Over4096Colours_NeverFallShortInEitherTheme()
    {
        var failed = Sweep.Where(c => Faults(c.Light, "#FFFFFF").Concat(Faults(c.Dark, "#17201F")).Any()).Select(c => c.Hex);

        failed.ShouldBeEmpty();
        Sweep.Count.ShouldBe(4096);
    }

    [Fact]
    public void Control_ATokenThatFallsShort_IsFound() =>
        Faults(new BrandColour("#0F5F73").Light with { OnBrand = "#14201E" }, "#FFFFFF").ShouldContain("on brand");

    [Fact]
    public void Brand_InLight_StaysAsChosenForNearlyAll()
    {
        Sweep.Count(c => c.Light.Brand == c.Hex).ShouldBe(3711);
    }

    [Fact]
    public void Tokens_OfTheDefault_AreTheDesignGuides()
    {
        var colour = new BrandColour("#0f5f73");

        colour.Light.ShouldBe(new BrandTokens("#0F5F73", "#FFFFFF", "#0F5F73", "#E7EFF1", "#0F5F73", "#074F60"));
        colour.Dark.ShouldBe(new BrandTokens("#2B7388", "#FFFFFF", "#69AFC5", "#162B2E", "#2B7388", "#1B667B"));
    }

    [Theory]
    [InlineData("#B3261E", true)]
    [InlineData("#F2B705", true)]
    [InlineData("#0F5F73", false)]
    [InlineData("#1E6F3E", false)]
    [InlineData("#C9CED6", false)]
    public void ResemblesState_ForRedsAndAmbers_IsNoted(string hex, bool expected) => new BrandColour(hex).ResemblesState.ShouldBe(expected);

    [Theory]
    [InlineData(null)]
    [InlineData("red")]
    [InlineData("#0F5F7")]
    [InlineData("#0F5F73;}body{display:none")]
    public void Constructor_GivenAnythingButAColour_FallsBackToTheDefault(string? hex) => new BrandColour(hex).Hex.ShouldBe(BrandColour.Default);

    [Fact]
    public void ToCss_NamesSixTokens_ForLightChosenDarkAndPreferredDark()
    {
        var css = new BrandColour("#8C2F39").ToCss();

        css.Split("--pc-brand:").Length.ShouldBe(4);
        css.ShouldContain("[data-theme=dark]{");
        css.ShouldContain("@media (prefers-color-scheme:dark){:root:not([data-theme=light]){");
    }

    private static IEnumerable<string> Faults(BrandTokens tokens, string surface)
    {
        if (BrandColour.Contrast(tokens.OnBrand, tokens.Brand) < 4.5) yield return "on brand";
        if (BrandColour.Contrast(tokens.OnBrand, tokens.Hover) < 4.5) yield return "on hover";
        if (BrandColour.Contrast(tokens.Line, surface) < 3) yield return "line";
        if (BrandColour.Contrast(tokens.Text, surface) < 4.5) yield return "text on surface";
        if (BrandColour.Contrast(tokens.Text, tokens.Tint) < 4.5) yield return "text on tint";
    }
}

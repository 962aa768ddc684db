using PropertyCloud.Kernel.Web;
using PropertyCloud.Tenants.Companies;

namespace PropertyCloud.Tenants.Tests.Companies;

public sealed class CompanyLabelTests
{
    [Theory]
    [InlineData("standard")]
    [InlineData("a1b")]
    [InlineData("yun-ting-2026")]
    [InlineData("abcdefghijabcdefghijabcdefghijab")]
    public void Problem_OfAGoodLabel_IsNone(string label)
    {
        CompanyLabel.Problem(label).ShouldBeNull();
        TenantAddress.IsLabel(label).ShouldBeTrue("the kernel must find the company at that address");
    }

    [Theory]
    [InlineData("", "tenants.label-missing")]
    [InlineData("ab", "tenants.label-length")]
    [InlineData("abcdefghijabcdefghijabcdefghijabc", "tenants.label-length")]
    [InlineData("Upper", "tenants.label-characters")]
    [InlineData("云汀物业", "tenants.label-characters")]
    [InlineData("two.parts", "tenants.label-characters")]
    [InlineData("under_score", "tenants.label-characters")]
    [InlineData("-yunting", "tenants.label-hyphen")]
    [InlineData("yunting-", "tenants.label-hyphen")]
    [InlineData("xn--fiqs8s", "tenants.label-encoded")]
    [InlineData("ab--cd", "tenants.label-encoded")]
    [InlineData("www", "tenants.label-reserved")]
    [InlineData("platform", "tenants.label-reserved")]
    [InlineData("api", "tenants.label-reserved")]
    public void Problem_OfABadLabel_NamesIt(string label, string code) => CompanyLabel.Problem(label)!.Code.ShouldBe(code);

    [Fact]
    public void Normalize_TrimsAndLowers() => CompanyLabel.Normalize("  YunTing ").ShouldBe("yunting");

    [Fact]
    public void TemplateCodes_AreNotReserved() =>
        new[] { "standard", "landscape", "considerate", "five-star", "little-butler" }.ShouldAllBe(c => CompanyLabel.Problem(c, "label") == null);
}

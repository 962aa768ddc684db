using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Kernel.Tests.Web;

public sealed class TenantAddressTests
{
    private const string Base = "localhost:5000";

    [Theory]
    [InlineData("standard.localhost:5000", "standard")]
    [InlineData("Little-Butler.LOCALHOST:5000", "little-butler")]
    [InlineData("a.localhost:5000", "a")]
    [InlineData("4s.localhost:5000", "4s")]
    public void Parse_LabelBeforeBaseDomain_IsTheTenant(string host, string label) =>
        TenantAddress.Parse(host, Base).ShouldBe(new(AddressKind.Tenant, label));

    [Fact]
    public void Parse_BareBaseDomain_IsThePlatform() => TenantAddress.Parse("LocalHost:5000", Base).ShouldBe(new(AddressKind.Platform));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("localhost:5001")]
    [InlineData("standard.localhost")]
    [InlineData("standard.localhost:50000")]
    [InlineData("a.b.localhost:5000")]
    [InlineData(".localhost:5000")]
    [InlineData("..localhost:5000")]
    [InlineData("-a.localhost:5000")]
    [InlineData("a-.localhost:5000")]
    [InlineData("a_b.localhost:5000")]
    [InlineData("xn--fiqs8s.localhost:5000")]
    [InlineData("中.localhost:5000")]
    [InlineData("standard.localhost:5000.")]
    [InlineData("standard.localhost:5000\n")]
    [InlineData("standard\n.localhost:5000")]
    [InlineData("standard .localhost:5000")]
    [InlineData("evil.com/standard.localhost:5000")]
    [InlineData("standard.localhost:5000.evil.com")]
    [InlineData("evillocalhost:5000")]
    [InlineData("user@standard.localhost:5000")]
    [InlineData("127.0.0.1:5000")]
    [InlineData("[::1]:5000")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijk.localhost:5000")]
    public void Parse_AnythingElse_IsRefused(string? host) => TenantAddress.Parse(host, Base).Kind.ShouldBe(AddressKind.Refused);

    [Fact]
    public void Parse_LongestLabel_IsTaken() =>
        TenantAddress.Parse($"{new string('a', 40)}.localhost:5000", Base).Kind.ShouldBe(AddressKind.Tenant);
}

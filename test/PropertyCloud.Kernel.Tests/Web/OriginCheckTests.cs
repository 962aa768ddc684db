using Microsoft.AspNetCore.Http;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Kernel.Tests.Web;

public sealed class OriginCheckTests
{
    [Theory]
    [InlineData("http://standard.localhost:5000", null, true)]
    [InlineData("HTTP://STANDARD.localhost:5000", null, true)]
    [InlineData(null, null, true)]
    [InlineData(null, "same-origin", true)]
    [InlineData(null, "none", true)]
    [InlineData(null, "same-site", false)]
    [InlineData(null, "cross-site", false)]
    [InlineData("null", null, false)]
    [InlineData("https://standard.localhost:5000", null, false)]
    [InlineData("http://considerate.localhost:5000", "same-site", false)]
    [InlineData("http://standard.localhost:5001", null, false)]
    [InlineData("http://standard.localhost:5000.evil.com", null, false)]
    [InlineData("http://evil.com", "same-origin", false)]
    public void IsOwn_OnlyTheAddressItself(string? origin, string? site, bool expected)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString("standard.localhost:5000");
        if (origin is not null) request.Headers.Origin = origin;
        if (site is not null) request.Headers["Sec-Fetch-Site"] = site;
        OriginCheck.IsOwn(request, "http").ShouldBe(expected);
    }

    [Fact]
    public void IsOwn_TwoOrigins_IsRefused()
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString("standard.localhost:5000");
        request.Headers.Origin = new(["http://standard.localhost:5000", "http://evil.com"]);
        OriginCheck.IsOwn(request, "http").ShouldBeFalse();
    }
}

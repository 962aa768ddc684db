using Microsoft.AspNetCore.Http;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Kernel.Tests.Web;

public sealed class ReaderLanguageTests
{
    [Theory]
    [InlineData(null, null, "zh-CN")]
    [InlineData(null, "fr-FR, de;q=0.8", "zh-CN")]
    [InlineData(null, "en-GB, zh;q=0.8", "en")]
    [InlineData(null, "fr, en;q=0.4, zh-CN;q=0.6", "zh-CN")]
    [InlineData(null, "zh-Hant-TW", "zh-CN")]
    [InlineData("en", "zh-CN", "en")]
    [InlineData("zh-CN", "en", "zh-CN")]
    [InlineData("xx", "en", "en")]
    public void Choose_CookieThenBrowserThenChinese(string? cookie, string? browser, string expected)
    {
        var request = new DefaultHttpContext().Request;
        if (cookie is not null) request.Headers.Cookie = $"pc-lang={cookie}";
        if (browser is not null) request.Headers.AcceptLanguage = browser;
        ReaderLanguage.Choose(request).Name.ShouldBe(expected);
    }
}

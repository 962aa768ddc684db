using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Theme.Tests.Components;

public sealed class MarkTagTests
{
    [Theory]
    [InlineData("zh-CN", "7栋2单元1502")]
    [InlineData("en", "Building 7, entrance 2, unit 1502")]
    public async Task Plate_OfAUnit_IsReadAloudInWords(string language, string spoken)
    {
        var html = await Rendering.RenderAsync(new PlateTag(new Rendering(language).Texts) { Plate = new("7-2-1502") });
        var drawn = new HtmlParser().ParseDocument(html);

        drawn.QuerySelector("[aria-hidden]")!.TextContent.ShouldBe("7-2-1502");
        drawn.QuerySelector(".sr")!.TextContent.ShouldBe(spoken);
    }

    [Fact]
    public async Task Plate_OfAPublicPlace_IsOutlined() =>
        (await Rendering.RenderAsync(new PlateTag(new Rendering().Texts) { Plate = new("B2 公区", null, true) })).ShouldBe("<span class=\"plate plate-pub\">B2 公区</span>");

    [Fact]
    public async Task Steps_MarkTheOneThatIsHere()
    {
        var html = await Rendering.RenderAsync(new StepsTag(new Rendering().Texts) { Steps = [new("受理", StepState.Done), new("派单", StepState.Here), new("完工", StepState.ToCome)] });
        var drawn = new HtmlParser().ParseDocument(html);

        drawn.QuerySelectorAll("ol > li").Length.ShouldBe(3);
        drawn.QuerySelector("[aria-current=step]")!.TextContent.ShouldBe("派单");
    }

    [Fact]
    public void Icon_ThatTheSpriteLacks_IsARingAndNoHole() => IconTag.Svg("no-such-icon").ShouldContain("#circle-dashed");

    [Fact]
    public async Task Pager_KeepsTheQuery_AndLeavesOutTheHandler()
    {
        var rendering = new Rendering();
        rendering.View.HttpContext.Request.QueryString = new QueryString("?q=1502&state=open&page=2&handler=Rows");
        var html = await Rendering.RenderAsync(new PagerTag(rendering.Texts) { ViewContext = rendering.View, Page = new PageOf<int>([1], 2, 20, 131) });
        var drawn = new HtmlParser().ParseDocument(html);

        drawn.QuerySelector("nav")!.TextContent.ShouldContain("第 21 至 40 条，共 131 条");
        drawn.QuerySelector("[rel=prev]")!.GetAttribute("href").ShouldBe("?q=1502&state=open&page=1");
        drawn.QuerySelector("[rel=next]")!.GetAttribute("href").ShouldBe("?q=1502&state=open&page=3");
    }

    [Fact]
    public async Task Pager_OfAnEmptyList_DrawsNothing()
    {
        var rendering = new Rendering();
        (await Rendering.RenderAsync(new PagerTag(rendering.Texts) { ViewContext = rendering.View, Page = new PageOf<int>([], 1, 20, 0) })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Qr_IsBlackOnWhite_WithFourModulesOfMarginAndItsTextBelow()
    {
        var html = await Rendering.RenderAsync(new QrTag(new Rendering().Texts) { Card = new("http://standard.localhost/c/1", "KQ7M-2XWD", "周敏", ["24 小时"]) });
        var drawn = new HtmlParser().ParseDocument(html);

        drawn.QuerySelector("svg rect")!.GetAttribute("fill").ShouldBe("#fff");
        drawn.QuerySelector("svg path")!.GetAttribute("d")!.ShouldStartWith("M4 4h1v1h-1z");
        drawn.QuerySelector(".code")!.TextContent.ShouldBe("KQ7M-2XWD");
    }

    [Fact]
    public async Task Empty_SaysWhatIsSoAndOffersOneAction()
    {
        var html = await Rendering.RenderAsync(new EmptyTag { State = new("现在没有要受理的", "新的请求会出现在这里。", "看今天的安排", "/today") });

        new HtmlParser().ParseDocument(html).QuerySelectorAll("a.btn").Length.ShouldBe(1);
    }

    [Fact]
    public void Portraits_AreTwelveDrawings()
    {
        Enumerable.Range(1, Portraits.Count).ShouldAllBe(n => File.Exists(Path.Combine(Repository.Theme, "wwwroot", "portraits", $"p{n}.svg")));
        Portraits.For(-13).ShouldBe(Portraits.Url("p2"));
    }
}

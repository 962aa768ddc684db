using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Theme.Tests.Components;

public sealed class FormTagTests
{
    private readonly Rendering _rendering = new();

    [Fact]
    public async Task Summary_OfAWrongInput_LinksToEachFieldInItsWords()
    {
        _rendering.With(await RefusedPage.WithAsync(Wrong()));
        var drawn = Parse(await Rendering.RenderAsync(new ErrorSummaryTag(_rendering.Texts) { ViewContext = _rendering.View }));

        drawn.QuerySelector("[role=alert]")!.HasAttribute("data-focus").ShouldBeTrue();
        drawn.QuerySelector("h2")!.TextContent.ShouldBe("有 2 处要改");
        drawn.QuerySelectorAll("a").Select(a => (a.GetAttribute("href"), a.TextContent)).ShouldBe([("#where", "填写漏水的位置"), ("#photos", "照片不能超过 10 MB")]);
    }

    [Fact]
    public async Task Summary_OfARefusal_SaysItsTextAndCodeAndThatNothingWasSaved()
    {
        _rendering.With(await RefusedPage.WithAsync(new DomainException("butler.taken", "{0} 已受理，你看到的是旧的", "周敏 15:31")));
        var drawn = Parse(await Rendering.RenderAsync(new ErrorSummaryTag(_rendering.Texts) { ViewContext = _rendering.View }));

        drawn.TextContent.ShouldContain("周敏 15:31 已受理，你看到的是旧的");
        drawn.TextContent.ShouldContain("没有保存。");
        drawn.TextContent.ShouldContain("butler.taken");
    }

    [Fact]
    public async Task Summary_WhenNothingWasRefused_DrawsNothing() =>
        (await Rendering.RenderAsync(new ErrorSummaryTag(_rendering.Texts) { ViewContext = _rendering.With(new RefusedPage()).View })).ShouldBeEmpty();

    [Fact]
    public async Task Field_WithAnError_SaysTheSameWordsAndTellsTheInput()
    {
        _rendering.With(await RefusedPage.WithAsync(Wrong()));
        var drawn = Parse(await FieldAsync("where", "input", new() { { "name", "where" } }, required: true));
        var input = drawn.QuerySelector("input")!;

        drawn.QuerySelector(".fgroup")!.ClassList.ShouldContain("bad");
        drawn.QuerySelector("label")!.GetAttribute("for").ShouldBe("where");
        drawn.QuerySelector("#where-error")!.TextContent.ShouldBe("填写漏水的位置");
        input.Id.ShouldBe("where");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        input.GetAttribute("aria-describedby").ShouldBe("where-help where-error");
        input.ClassName.ShouldBe("inp");
    }

    [Fact]
    public async Task Field_WithoutAnError_IsQuietAndSaysWhenItMayStayEmpty()
    {
        _rendering.With(new RefusedPage());
        var drawn = Parse(await FieldAsync("more", "textarea", new() { { "name", "more" } }, required: false));

        drawn.QuerySelector(".bad").ShouldBeNull();
        drawn.QuerySelector("label")!.TextContent.ShouldContain("（选填）");
        drawn.QuerySelector("textarea")!.HasAttribute("aria-invalid").ShouldBeFalse();
    }

    [Fact]
    public async Task Form_WithALocalAction_GetsOneToken()
    {
        var html = await Rendering.RenderAsync(new PostFormTag(_rendering.Generator) { ViewContext = _rendering.View }, "form", attributes: new() { { "method", "post" }, { "action", "?handler=Cancel" } });

        Parse(html).QuerySelectorAll("input[name=__RequestVerificationToken]").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    public async Task Form_ToAStranger_GetsNoToken(string action)
    {
        var html = await Rendering.RenderAsync(new PostFormTag(_rendering.Generator) { ViewContext = _rendering.View }, "form", attributes: new() { { "method", "post" }, { "action", action } });

        html.ShouldNotContain("__RequestVerificationToken");
    }

    [Fact]
    public async Task Confirm_HoldsAPlainPostForm_WithTokenAndNamedButtons()
    {
        var confirm = new ConfirmTag(_rendering.Generator) { ViewContext = _rendering.View, Id = "cancel", Title = "取消这次报修？", Text = "李国强已经在路上。", Yes = "取消报修", No = "不取消", Danger = true, Action = "?handler=Cancel" };
        var drawn = Parse(await Rendering.RenderAsync(confirm, inner: _ => Task.FromResult("<input name=\"why\">")));

        drawn.QuerySelector("dialog#cancel")!.GetAttribute("aria-labelledby").ShouldBe("cancel-title");
        var form = drawn.QuerySelector("dialog form[method=post][action='?handler=Cancel']")!;
        form.QuerySelector("[name=why]").ShouldNotBeNull();
        form.QuerySelectorAll("input[name=__RequestVerificationToken]").Length.ShouldBe(1);
        form.QuerySelectorAll("button").Select(b => b.TextContent).ShouldBe(["取消报修", "不取消"]);
        form.QuerySelectorAll("button")[1].GetAttribute("type").ShouldBe("button");
    }

    [Fact]
    public async Task Key_IsAnotherOneEachTime()
    {
        var first = await Rendering.RenderAsync(new KeyTag(_rendering.Clock));
        var second = await Rendering.RenderAsync(new KeyTag(_rendering.Clock));

        Parse(first).QuerySelector("input[name=__key]")!.GetAttribute("value")!.Length.ShouldBe(32);
        first.ShouldNotBe(second);
    }

    [Fact]
    public async Task Masked_WithoutAnAddress_OffersNothingToReveal()
    {
        var html = await Rendering.RenderAsync(new MaskedTag(_rendering.Texts, _rendering.Generator) { ViewContext = _rendering.View, Value = "138****8000" });

        html.ShouldContain("138****8000");
        html.ShouldNotContain("<form");
    }

    [Fact]
    public async Task Masked_WithAnAddress_AsksForAReasonInAPost()
    {
        var drawn = Parse(await Rendering.RenderAsync(new MaskedTag(_rendering.Texts, _rendering.Generator) { ViewContext = _rendering.View, Value = "138****8000", Url = "?handler=Reveal" }));

        drawn.QuerySelector("form[method=post][data-reveal]")!.GetAttribute("action").ShouldBe("?handler=Reveal");
        drawn.QuerySelectorAll("select[name=reason] option").Length.ShouldBe(3);
    }

    private async Task<string> FieldAsync(string name, string tag, TagHelperAttributeList attributes, bool required)
    {
        var field = new FieldTag(_rendering.Texts) { ViewContext = _rendering.View, For = name, Label = "哪里漏水", Help = "例如：厨房水槽下面", Required = required };
        return await Rendering.RenderAsync(field, inner: context => Rendering.RenderAsync(new FieldInputTag(), tag, attributes: attributes, items: context.Items));
    }

    private static InvalidInputException Wrong() => new([new("where", "kernel.required", "填写漏水的位置"), new("photos", "kernel.too-large", "照片不能超过 {0} MB", 10)]) { Status = 422 };

    private static IDocument ParseDocument(string html) => new HtmlParser().ParseDocument(html);

    private static IElement Parse(string html) => ParseDocument(html).Body!;
}

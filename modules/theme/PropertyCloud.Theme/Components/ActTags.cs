using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Web;
using QRCoder;

namespace PropertyCloud.Theme.Components;

/// <summary>A dialog that says the consequence, with a plain post form inside; a sheet on phones. Opened by
/// <c>&lt;button data-open="id"&gt;</c>; without script it stands in the page. The buttons name the act.</summary>
[HtmlTargetElement("pc-confirm")]
public sealed class ConfirmTag(IHtmlGenerator generator) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public string Id { get; set; } = "";
    public string Title { get; set; } = "";
    public string? Text { get; set; }
    public string Yes { get; set; } = "";
    public string No { get; set; } = "";
    public bool Danger { get; set; }
    public string Action { get; set; } = "";

    /// <summary>For forms with files.</summary>
    public string? Enctype { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var own = ViewContext.FormContext;
        ViewContext.FormContext = new FormContext { CanRenderAtEndOfForm = true };
        var inner = await output.GetChildContentAsync();
        var html = Html.Encoder;
        output.TagName = "dialog";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("class", "sheet");
        output.Attributes.SetAttribute("aria-labelledby", $"{Id}-title");
        var files = Enctype is null ? "" : $" enctype=\"{html.Encode(Enctype)}\"";
        output.Content.SetHtmlContent($"<form method=\"post\" action=\"{html.Encode(Action)}\"{files}><h2 id=\"{html.Encode(Id)}-title\">{html.Encode(Title)}</h2>");
        if (Text is not null) output.Content.AppendHtml($"<p>{html.Encode(Text)}</p>");
        output.Content.AppendHtml(inner);
        output.Content.AppendHtml($"<div class=\"sheet-acts\"><button class=\"btn {(Danger ? "btn-danger-solid" : "btn-primary")}\">{html.Encode(Yes)}</button>");
        if (No.Length > 0) output.Content.AppendHtml($"<button class=\"btn\" type=\"button\" data-close>{html.Encode(No)}</button>");
        output.Content.AppendHtml("</div>");
        if (generator.GenerateAntiforgery(ViewContext) is { } token) output.Content.AppendHtml(token);
        output.Content.AppendHtml("</form>");
        ViewContext.FormContext = own;
    }
}

/// <summary>A masked value with a reason before it is shown; the post is audited by its handler, which answers with the plain value.
/// With script the value appears in place and hides after 30 s.</summary>
[HtmlTargetElement("pc-masked", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MaskedTag(Texts texts, IHtmlGenerator generator) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public string? Value { get; set; }

    /// <summary>Null shows the masked value alone: the reader may not reveal it.</summary>
    public string? Url { get; set; }

    /// <summary>Choices of a reason, posted as <c>reason</c>; the usual three when left out.</summary>
    public IReadOnlyList<string>? Reasons { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var html = Html.Encoder;
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "mask");
        output.Content.SetHtmlContent($"<span data-masked>{html.Encode(Value ?? "")}</span>");
        if (Url is null || string.IsNullOrEmpty(Value)) return;
        var own = ViewContext.FormContext;
        ViewContext.FormContext = new FormContext { CanRenderAtEndOfForm = true };
        var reasons = Reasons ?? [texts.Say("联系上门"), texts.Say("核对身份"), texts.Say("回访")];
        output.Content.AppendHtml($"<details><summary>{IconTag.Svg("eye")}{html.Encode(texts.Say("查看"))}</summary><form method=\"post\" action=\"{html.Encode(Url)}\" data-reveal>");
        output.Content.AppendHtml($"<label><b>{html.Encode(texts.Say("为什么要看"))}</b><select class=\"inp\" name=\"reason\">{string.Concat(reasons.Select(r => $"<option>{html.Encode(r)}</option>"))}</select></label>");
        output.Content.AppendHtml($"<p class=\"muted\">{html.Encode(texts.Say("会记下你的姓名、时间和原因，30 秒后自动遮住。"))}</p><button class=\"btn btn-primary\">{html.Encode(texts.Say("查看 1 次"))}</button>");
        if (generator.GenerateAntiforgery(ViewContext) is { } token) output.Content.AppendHtml(token);
        output.Content.AppendHtml("</form></details>");
        ViewContext.FormContext = own;
    }
}

/// <summary>Back and forth through a list; keeps the rest of the query string.</summary>
[HtmlTargetElement("pc-pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTag(Texts texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public IPageOf? Page { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Page is null || Page.Total == 0)
        {
            output.SuppressOutput();
            return;
        }
        var html = Html.Encoder;
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", texts.Say("翻页"));
        var first = ((Page.Number - 1) * Page.Size) + 1;
        var last = Math.Min(Page.Number * Page.Size, Page.Total);
        output.Content.SetHtmlContent($"<span>{html.Encode(texts.Say("第 {0} 至 {1} 条，共 {2} 条", first, last, Page.Total))}</span>");
        if (Page.Pages == 1) return;
        output.Content.AppendHtml("<span class=\"row\">");
        if (Page.Number > 1) output.Content.AppendHtml($"<a class=\"btn btn-sm\" rel=\"prev\" href=\"{html.Encode(Address(Page.Number - 1))}\">{IconTag.Svg("chevron-left")}{html.Encode(texts.Say("上一页"))}</a>");
        output.Content.AppendHtml($"<span class=\"fig\">{Page.Number} / {Page.Pages}</span>");
        if (Page.Number < Page.Pages) output.Content.AppendHtml($"<a class=\"btn btn-sm\" rel=\"next\" href=\"{html.Encode(Address(Page.Number + 1))}\">{html.Encode(texts.Say("下一页"))}{IconTag.Svg("chevron-right")}</a>");
        output.Content.AppendHtml("</span>");
    }

    private string Address(int number)
    {
        var query = ViewContext.HttpContext.Request.Query
            .Where(x => !x.Key.Equals("page", StringComparison.OrdinalIgnoreCase) && !x.Key.Equals("handler", StringComparison.OrdinalIgnoreCase))
            .SelectMany(x => x.Value, (x, value) => KeyValuePair.Create(x.Key, value ?? ""));
        return new QueryBuilder([.. query, KeyValuePair.Create("page", number.ToString(System.Globalization.CultureInfo.InvariantCulture))]).ToString();
    }
}

/// <summary>A code to scan: black on white always, four modules of margin, the address in text below.</summary>
[HtmlTargetElement("pc-qr", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QrTag(Texts texts) : TagHelper
{
    public QrCard? Card { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Card is null)
        {
            output.SuppressOutput();
            return;
        }
        var html = Html.Encoder;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "qrc");
        output.Content.SetHtmlContent($"<div class=\"qr-box\">{Svg(Card.Address, texts.Say("二维码：{0}", Card.Caption))}<div class=\"code\">{html.Encode(Card.Caption)}</div></div>");
        output.Content.AppendHtml($"<div><b>{html.Encode(Card.Title)}</b>{string.Concat(Card.Lines.Select(line => $"<br><span class=\"fig\">{html.Encode(line)}</span>"))}</div>");
    }

    /// <summary>Drawn as one path, so that it stays sharp at any size and needs no inline style.</summary>
    public static string Svg(string address, string alt)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var path = new System.Text.StringBuilder();
        var rows = data.ModuleMatrix;
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Count; x++)
                if (rows[y][x]) path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return $"<svg viewBox=\"0 0 {rows.Count} {rows.Count}\" role=\"img\" aria-label=\"{Html.Encoder.Encode(alt)}\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>";
    }
}

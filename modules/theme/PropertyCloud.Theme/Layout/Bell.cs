using Microsoft.AspNetCore.Razor.TagHelpers;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Theme.Layout;

/// <summary>How many messages the current user has not read; notifications answers it.</summary>
public interface IBellSource
{
    ValueTask<int> UnreadAsync();
}

internal sealed class NoBell : IBellSource
{
    public ValueTask<int> UnreadAsync() => ValueTask.FromResult(0);
}

/// <summary>The bell with its count; the script asks for it again when notifications announce something.</summary>
public sealed class BellView(IBellSource source, Texts texts)
{
    public async Task<string> RenderAsync()
    {
        var unread = await source.UnreadAsync();
        var spoken = unread == 0 ? texts.Say("消息") : texts.Say("消息，{0} 条未读", unread);
        var dot = unread == 0 ? "" : $"<span class=\"dot\" aria-hidden=\"true\">{(unread > 99 ? "99+" : unread.ToString(System.Globalization.CultureInfo.InvariantCulture))}</span>";
        return $"<a class=\"btn btn-sq bell\" href=\"/inbox\" data-unread=\"{unread}\" aria-label=\"{Html.Encoder.Encode(spoken)}\">{IconTag.Svg("bell")}{dot}</a>";
    }
}

[HtmlTargetElement("pc-bell", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BellTag(BellView bell) : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("data-look-again", "notifications");
        output.Attributes.SetAttribute("data-look-url", "/bell");
        output.Attributes.SetAttribute("data-look-quiet", "");
        output.Content.SetHtmlContent(await bell.RenderAsync());
    }
}

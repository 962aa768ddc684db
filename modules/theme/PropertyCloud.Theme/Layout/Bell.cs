using Microsoft.AspNetCore.Razor.TagHelpers;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Theme.Layout;

/// <summary>What the bell of the current user shows; notifications answers it.</summary>
public interface IBellSource
{
    /// <summary>As it stands now, at most two seconds old; nobody signed in has an empty one.</summary>
    ValueTask<BellState> ReadAsync();
}

/// <param name="Unread">How many messages were not read yet.</param>
/// <param name="Loud">How many of them are worth a sound.</param>
/// <param name="Loudest">The newest of those, or null. Ids grow with time: a greater one than before is new, also where another was read meanwhile.</param>
public sealed record BellState(int Unread, int Loud, Guid? Loudest)
{
    public static readonly BellState Empty = new(0, 0, null);
}

internal sealed class NoBell : IBellSource
{
    public ValueTask<BellState> ReadAsync() => ValueTask.FromResult(BellState.Empty);
}

/// <summary>The bell with its count; the script asks for it again when notifications announce something, and sounds when what is loud has grown.</summary>
public sealed class BellView(IBellSource source, Texts texts)
{
    public async Task<string> RenderAsync()
    {
        var (unread, loud, loudest) = await source.ReadAsync();
        var spoken = unread == 0 ? texts.Say("消息") : texts.Say("消息，{0} 条未读", unread);
        var dot = unread == 0 ? "" : $"<span class=\"dot\" aria-hidden=\"true\">{(unread > 99 ? "99+" : unread.ToString(System.Globalization.CultureInfo.InvariantCulture))}</span>";
        return $"<a class=\"btn btn-sq bell\" href=\"/inbox\" data-unread=\"{unread}\" data-loud=\"{loud}\" data-loudest=\"{loudest:N}\" aria-label=\"{Html.Encoder.Encode(spoken)}\">{IconTag.Svg("bell")}{dot}</a>";
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

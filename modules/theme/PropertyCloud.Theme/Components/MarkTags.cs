using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Theme.Components;

/// <summary><c>&lt;pc-icon name="tool" /&gt;</c>: from the sprite; decoration only, so a word stands beside it or the control is labelled.</summary>
[HtmlTargetElement("pc-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTag : TagHelper
{
    public string Name { get; set; } = "";
    public string? Class { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Svg(Name, Class));
    }

    /// <summary>A name that the build did not find in the code or its base list becomes a plain ring, never a hole.</summary>
    public static string Svg(string name, string? more = null)
    {
        var known = ThemeAssets.Icons.Contains(name) ? name : "circle-dashed";
        return $"<svg class=\"{(more is null ? "i" : $"i {Html.Encoder.Encode(more)}")}\" aria-hidden=\"true\"><use href=\"{ThemeAssets.IconsSvg}#{known}\"/></svg>";
    }
}

/// <summary>The door plate: <c>7-2-1502</c>, read aloud as 7栋2单元1502; public places are outlined.</summary>
[HtmlTargetElement("pc-plate", TagStructure = TagStructure.WithoutEndTag)]
public sealed partial class PlateTag(Texts texts) : TagHelper
{
    public PlateView? Plate { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Plate is null)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Plate.IsPublic ? "plate plate-pub" : "plate");
        var spoken = Plate.Spoken ?? Speak(Plate.Text);
        if (spoken == Plate.Text)
        {
            output.Content.SetContent(Plate.Text);
            return;
        }
        var html = Html.Encoder;
        output.Content.SetHtmlContent($"<span aria-hidden=\"true\">{html.Encode(Plate.Text)}</span><span class=\"sr\">{html.Encode(spoken)}</span>");
    }

    private string Speak(string text) => Door().Match(text) is { Success: true } door
        ? texts.Say("{0}栋{1}单元{2}", door.Groups[1].Value, door.Groups[2].Value, door.Groups[3].Value)
        : text;

    [GeneratedRegex(@"^(\w+)-(\w+)-(\w+)$")]
    private static partial Regex Door();
}

/// <summary>Where a record stands: an ordered list with the present step marked.</summary>
[HtmlTargetElement("pc-steps", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StepsTag(Texts texts) : TagHelper
{
    public IReadOnlyList<TimelineStep> Steps { get; set; } = [];

    /// <summary>The small row of a resident's card.</summary>
    public bool Mini { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Mini ? "mini" : "stp");
        output.Attributes.SetAttribute("aria-label", texts.Say("进度"));
        foreach (var step in Steps)
        {
            output.Content.AppendHtml(step.State switch
            {
                StepState.Done => "<li class=\"done\">",
                StepState.Here => "<li class=\"here\" aria-current=\"step\">",
                _ => "<li>",
            });
            output.Content.Append(step.Title);
            output.Content.AppendHtml("</li>");
        }
    }
}

/// <summary>What is so, what happens next, one action.</summary>
[HtmlTargetElement("pc-empty", TagStructure = TagStructure.WithoutEndTag)]
public sealed class EmptyTag : TagHelper
{
    public EmptyState? State { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (State is null)
        {
            output.SuppressOutput();
            return;
        }
        var html = Html.Encoder;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.Content.AppendHtml(IconTag.Svg(State.Icon));
        output.Content.AppendHtml($"<h2>{html.Encode(State.Title)}</h2>");
        if (State.Text is { } text) output.Content.AppendHtml($"<p>{html.Encode(text)}</p>");
        if (State is { ActionText: { } action, ActionUrl: { } url }) output.Content.AppendHtml($"<a class=\"btn\" href=\"{html.Encode(url)}\">{html.Encode(action)}</a>");
    }
}

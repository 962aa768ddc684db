using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Theme.Components;

/// <summary>What was refused, first in main, with links to the fields; takes focus by script. Draws nothing when nothing was.</summary>
[HtmlTargetElement("pc-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTag(Texts texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ProblemWords.Of(ViewContext) is not { } problem)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "errsum");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-focus", "");
        output.Content.SetHtmlContent(Inner(problem));
    }

    private string Inner(DomainException problem)
    {
        var html = Html.Encoder;
        var head = $"<h2>{html.Encode(texts.Say(problem.Text, [.. problem.Args]))}</h2>";
        if (problem is InvalidInputException invalid)
            return head + $"<ul>{string.Concat(invalid.Errors.Select(e => $"<li><a href=\"#{html.Encode(ProblemWords.IdOf(e.Field))}\">{html.Encode(texts.Say(e.Text, [.. e.Args]))}</a></li>"))}</ul>";
        var saved = $"<p>{html.Encode(texts.Say("没有保存。"))}</p>";
        var link = problem.Field is { } field ? $"<p><a href=\"#{html.Encode(ProblemWords.IdOf(field))}\">{html.Encode(texts.Say("去修改"))}</a></p>" : "";
        return head + saved + link + $"<p class=\"ref\">{html.Encode(problem.Code)}</p>";
    }
}

internal static class ProblemWords
{
    public static DomainException? Of(ViewContext view) => (view.ViewData.Model as ModulePage)?.Problem;

    /// <summary>The words under a field: the same as in the summary.</summary>
    public static IEnumerable<string> For(string field, DomainException? problem, Texts texts) => problem switch
    {
        InvalidInputException invalid => invalid.Errors.Where(e => Same(e.Field, field)).Select(e => texts.Say(e.Text, [.. e.Args])),
        { Field: { } own } when Same(own, field) => [texts.Say(problem.Text, [.. problem.Args])],
        _ => [],
    };

    public static string IdOf(string field) => field.Replace('.', '_');

    private static bool Same(string error, string field) =>
        string.Equals(Last(error), Last(field), StringComparison.OrdinalIgnoreCase);

    private static string Last(string name) => name[(name.LastIndexOfAny(['.', '_']) + 1)..];
}

/// <summary>Label, help and error around an input whose id is <c>for</c>. The input is told about help and error, gets the
/// theme's look, and its name as id where it has none. <c>group="true"</c> makes a fieldset of radios or check boxes.</summary>
[HtmlTargetElement("pc-field")]
public sealed class FieldTag(Texts texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public string For { get; set; } = "";
    public string Label { get; set; } = "";
    public string? Help { get; set; }

    /// <summary>A field that may stay empty says so; one that may not has no star.</summary>
    public bool Required { get; set; }
    public bool Group { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(FieldTag)] = this;

    internal string Id => ProblemWords.IdOf(For);
    internal IReadOnlyList<string> Errors => field ??= [.. ProblemWords.For(For, ProblemWords.Of(ViewContext), texts)];
    internal string? DescribedBy => (Help is null ? "" : $"{Id}-help ") + (Errors.Count == 0 ? "" : $"{Id}-error") is { Length: > 0 } ids ? ids.Trim() : null;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        var html = Html.Encoder;
        output.TagName = Group ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Errors.Count == 0 ? "fgroup" : "fgroup bad");
        if (Group)
        {
            output.Attributes.SetAttribute("id", Id);
            output.Attributes.SetAttribute("tabindex", "-1");
            if (DescribedBy is { } ids) output.Attributes.SetAttribute("aria-describedby", ids);
        }
        var optional = Required ? "" : $" <span class=\"opt\">{html.Encode(texts.Say("（选填）"))}</span>";
        output.Content.SetHtmlContent(Group ? $"<legend>{html.Encode(Label)}{optional}</legend>" : $"<label for=\"{html.Encode(Id)}\">{html.Encode(Label)}{optional}</label>");
        if (Help is not null) output.Content.AppendHtml($"<span class=\"help\" id=\"{html.Encode(Id)}-help\">{html.Encode(Help)}</span>");
        if (Errors.Count > 0)
            output.Content.AppendHtml($"<p class=\"err\" id=\"{html.Encode(Id)}-error\">{IconTag.Svg("alert-circle")}<span>{string.Join("<br>", Errors.Select(html.Encode))}</span></p>");
        output.Content.AppendHtml(inner);
    }
}

/// <summary>Ties an input inside a <c>pc-field</c> to its help and error.</summary>
[HtmlTargetElement("input", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select")]
[HtmlTargetElement("textarea")]
public sealed class FieldInputTag : TagHelper
{
    /// <summary>After the framework's own helpers, so that ids and names are there.</summary>
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(FieldTag), out var item) || item is not FieldTag field) return;
        var type = Text(output, "type");
        if (type == "hidden") return;
        if (!output.Attributes.ContainsName("class") && type is not ("checkbox" or "radio" or "file")) output.Attributes.SetAttribute("class", "inp");
        if (field.Group) return;
        if (Text(output, "id") is null && string.Equals(Text(output, "name"), field.For, StringComparison.OrdinalIgnoreCase)) output.Attributes.SetAttribute("id", field.Id);
        if (!string.Equals(Text(output, "id"), field.Id, StringComparison.OrdinalIgnoreCase)) return;
        if (field.DescribedBy is { } ids) output.Attributes.SetAttribute("aria-describedby", ids);
        if (field.Errors.Count > 0) output.Attributes.SetAttribute("aria-invalid", "true");
        if (field.Required) output.Attributes.SetAttribute("aria-required", "true");
    }

    private static string? Text(TagHelperOutput output, string name) => output.Attributes.TryGetAttribute(name, out var found)
        ? found.Value switch
        {
            string text => text,
            HtmlString raw => raw.Value,
            var other => other?.ToString(),
        }
        : null;
}

/// <summary>The hidden key that makes a repeated post harmless.</summary>
[HtmlTargetElement("pc-key", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KeyTag(TimeProvider clock) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent($"<input type=\"hidden\" name=\"__key\" value=\"{Ids.New(clock):N}\">");
    }
}

/// <summary>Gives forms that post to a local address their antiforgery token as well: the framework leaves it out of forms with
/// a plain <c>action</c>.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTag(IHtmlGenerator generator) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var action = output.Attributes.TryGetAttribute("action", out var found) ? found.Value?.ToString() : null;
        // Without an action the framework writes the token itself; two of them would be refused.
        if (action is not { Length: > 0 } || action[0] is not ('/' or '?') || action.StartsWith("//", StringComparison.Ordinal)) return;
        if (generator.GenerateAntiforgery(ViewContext) is { } token) output.PostContent.AppendHtml(token);
    }
}

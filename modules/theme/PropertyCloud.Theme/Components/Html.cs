using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PropertyCloud.Theme.Components;

/// <summary>Encodes what is dangerous and leaves Chinese as it is, so that pages stay small and readable.</summary>
internal static class Html
{
    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
}

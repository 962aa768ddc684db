using System.Net;
using System.Text;

namespace PropertyCloud.Browser.Tests.Pages;

/// <summary>One page that shows every picture beside its name, so that anybody can page through them: <c>test/artefacts/pages/index.html</c>.</summary>
internal static class Gallery
{
    public static void Write(string folder)
    {
        var html = new StringBuilder("<!doctype html><meta charset=utf-8><title>PropertyCloud, every page</title><style>body{font:14px sans-serif;margin:16px}h2{margin:24px 0 8px}figure{display:inline-block;margin:0 12px 12px 0;vertical-align:top}img{display:block;max-height:640px;border:1px solid #999}</style>");
        foreach (var page in Directory.GetFiles(folder, "*.jpg").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).GroupBy(f => f[..f.LastIndexOf('.', f.Length - 5)]))
        {
            html.Append($"<h2>{WebUtility.HtmlEncode(page.Key)}</h2>");
            foreach (var file in page) html.Append($"<figure><a href=\"{Uri.EscapeDataString(file)}\"><img loading=lazy src=\"{Uri.EscapeDataString(file)}\" alt=\"\"></a><figcaption>{WebUtility.HtmlEncode(file[(page.Key.Length + 1)..^4])}</figcaption></figure>");
        }

        File.WriteAllText(Path.Combine(folder, "index.html"), html.ToString());
    }
}

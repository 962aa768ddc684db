using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace PropertyCloud.Theme;

/// <summary>How the theme's own files travel: compressed, and kept for a year where the address names the version. Pages are left
/// alone: compressing what holds a token beside what a stranger can send tells the token.</summary>
internal static class ThemeFiles
{
    public const string KeepForAYear = "public, max-age=31536000, immutable";
    public static readonly string[] Compressed = ["text/css", "text/javascript", "application/javascript", "image/svg+xml"];

    public static void KeepVersioned(StaticFileResponseContext file)
    {
        var request = file.Context.Request;
        if (request.Path.StartsWithSegments("/_content") && request.Query.ContainsKey("v")) file.Context.Response.Headers.CacheControl = KeepForAYear;
    }

    public sealed class CompressFiles : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseWhen(http => IsFile(http.Request.Path), files => files.UseResponseCompression());
            next(app);
        };

        private static bool IsFile(PathString path) => path.StartsWithSegments("/_content") || path.StartsWithSegments("/brand");
    }
}

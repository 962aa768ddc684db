using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace PropertyCloud.Kernel.Web;

/// <summary>Tells the browser what a page may do: only the product's own scripts and styles, never inside a foreign frame.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IConfiguration configuration)
{
    internal const string Policy = "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private readonly bool _isTls = configuration["App:Scheme"] == "https";

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(static state =>
        {
            var (context, isTls) = ((HttpContext, bool))state;
            Add(context, isTls);
            return Task.CompletedTask;
        }, (http, _isTls));
        return next(http);
    }

    private static void Add(HttpContext http, bool isTls)
    {
        var headers = http.Response.Headers;
        headers.TryAdd("Content-Security-Policy", Policy);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // Not "no-referrer": that makes browsers send "Origin: null" with the product's own forms.
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (isTls) headers.StrictTransportSecurity = "max-age=31536000";
        if (http.User.Identity?.IsAuthenticated == true) headers.TryAdd("Cache-Control", "no-store");
    }
}

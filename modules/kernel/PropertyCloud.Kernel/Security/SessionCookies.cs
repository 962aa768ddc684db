using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace PropertyCloud.Kernel.Security;

/// <summary>Says how long a cookie lasts, not until when: the reader's clock may be wrong.</summary>
internal sealed class SessionCookies(TimeProvider clock) : ICookieManager
{
    private readonly ChunkingCookieManager _chunks = new();

    public string? GetRequestCookie(HttpContext context, string key) => _chunks.GetRequestCookie(context, key);

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options)
    {
        if (options.Expires is { } until && until > clock.GetUtcNow())
        {
            options.MaxAge = until - clock.GetUtcNow();
            options.Expires = null;
        }

        _chunks.AppendResponseCookie(context, key, value, options);
    }

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _chunks.DeleteCookie(context, key, options);
}

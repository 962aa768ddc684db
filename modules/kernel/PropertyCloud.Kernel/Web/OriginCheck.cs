using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Kernel.Web;

/// <summary>A change asked for by a page of another address is refused, before anybody is recognised.</summary>
internal sealed class OriginCheck(RequestDelegate next, Addresses addresses, ILogger<OriginCheck> log)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (IsSafe(http.Request.Method) || IsOwn(http.Request, addresses.Scheme)) return next(http);
        log.LogWarning("A change from a foreign origin {Origin} was refused", http.Request.Headers.Origin.ToString());
        throw new DomainException("kernel.foreign-origin", "这个请求来自别的网站，已拒绝。打开本站页面再试") { Status = 403 };
    }

    internal static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    /// <summary>Programs send neither header; browsers send one of them at least.</summary>
    internal static bool IsOwn(HttpRequest request, string scheme)
    {
        var origin = request.Headers.Origin;
        if (origin.Count > 0)
            return origin.Count == 1 && string.Equals(origin[0], $"{scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site is "" or "same-origin" or "none";
    }
}

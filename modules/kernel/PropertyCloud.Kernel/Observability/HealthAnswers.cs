using Microsoft.AspNetCore.Http;
using PropertyCloud.Kernel.Data;

namespace PropertyCloud.Kernel.Observability;

/// <summary>/health/live: the process answers. /health/ready: the database is reachable and migrated. On every address, without a tenant.</summary>
internal sealed class HealthAnswers(RequestDelegate next, IDatabaseMigrator databases)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/health", out var rest))
        {
            await next(http);
            return;
        }

        var isReady = rest == "/live" || (rest == "/ready" && await databases.IsCurrentAsync(http.RequestAborted));
        http.Response.StatusCode = isReady ? StatusCodes.Status200OK : rest == "/ready" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "text/plain";
        await http.Response.WriteAsync(isReady ? "ok" : "not ready", http.RequestAborted);
    }
}

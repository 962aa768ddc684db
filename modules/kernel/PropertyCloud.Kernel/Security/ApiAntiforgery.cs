using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Kernel.Security;

/// <summary>A change asked for over the API with a browser's session needs the form's token as well. Pages check theirs by themselves.</summary>
internal sealed class ApiAntiforgery(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!OriginCheck.IsSafe(http.Request.Method) && http.User.Identity?.IsAuthenticated == true && http.Request.Path.StartsWithSegments("/api"))
            await antiforgery.ValidateRequestAsync(http);
        await next(http);
    }
}

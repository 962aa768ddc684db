using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Security;

/// <summary>Checks a session on every request, and sends people to the way in where one is needed.</summary>
internal static class SessionEvents
{
    public static CookieAuthenticationEvents Create() => new()
    {
        OnValidatePrincipal = ValidateAsync,
        OnRedirectToLogin = context => SendToSignIn(context),
        OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        },
    };

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var session = SessionOf(context.Principal);
        if (session is not { } known || known.TenantId != services.GetRequiredService<ICurrentTenant>().Id)
        {
            await RejectAsync(context);
            return;
        }

        var access = await services.GetRequiredService<IUserAccessSource>().FindAsync(known.UserId, known.Stamp, context.HttpContext.RequestAborted);
        if (access is null) await RejectAsync(context);
        else services.GetRequiredService<CurrentUser>().Become(access);
    }

    /// <summary>Who a session's cookie says, or null where a claim is missing or broken.</summary>
    internal static (Guid UserId, int TenantId, string Stamp)? SessionOf(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(SessionClaims.UserId), out var user)
        && int.TryParse(principal!.FindFirstValue(SessionClaims.TenantId), NumberStyles.None, CultureInfo.InvariantCulture, out var tenant)
        && principal!.FindFirstValue(SessionClaims.SecurityStamp) is { Length: > 0 } stamp
            ? (user, tenant, stamp)
            : null;

    private static Task RejectAsync(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        return context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private static Task SendToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (ErrorPages.IsForPrograms(http))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (http.Request.Headers.ContainsKey("HX-Request"))
        {
            // A fragment cannot be replaced by the sign-in page: the whole page goes there.
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            http.Response.Headers["HX-Redirect"] = "/sign-in";
            http.Response.ContentType = "text/plain";
        }
        else
        {
            var target = Web.OriginCheck.IsSafe(http.Request.Method) ? $"{http.Request.Path}{http.Request.QueryString}" : "/";
            http.Response.Redirect($"/sign-in?returnUrl={Uri.EscapeDataString(target)}");
        }

        return Task.CompletedTask;
    }
}

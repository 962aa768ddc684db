using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Security;

/// <summary>Names of the claims in a session's cookie. Nothing else is kept there: what a user may do is looked up.</summary>
public static class SessionClaims
{
    /// <summary>The user's id (also what antiforgery tokens are bound to).</summary>
    public const string UserId = ClaimTypes.NameIdentifier;
    public const string TenantId = "tenant";
    public const string SecurityStamp = "stamp";
}

/// <summary>Opens and closes the signed-in session of the running request, in the current tenant.</summary>
public interface IUserSession
{
    /// <summary>Writes the session's cookie. Residents stay for 30 days, staff for 12 hours, both counted from the last visit.</summary>
    /// <param name="stamp">The user's security stamp: a changed one ends the session.</param>
    Task SignInAsync(Guid userId, string stamp, bool isResident);

    /// <summary>Removes the cookie; repeating is safe.</summary>
    Task SignOutAsync();
}

internal sealed class UserSession(IHttpContextAccessor accessor, ICurrentTenant tenant, TimeProvider clock) : IUserSession
{
    private static readonly TimeSpan Staff = TimeSpan.FromHours(12);
    private static readonly TimeSpan Residents = TimeSpan.FromDays(30);

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no request to sign in on.");

    public Task SignInAsync(Guid userId, string stamp, bool isResident)
    {
        if (tenant.Id <= 0) throw new InvalidOperationException("Nobody signs in outside a tenant.");
        var identity = new ClaimsIdentity(
        [
            new(SessionClaims.UserId, userId.ToString()),
            new(SessionClaims.TenantId, tenant.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new(SessionClaims.SecurityStamp, stamp),
        ], CookieAuthenticationDefaults.AuthenticationScheme);
        var now = clock.GetUtcNow();
        return Http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity),
            new AuthenticationProperties { IsPersistent = isResident, IssuedUtc = now, ExpiresUtc = now + (isResident ? Residents : Staff) });
    }

    public Task SignOutAsync() => Http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
}

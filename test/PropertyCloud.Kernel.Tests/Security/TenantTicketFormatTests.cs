using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Tests.Security;

public sealed class TenantTicketFormatTests
{
    private readonly CurrentTenant _tenant = new();
    private readonly TenantTicketFormat _format;

    public TenantTicketFormatTests() => _format = new(new TenantProtection(new EphemeralDataProtectionProvider(), _tenant), _tenant);

    private static TenantInfo Tenant(int id) => new(id, $"t{id}", $"T{id}", "Asia/Shanghai", false, new HashSet<string>());

    private static AuthenticationTicket Ticket() =>
        new(new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaims.UserId, "x")], "Cookies")), "Cookies");

    [Fact]
    public void Unprotect_AtItsOwnTenant_IsRead()
    {
        using var _ = _tenant.Change(Tenant(2));
        _format.Unprotect(_format.Protect(Ticket())).ShouldNotBeNull();
    }

    [Fact]
    public void Unprotect_AtAnotherTenant_CannotBeRead()
    {
        string cookie;
        using (_tenant.Change(Tenant(2))) cookie = _format.Protect(Ticket());
        using (_tenant.Change(Tenant(3))) _format.Unprotect(cookie).ShouldBeNull();
        _format.Unprotect(cookie).ShouldBeNull();
    }

    [Fact]
    public void Protect_WithoutTenant_IsRefused() => Should.Throw<InvalidOperationException>(() => _format.Protect(Ticket()));

    [Theory]
    [InlineData(null, "2", "s", false)]
    [InlineData("not-an-id", "2", "s", false)]
    [InlineData("0199477e-0000-7000-8000-000000000001", null, "s", false)]
    [InlineData("0199477e-0000-7000-8000-000000000001", "-2", "s", false)]
    [InlineData("0199477e-0000-7000-8000-000000000001", "2", "", false)]
    [InlineData("0199477e-0000-7000-8000-000000000001", "2", "s", true)]
    public void SessionOf_NeedsAllThreeClaims(string? user, string? tenant, string? stamp, bool expected)
    {
        var identity = new ClaimsIdentity("Cookies");
        if (user is not null) identity.AddClaim(new(SessionClaims.UserId, user));
        if (tenant is not null) identity.AddClaim(new(SessionClaims.TenantId, tenant));
        if (stamp is not null) identity.AddClaim(new(SessionClaims.SecurityStamp, stamp));
        SessionEvents.SessionOf(new ClaimsPrincipal(identity)).HasValue.ShouldBe(expected);
    }
}

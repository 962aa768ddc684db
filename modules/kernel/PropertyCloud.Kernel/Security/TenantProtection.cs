using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Security;

/// <summary>Encrypts and signs for the current tenant: another tenant's bytes cannot be read.</summary>
public interface ITenantProtection
{
    /// <param name="purpose">Stable, as <c>identity.link</c>.</param>
    IDataProtector For(string purpose);
}

internal sealed class TenantProtection(IDataProtectionProvider provider, ICurrentTenant tenant) : ITenantProtection
{
    public IDataProtector For(string purpose) => tenant.Id > 0
        ? provider.CreateProtector("PropertyCloud.Tenant", tenant.Id.ToString(CultureInfo.InvariantCulture), purpose)
        : throw new InvalidOperationException("No tenant was entered: refused, never a default.");
}

/// <summary>Tickets of sessions, under a purpose of their tenant.</summary>
internal sealed class TenantTicketFormat(TenantProtection protection, ICurrentTenant tenant) : ISecureDataFormat<AuthenticationTicket>
{
    private readonly ConcurrentDictionary<int, TicketDataFormat> _formats = new();

    public string Protect(AuthenticationTicket data) => Current().Protect(data);
    public string Protect(AuthenticationTicket data, string? purpose) => Current().Protect(data, purpose);
    public AuthenticationTicket? Unprotect(string? protectedText) => tenant.Id > 0 ? Current().Unprotect(protectedText) : null;
    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose) => tenant.Id > 0 ? Current().Unprotect(protectedText, purpose) : null;

    private TicketDataFormat Current() => _formats.GetOrAdd(tenant.Id, _ => new TicketDataFormat(protection.For("session")));
}

/// <summary>A form's token counts only at the address of the tenant that it was made for.</summary>
internal sealed class AntiforgeryTenant : IAntiforgeryAdditionalDataProvider
{
    public string GetAdditionalData(HttpContext context) => TenantOf(context);

    public bool ValidateAdditionalData(HttpContext context, string additionalData) =>
        additionalData.Length > 0 && string.Equals(additionalData, TenantOf(context), StringComparison.Ordinal);

    private static string TenantOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<ICurrentTenant>().Id.ToString(CultureInfo.InvariantCulture);
}

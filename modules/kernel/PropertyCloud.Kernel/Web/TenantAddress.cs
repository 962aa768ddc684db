using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Web;

public enum AddressKind { Refused, Platform, Tenant }

/// <summary>Whose address a Host header names.</summary>
/// <param name="Label">The tenant's label, for <see cref="AddressKind.Tenant"/>.</param>
public readonly partial record struct TenantAddress(AddressKind Kind, string? Label = null)
{
    /// <summary>The single label before the base domain, exactly; the bare base domain is the platform's; anything else,
    /// other ports and deeper names included, is refused.</summary>
    /// <param name="host">Host header with its port, as sent.</param>
    /// <param name="baseDomain">As configured, with its port unless that is the scheme's own.</param>
    public static TenantAddress Parse(string? host, string baseDomain)
    {
        if (string.IsNullOrEmpty(host) || host.Length > 253) return new(AddressKind.Refused);
        if (host.Equals(baseDomain, StringComparison.OrdinalIgnoreCase)) return new(AddressKind.Platform);
        if (!host.EndsWith("." + baseDomain, StringComparison.OrdinalIgnoreCase)) return new(AddressKind.Refused);
        var label = host[..^(baseDomain.Length + 1)].ToLowerInvariant();
        return IsLabel(label) ? new(AddressKind.Tenant, label) : new(AddressKind.Refused);
    }

    /// <summary>Lower-case letters, digits and inner hyphens, 1 to 40; never a punycode name.</summary>
    public static bool IsLabel(string? label) => label is not null && LabelPattern().IsMatch(label) && !label.StartsWith("xn--", StringComparison.Ordinal);

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex LabelPattern();
}

/// <summary>Addresses for links in messages, mail and codes: made from configuration, never from a Host header.</summary>
public interface IAddresses
{
    /// <summary>As <c>http://standard.localhost:5000/link/…</c>.</summary>
    /// <param name="path">Begins with a slash.</param>
    string Of(TenantInfo tenant, string path);
}

internal sealed class Addresses(IConfiguration configuration) : IAddresses
{
    public const string DefaultBaseDomain = "localhost:5000";
    public string BaseDomain => configuration["App:BaseDomain"] ?? DefaultBaseDomain;
    public string Scheme => configuration["App:Scheme"] ?? "http";

    public string Of(TenantInfo tenant, string path) => tenant.IsPlatform ? $"{Scheme}://{BaseDomain}{path}" : $"{Scheme}://{tenant.Name}.{BaseDomain}{path}";
}

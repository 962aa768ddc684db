using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Identity.Links;

internal enum LinkStatus { Open = 1, Used = 2, Withdrawn = 3 }

/// <summary>A way in that works once: for staff to set their password, for residents their first sign-in, bound to party and
/// unit. Only the token's hash is kept. Looking at it changes nothing, because previews of messengers look, too.</summary>
internal sealed class OneTimeLink : AggregateRoot
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromHours(72);

    private OneTimeLink() { }

    public Guid UserId { get; private set; }
    public Guid? UnitId { get; private set; }
    public string TokenHash { get; private set; } = "";
    public LinkStatus Status { get; private set; } = LinkStatus.Open;
    public DateTime ExpiresAt { get; private set; }
    public DateTime? UsedAt { get; private set; }

    /// <param name="token">What the address carries; it is not kept.</param>
    public static OneTimeLink Issue(TimeProvider clock, Guid userId, Guid? unitId, string token)
    {
        var now = clock.Now();
        return new() { Id = Ids.At(now), UserId = userId, UnitId = unitId, TokenHash = LinkTokens.Hash(token), ExpiresAt = now + ValidFor };
    }

    public bool WorksAt(DateTime now) => Status == LinkStatus.Open && now < ExpiresAt;

    public void Use(DateTime now)
    {
        if (!WorksAt(now)) throw Gone();
        Status = LinkStatus.Used;
        UsedAt = now;
    }

    /// <summary>Another link was issued, or the account was deactivated. Repeating is safe.</summary>
    public void Withdraw()
    {
        if (Status == LinkStatus.Open) Status = LinkStatus.Withdrawn;
    }

    /// <summary>The same answer for unknown, used, expired and withdrawn.</summary>
    public static DomainException Gone() => new("identity.link-gone", "这个链接已经用过或过期，请联系物业重新发一个") { Status = 410 };
}

/// <summary>128 random bits, as 22 characters of an address.</summary>
internal static class LinkTokens
{
    public static string New() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>SHA-256 in hexadecimal: a token is random and long enough, so that the hash needs neither salt nor time.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

internal sealed class OneTimeLinkConfiguration : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.HasKey(l => l.Id);
        builder.Property(l => l.TokenHash).IsCode(64);
        builder.HasOne<Users.User>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => new { l.UserId, l.Status });
    }
}

using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Identity.Access;

/// <summary>One row a company; its stamp changes with every change of users and roles. Random and not counted, so that two
/// changes at once never end at the same value.</summary>
internal sealed class AccessVersion : Entity
{
    public static readonly Guid OnlyId = new("00000000-0000-7000-8000-000000000001");

    /// <summary>32 hexadecimal digits.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>Of the permissions that were last seeded: a start with the same ones has nothing to do.</summary>
    public string? SeededHash { get; private set; }

    public static AccessVersion First()
    {
        var version = new AccessVersion { Id = OnlyId };
        version.Renew();
        return version;
    }

    public void Renew() => Stamp = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public void Seeded(string hash) => SeededHash = hash;
}

internal sealed class AccessVersionConfiguration : IEntityTypeConfiguration<AccessVersion>
{
    public void Configure(EntityTypeBuilder<AccessVersion> builder)
    {
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Stamp).IsCode(32).IsConcurrencyToken();
        builder.Property(v => v.SeededHash).IsCode(64);
    }
}

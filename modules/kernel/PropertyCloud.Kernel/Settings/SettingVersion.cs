using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.Kernel.Settings;

/// <summary>One row a company; its stamp changes with every setting that is saved, in the same transaction. Random and not counted,
/// so that two changes at once never end at the same value.</summary>
public sealed class SettingVersion
{
    public int TenantId { get; init; }

    /// <summary>32 hexadecimal digits.</summary>
    public string Stamp { get; set; } = "";

    public void Renew() => Stamp = RandomNumberGenerator.GetHexString(32, lowercase: true);
}

internal sealed class SettingVersionConfiguration : IEntityTypeConfiguration<SettingVersion>
{
    public void Configure(EntityTypeBuilder<SettingVersion> row)
    {
        row.ToTable("kernel_setting_version", t => t.HasCheckConstraint("CK_kernel_setting_version_tenant", "TenantId > 0"));
        row.HasKey(x => x.TenantId);
        row.Property(x => x.TenantId).ValueGeneratedNever();
        row.Property(x => x.Stamp).HasMaxLength(32);
    }
}

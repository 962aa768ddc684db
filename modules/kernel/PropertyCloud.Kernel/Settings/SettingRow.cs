using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.Kernel.Settings;

/// <summary>A value that a company or one of its users set.</summary>
public sealed class SettingRow
{
    public int TenantId { get; init; }

    /// <summary>The empty id for the company's own value.</summary>
    public Guid UserId { get; init; }
    public required string Name { get; init; }

    /// <summary>JSON.</summary>
    public required string Value { get; set; }
    public DateTime ChangedAt { get; set; }
}

internal sealed class SettingRowConfiguration : IEntityTypeConfiguration<SettingRow>
{
    public void Configure(EntityTypeBuilder<SettingRow> row)
    {
        row.ToTable("kernel_setting", t => t.HasCheckConstraint("CK_kernel_setting_tenant", "TenantId > 0"));
        row.HasKey(x => new { x.TenantId, x.UserId, x.Name });
        row.Property(x => x.TenantId).ValueGeneratedNever();
        row.Property(x => x.Name).HasMaxLength(80);
        row.Property(x => x.Value).HasMaxLength(4000);
    }
}

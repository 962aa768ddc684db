using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.Kernel.Security;

/// <summary>A key of the host's key ring, encrypted under the master key, which is kept outside the database. No tenant's row.</summary>
public sealed class ProtectionKeyRow
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

internal sealed class ProtectionKeyRowConfiguration : IEntityTypeConfiguration<ProtectionKeyRow>
{
    public void Configure(EntityTypeBuilder<ProtectionKeyRow> row)
    {
        row.ToTable("kernel_protection_key");
        row.HasKey(x => x.Name);
        row.Property(x => x.Name).HasMaxLength(100);
        row.Property(x => x.Xml).HasMaxLength(8000);
    }
}

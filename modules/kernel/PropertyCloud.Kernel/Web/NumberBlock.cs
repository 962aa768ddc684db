using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.Kernel.Web;

/// <summary>The next number that no process has reserved yet.</summary>
public sealed class NumberBlock
{
    public int TenantId { get; init; }
    public required string Prefix { get; init; }
    public DateOnly Day { get; init; }
    public int Next { get; set; }
}

internal sealed class NumberBlockConfiguration : IEntityTypeConfiguration<NumberBlock>
{
    public void Configure(EntityTypeBuilder<NumberBlock> row)
    {
        row.ToTable("kernel_number_block", t => t.HasCheckConstraint("CK_kernel_number_block_tenant", "TenantId > 0"));
        row.HasKey(x => new { x.TenantId, x.Prefix, x.Day });
        row.Property(x => x.TenantId).ValueGeneratedNever();
        row.Property(x => x.Prefix).HasMaxLength(8);
    }
}

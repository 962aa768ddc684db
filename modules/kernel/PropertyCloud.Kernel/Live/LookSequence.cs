using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.Kernel.Live;

/// <summary>Grows when a topic of a company is announced, so that other hosts notice.</summary>
public sealed class LookSequence
{
    public int TenantId { get; init; }
    public required string Topic { get; init; }
    public long Sequence { get; set; }
}

internal sealed class LookSequenceConfiguration : IEntityTypeConfiguration<LookSequence>
{
    public void Configure(EntityTypeBuilder<LookSequence> row)
    {
        row.ToTable("kernel_look_sequence", t => t.HasCheckConstraint("CK_kernel_look_sequence_tenant", "TenantId > 0"));
        row.HasKey(x => new { x.TenantId, x.Topic });
        row.Property(x => x.TenantId).ValueGeneratedNever();
        row.Property(x => x.Topic).HasMaxLength(60);
    }
}

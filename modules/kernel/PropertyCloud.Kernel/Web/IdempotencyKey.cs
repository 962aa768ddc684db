using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.Kernel.Web;

/// <summary>A key that was used, what was asked under it and what came out. Remembered for 24 h.</summary>
public sealed class IdempotencyKey
{
    public int TenantId { get; init; }

    /// <summary>Who used it; the empty id for nobody signed in.</summary>
    public Guid UserId { get; init; }
    public required string Operation { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 of what was asked, 64 hexadecimal digits.</summary>
    public required string Hash { get; set; }
    public Guid ResultId { get; set; }
    public DateTime ExpiresAt { get; set; }
}

internal sealed class IdempotencyKeyConfiguration : IEntityTypeConfiguration<IdempotencyKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> row)
    {
        row.ToTable("kernel_idempotency_key", t => t.HasCheckConstraint("CK_kernel_idempotency_key_tenant", "TenantId > 0"));
        row.HasKey(x => new { x.TenantId, x.UserId, x.Operation, x.Key });
        row.Property(x => x.TenantId).ValueGeneratedNever();
        row.Property(x => x.Operation).HasMaxLength(60);
        row.Property(x => x.Key).HasMaxLength(80);
        row.Property(x => x.Hash).HasMaxLength(64);
        row.HasIndex(x => x.ExpiresAt);
    }
}

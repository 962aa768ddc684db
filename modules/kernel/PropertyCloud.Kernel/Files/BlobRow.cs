using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.Kernel.Files;

/// <summary>A kept file: whose it is and what it belongs to. The bytes lie in the blob store under a key made from tenant and id.</summary>
public sealed class BlobRow
{
    public int TenantId { get; init; }
    public Guid Id { get; init; }

    /// <summary>Module whose <see cref="IBlobAccess"/> decides who may read.</summary>
    public required string Owner { get; init; }
    public Guid Subject { get; init; }
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public long Length { get; init; }

    /// <summary>Of the kept bytes, 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
    public DateTime CreatedAt { get; init; }
    public Guid? CreatedBy { get; init; }
}

internal sealed class BlobRowConfiguration : IEntityTypeConfiguration<BlobRow>
{
    public void Configure(EntityTypeBuilder<BlobRow> row)
    {
        row.ToTable("kernel_blob", t => t.HasCheckConstraint("CK_kernel_blob_tenant", "TenantId > 0"));
        row.HasKey(x => new { x.TenantId, x.Id });
        row.Property(x => x.TenantId).ValueGeneratedNever();
        row.Property(x => x.Id).ValueGeneratedNever();
        row.Property(x => x.Owner).HasMaxLength(40);
        row.Property(x => x.ContentType).HasMaxLength(60);
        row.Property(x => x.Sha256).HasMaxLength(64);
        row.HasIndex(x => new { x.TenantId, x.Subject });
    }
}

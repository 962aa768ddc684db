using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.Butler.Catalogue;

internal sealed class CatalogueConfiguration : IEntityTypeConfiguration<CatalogueItem>
{
    public void Configure(EntityTypeBuilder<CatalogueItem> b)
    {
        b.Property(x => x.Code).HasMaxLength(40);
        b.Property(x => x.Kind).HasMaxLength(20);
        b.Property(x => x.Name).HasMaxLength(40);
        b.Property(x => x.NameEn).HasMaxLength(80);
        b.Property(x => x.Department).HasMaxLength(40);
        b.Property(x => x.Severity).HasMaxLength(40);
        b.Property(x => x.Icon).HasMaxLength(40);
        b.Ignore(x => x.IsActive);
        b.HasIndex(x => x.Code).IsUnique();
        b.HasIndex(x => new { x.ActiveStatus, x.Kind, x.Order });
    }
}

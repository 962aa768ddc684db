using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.Tenants.Store;

/// <summary>One row that grows with every change of the catalogue: hosts ask for it each second and read the catalogue again only
/// when it has grown.</summary>
internal sealed class CatalogueVersion
{
    public const int OnlyId = 1;

    public int Id { get; private init; } = OnlyId;
    public long Number { get; private set; }

    public void Grow() => Number++;
}

internal sealed class CatalogueVersionConfiguration : IEntityTypeConfiguration<CatalogueVersion>
{
    public void Configure(EntityTypeBuilder<CatalogueVersion> builder)
    {
        builder.HasKey(x => x.Id);
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Number).IsConcurrencyToken();
        builder.HasData(new { Id = CatalogueVersion.OnlyId, Number = 1L });
    }
}

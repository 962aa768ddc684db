using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.LostAndFound.Items;

internal sealed class FoundItemConfiguration : IEntityTypeConfiguration<FoundItem>
{
    public void Configure(EntityTypeBuilder<FoundItem> b)
    {
        b.Property(x => x.What).HasMaxLength(80);
        b.Property(x => x.Where).HasMaxLength(80);
        b.HasIndex(x => new { x.Status, x.FoundAt });
        b.HasIndex(x => x.RequestId);
    }
}

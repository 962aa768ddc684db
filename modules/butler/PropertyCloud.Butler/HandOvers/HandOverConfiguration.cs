using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Butler.Data;

namespace PropertyCloud.Butler.HandOvers;

internal sealed class HandOverConfiguration : IEntityTypeConfiguration<HandOver>
{
    public void Configure(EntityTypeBuilder<HandOver> b)
    {
        b.Property(x => x.ReceiverRole).HasMaxLength(40);
        b.Property(x => x.Remark).HasMaxLength(500);
        b.Property(x => x.ReturnReason).HasMaxLength(500);
        b.Property(x => x.Figures).AsJson(500);
        b.HasIndex(x => new { x.ButlerId, x.Year, x.Month }).IsUnique();
        b.HasIndex(x => new { x.Status, x.Year, x.Month });
    }
}

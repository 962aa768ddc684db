using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.Registry.Parties;

internal sealed class PartyConfiguration : IEntityTypeConfiguration<Party>
{
    public void Configure(EntityTypeBuilder<Party> builder)
    {
        builder.Property(x => x.Name).HasMaxLength(Party.NameLength);
        builder.Property(x => x.Phone).HasMaxLength(PhoneNumber.Length);
        builder.Property(x => x.PhoneLastFour).HasMaxLength(4);
        builder.Property(x => x.Remarks).HasMaxLength(Party.RemarksLength);
        builder.HasIndex(x => x.Name);
        builder.HasIndex(x => x.Phone);
        builder.HasIndex(x => x.PhoneLastFour);
    }
}

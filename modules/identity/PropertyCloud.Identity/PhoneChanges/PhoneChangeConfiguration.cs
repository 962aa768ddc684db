using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Kernel.Data;

namespace PropertyCloud.Identity.PhoneChanges;

internal sealed class PhoneChangeConfiguration : IEntityTypeConfiguration<PhoneChange>
{
    public void Configure(EntityTypeBuilder<PhoneChange> builder)
    {
        builder.Ignore(c => c.IsWaiting);
        builder.Property(c => c.OldPhone).IsCode(PhoneChange.PhoneLength);
        builder.Property(c => c.NewPhone).IsCode(PhoneChange.PhoneLength);
        builder.Property(c => c.Reason).HasMaxLength(PhoneChange.ReasonLength);
        builder.HasIndex(c => c.WaitingFor).IsUnique();
        builder.HasIndex(c => new { c.State, c.AskedAt });
        builder.HasIndex(c => new { c.AskedBy, c.State });
    }
}

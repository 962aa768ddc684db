using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Butler.Data;

namespace PropertyCloud.Butler.Duty;

internal sealed class WorkingWeekConfiguration : IEntityTypeConfiguration<WorkingWeek>
{
    public void Configure(EntityTypeBuilder<WorkingWeek> b)
    {
        b.Property(x => x.Spans).AsJson(2000);
        b.HasIndex(x => new { x.UserId, x.Post }).IsUnique();
    }
}

internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> b)
    {
        b.Property(x => x.Reason).HasMaxLength(200);
        b.HasIndex(x => x.UntilAt);
        b.HasIndex(x => new { x.UserId, x.FromAt });
    }
}

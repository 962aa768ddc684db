using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.Butler.Assignments;

internal sealed class AssignmentConfiguration : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> b)
    {
        b.HasIndex(x => new { x.ClusterId, x.From }).IsUnique();
        b.HasIndex(x => new { x.ButlerId, x.From });
        b.HasIndex(x => new { x.BackupId, x.From });
    }
}

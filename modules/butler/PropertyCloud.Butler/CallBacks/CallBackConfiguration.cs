using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.Butler.CallBacks;

internal sealed class CallBackConfiguration : IEntityTypeConfiguration<CallBackTask>
{
    public void Configure(EntityTypeBuilder<CallBackTask> b)
    {
        b.Property(x => x.RequestNumber).HasMaxLength(20);
        b.Property(x => x.RequestTitle).HasMaxLength(Requests.Request.TitleLength);
        b.Property(x => x.RequestKind).HasMaxLength(20);
        b.Property(x => x.Plate).HasMaxLength(40);
        b.Property(x => x.PlateSpoken).HasMaxLength(60);
        b.Property(x => x.Remark).HasMaxLength(500);
        b.HasMany(x => x.Attempts).WithOne().HasForeignKey(x => x.CallBackTaskId).OnDelete(DeleteBehavior.Cascade);
        b.HasIndex(x => x.RequestId).IsUnique();
        b.HasIndex(x => new { x.ResponsibleId, x.Status, x.SortAt });
        b.HasIndex(x => new { x.Status, x.SortAt });
        b.HasIndex(x => new { x.ResponsibleId, x.OpenedAt });
        b.HasIndex(x => new { x.CommunityId, x.Status, x.SortAt });
        b.HasIndex(x => new { x.ClusterId, x.Status, x.SortAt });
    }
}

internal sealed class CallBackAttemptConfiguration : IEntityTypeConfiguration<CallBackAttempt>
{
    public void Configure(EntityTypeBuilder<CallBackAttempt> b)
    {
        b.Property(x => x.ByName).HasMaxLength(60);
        b.Property(x => x.Remark).HasMaxLength(500);
        b.HasIndex(x => new { x.CallBackTaskId, x.Number }).IsUnique();
    }
}

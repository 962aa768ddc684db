using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Butler.Data;

namespace PropertyCloud.Butler.Requests;

internal sealed class RequestConfiguration : IEntityTypeConfiguration<Request>
{
    public void Configure(EntityTypeBuilder<Request> b)
    {
        b.Property(x => x.Number).HasMaxLength(20);
        b.Property(x => x.Kind).HasMaxLength(20);
        b.Property(x => x.ItemCode).HasMaxLength(40);
        b.Property(x => x.Severity).HasMaxLength(40);
        b.Property(x => x.Title).HasMaxLength(Request.TitleLength);
        b.Property(x => x.Description).HasMaxLength(2000);
        b.Property(x => x.Plate).HasMaxLength(40);
        b.Property(x => x.PlateSpoken).HasMaxLength(60);
        b.Property(x => x.Department).HasMaxLength(40);
        b.Property(x => x.HoldReason).HasMaxLength(500);
        b.Property(x => x.RatingComment).HasMaxLength(500);
        b.Property(x => x.EndReason).HasMaxLength(500);
        b.Property(x => x.MovedByName).HasMaxLength(60);
        b.Property(x => x.Photos).AsJson(1000);
        b.Property(x => x.Facts).AsJson(20000);
        b.Property(x => x.Clocks).AsJson(2000);
        b.Ignore(x => x.OpenOrders);

        b.HasMany(x => x.Entries).WithOne().HasForeignKey(x => x.RequestId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(x => x.Notes).WithOne().HasForeignKey(x => x.RequestId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(x => x.Orders).WithOne().HasForeignKey(x => x.RequestId).OnDelete(DeleteBehavior.Cascade);

        b.HasIndex(x => x.Number).IsUnique();
        // The butler's open list, hottest of all; then the board's, the company's and each scope's.
        b.HasIndex(x => new { x.ResponsibleId, x.OpenStatus, x.SortAt });
        b.HasIndex(x => new { x.OpenStatus, x.SortAt });
        b.HasIndex(x => new { x.OpenStatus, x.Stage, x.SortAt });
        b.HasIndex(x => new { x.CommunityId, x.OpenStatus, x.SortAt });
        b.HasIndex(x => new { x.ClusterId, x.OpenStatus, x.SortAt });
        b.HasIndex(x => new { x.Status, x.ReportedAt });
        b.HasIndex(x => new { x.UnitId, x.ReportedAt });
        b.HasIndex(x => new { x.ReporterPartyId, x.ReportedAt });
        b.HasIndex(x => x.ReportedAt);
        b.HasIndex(x => new { x.ResponsibleId, x.ConfirmedAt });
        b.HasIndex(x => x.Plate);
    }
}

internal sealed class RequestEntryConfiguration : IEntityTypeConfiguration<RequestEntry>
{
    public void Configure(EntityTypeBuilder<RequestEntry> b)
    {
        LineColumns.Configure(b);
        b.HasIndex(x => new { x.RequestId, x.Sequence }).IsUnique();
    }
}

internal sealed class RequestNoteConfiguration : IEntityTypeConfiguration<RequestNote>
{
    public void Configure(EntityTypeBuilder<RequestNote> b)
    {
        LineColumns.Configure(b);
        b.HasIndex(x => new { x.RequestId, x.Sequence }).IsUnique();
    }
}

internal static class LineColumns
{
    public static void Configure<T>(EntityTypeBuilder<T> b) where T : Line
    {
        b.Property(x => x.AuthorName).HasMaxLength(60);
        b.Property(x => x.Department).HasMaxLength(40);
        b.Property(x => x.Text).HasMaxLength(2000);
        b.Property(x => x.Photos).AsJson(1000);
        b.Ignore(x => x.FromResident);
    }
}

internal sealed class RequestOrderConfiguration : IEntityTypeConfiguration<RequestOrder>
{
    public void Configure(EntityTypeBuilder<RequestOrder> b)
    {
        b.Property(x => x.Department).HasMaxLength(40);
        b.Property(x => x.HoldReason).HasMaxLength(500);
        b.Property(x => x.Moves).AsJson(20000);
        b.Ignore(x => x.IsOpen);
        b.Ignore(x => x.IsOnTheWay);
        b.HasIndex(x => new { x.RequestId, x.DispatchedAt });
    }
}

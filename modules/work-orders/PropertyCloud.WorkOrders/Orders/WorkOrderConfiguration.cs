using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Kernel.Data;

namespace PropertyCloud.WorkOrders.Orders;

internal sealed class WorkOrderConfiguration : IEntityTypeConfiguration<WorkOrder>
{
    public void Configure(EntityTypeBuilder<WorkOrder> order)
    {
        order.HasKey(o => o.Id);
        order.Property(o => o.Number).IsCode(20);
        order.Property(o => o.SourceType).IsCode(40);
        order.Property(o => o.SourceNumber).IsCode(20);
        order.Property(o => o.Department).IsCode(40);
        order.Property(o => o.Title).HasMaxLength(200);
        order.Property(o => o.Note).HasMaxLength(OrderEntry.NoteLength);
        order.Property(o => o.Kind).IsCode(40);
        order.Property(o => o.ItemCode).IsCode(60);
        order.Property(o => o.Severity).IsCode(40);
        order.Property(o => o.Plate).HasMaxLength(60);
        order.Property(o => o.HoldReason).HasMaxLength(OrderEntry.ReasonLength);
        order.Ignore(o => o.ArriveClock).Ignore(o => o.ResolveClock).Ignore(o => o.IsOpen).Ignore(o => o.IsOnTheWay);
        order.HasMany(o => o.Entries).WithOne().HasForeignKey(e => e.OrderId).OnDelete(DeleteBehavior.Cascade);
        order.Navigation(o => o.Entries).HasField("_entries").UsePropertyAccessMode(PropertyAccessMode.Field);

        order.HasIndex(o => o.Number).IsUnique();
        order.HasIndex(o => o.SourceNumber);
        order.HasIndex(o => o.SourceId);
        order.HasIndex(o => new { o.AssigneeId, o.Status, o.NextDueAt });
        order.HasIndex(o => new { o.Department, o.Status, o.NextDueAt });
        order.HasIndex(o => new { o.Status, o.NextDueAt });
        order.HasIndex(o => new { o.Status, o.CompletedAt });
    }
}

internal sealed class OrderEntryConfiguration : IEntityTypeConfiguration<OrderEntry>
{
    private static readonly ValueComparer<IReadOnlyList<Guid>> SameIds = new(
        (a, b) => a!.SequenceEqual(b!), ids => ids.Aggregate(0, (hash, id) => HashCode.Combine(hash, id)), ids => ids.ToArray());

    public void Configure(EntityTypeBuilder<OrderEntry> entry)
    {
        entry.HasKey(e => e.Id);
        entry.Property(e => e.Department).IsCode(40);
        entry.Property(e => e.Reason).HasMaxLength(OrderEntry.ReasonLength);
        entry.Property(e => e.Note).HasMaxLength(OrderEntry.NoteLength);
        entry.Property(e => e.PhotoIds).HasMaxLength(2000).HasConversion(
            ids => JsonSerializer.Serialize(ids, Json.Options),
            text => JsonSerializer.Deserialize<Guid[]>(text, Json.Options)!,
            SameIds);
        entry.HasIndex(e => new { e.OrderId, e.Ordinal }).IsUnique();
    }
}

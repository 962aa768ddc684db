using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Kernel.Data;

namespace PropertyCloud.Notifications.Notices;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> notification)
    {
        notification.HasKey(n => n.Id);
        notification.Property(n => n.Kind).IsCode(40);
        notification.Property(n => n.Url).IsCode(200);
        notification.Property(n => n.Facts).HasMaxLength(1000).HasConversion(
            facts => JsonSerializer.Serialize(facts, Json.Options),
            text => JsonSerializer.Deserialize<NoticeFacts>(text, Json.Options)!);
        notification.HasIndex(n => new { n.EventId, n.RecipientId, n.Kind }).IsUnique();
        notification.HasIndex(n => new { n.RecipientId, n.HappenedAt });
        notification.HasIndex(n => new { n.RecipientId, n.State, n.HappenedAt });
        notification.HasIndex(n => new { n.SubjectId, n.Kind });
        notification.HasIndex(n => new { n.State, n.ReadAt });
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Kernel.Auditing;

/// <summary>Who did what, when and from where; append only. Personal values are masked before they come here.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; private init; }
    public int TenantId { get; private init; }
    public DateTime At { get; private init; }
    public Guid? ActorId { get; private init; }
    public string? Address { get; private init; }
    public string Action { get; private init; } = "";
    public string? SubjectType { get; private init; }
    public Guid? Subject { get; private init; }

    /// <summary>JSON: field > [from, to], or the details of the action.</summary>
    public string? Changes { get; private init; }
    public string? Reason { get; private init; }
    public string? CorrelationId { get; private init; }

    internal static AuditEntry Of(DbSession session, int tenantId, string action, string? subjectType, Guid? subject, object? changes, string? reason)
    {
        var now = session.Clock.Now();
        return new()
        {
            Id = Ids.At(now),
            TenantId = tenantId,
            At = now,
            ActorId = session.User.Id,
            Address = session.Origin.Address,
            Action = action,
            SubjectType = subjectType,
            Subject = subject,
            Changes = changes is null ? null : JsonSerializer.Serialize(changes, Json.Options),
            Reason = reason is { Length: > 500 } ? reason[..500] : reason,
            CorrelationId = session.Origin.CorrelationId,
        };
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("kernel_audit");
        builder.HasKey(x => x.Id);
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Action).HasMaxLength(100);
        builder.Property(x => x.SubjectType).HasMaxLength(100);
        builder.Property(x => x.Address).HasMaxLength(45);
        builder.Property(x => x.Reason).HasMaxLength(500);
        builder.Property(x => x.CorrelationId).HasMaxLength(64);
        builder.HasIndex(x => new { x.TenantId, x.Subject, x.At });
        builder.HasIndex(x => new { x.TenantId, x.At });
    }
}

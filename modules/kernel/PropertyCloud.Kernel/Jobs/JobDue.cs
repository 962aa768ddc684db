using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.Kernel.Jobs;

/// <summary>When a company's job falls due next. Claimed by a lease: a host that dies leaves the row to another.</summary>
public sealed class JobDue
{
    public int TenantId { get; init; }
    public required string Job { get; init; }
    public DateTime DueAt { get; set; }

    /// <summary>Until then the host that claimed it is at work.</summary>
    public DateTime? ClaimedUntil { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; set; }
}

internal sealed class JobDueConfiguration : IEntityTypeConfiguration<JobDue>
{
    public void Configure(EntityTypeBuilder<JobDue> row)
    {
        row.ToTable("kernel_job_due", t => t.HasCheckConstraint("CK_kernel_job_due_tenant", "TenantId > 0"));
        row.HasKey(x => new { x.TenantId, x.Job });
        row.Property(x => x.TenantId).ValueGeneratedNever();
        row.Property(x => x.Job).HasMaxLength(80);
        row.HasIndex(x => new { x.Job, x.DueAt });
    }
}

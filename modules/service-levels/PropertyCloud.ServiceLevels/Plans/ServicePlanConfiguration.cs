using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.ServiceLevels.Plans;

internal sealed class ServicePlanConfiguration : IEntityTypeConfiguration<ServicePlan>
{
    public void Configure(EntityTypeBuilder<ServicePlan> builder)
    {
        builder.Property(x => x.Scope).HasMaxLength(120);
        builder.Property(x => x.Name).HasMaxLength(60);
        builder.Property(x => x.Grade).HasMaxLength(60);
        builder.HasIndex(x => x.Scope).IsUnique();
    }
}

internal sealed class PlanVersionConfiguration : IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.Property(x => x.Name).HasMaxLength(60);
        builder.HasOne<ServicePlan>().WithMany().HasForeignKey(x => x.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => new { x.PlanId, x.Number }).IsUnique();
    }
}

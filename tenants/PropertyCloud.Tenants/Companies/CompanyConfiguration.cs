using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Kernel.Data;

namespace PropertyCloud.Tenants.Companies;

internal sealed class CompanyConfiguration : IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Company> builder)
    {
        builder.HasKey(x => x.TenantId);
        builder.Property(x => x.TenantId).ValueGeneratedNever();
        builder.Property(x => x.Label).IsCode(CompanyLabel.Longest);
        builder.Property(x => x.DisplayName).HasMaxLength(Company.MaxName);
        builder.Property(x => x.TimeZoneId).HasMaxLength(64);
        builder.Property(x => x.TemplateCode).HasMaxLength(40);
        builder.Property(x => x.BrandColour).HasMaxLength(7);
        builder.Property(x => x.WordingButler).HasMaxLength(24);
        builder.Property(x => x.WordingButlerEn).HasMaxLength(24);
        builder.Property(x => x.Features).HasMaxLength(1000);
        builder.Property(x => x.BlockedReason).HasMaxLength(Company.MaxReason);
        builder.Property(x => x.Version).IsConcurrencyToken();
        builder.Ignore(x => x.IsBlocked);
        builder.Ignore(x => x.Wording);
        builder.HasIndex(x => x.Id).IsUnique();
        builder.HasIndex(x => x.Label).IsUnique();
        builder.HasIndex(x => new { x.Status, x.TenantId });
    }
}

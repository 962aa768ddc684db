using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.Tenants.Demo;

/// <summary>Says that a demonstration company was loaded to its end.</summary>
internal sealed class DemoLoad
{
    public string Template { get; private init; } = "";
    public DateTime LoadedAt { get; private init; }

    public static DemoLoad Of(string template, DateTime now) => new() { Template = template, LoadedAt = now };
}

internal sealed class DemoLoadConfiguration : IEntityTypeConfiguration<DemoLoad>
{
    public void Configure(EntityTypeBuilder<DemoLoad> builder)
    {
        builder.HasKey(x => x.Template);
        builder.Property(x => x.Template).HasMaxLength(40);
    }
}

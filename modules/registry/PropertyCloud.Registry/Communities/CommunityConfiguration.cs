using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.Registry.Communities;

internal sealed class CommunityConfiguration : IEntityTypeConfiguration<Community>
{
    public void Configure(EntityTypeBuilder<Community> builder)
    {
        builder.Property(x => x.Name).HasMaxLength(Community.NameLength);
        builder.Property(x => x.Grade).HasMaxLength(Community.GradeLength);
        builder.Property(x => x.Address).HasMaxLength(Community.AddressLength);
        builder.HasIndex(x => x.Name).IsUnique();
    }
}

internal sealed class BuildingConfiguration : IEntityTypeConfiguration<Building>
{
    public void Configure(EntityTypeBuilder<Building> builder)
    {
        builder.Property(x => x.Name).HasMaxLength(Building.NameLength);
        builder.Property(x => x.SortKey).HasMaxLength(Units.DoorPlate.SortKeyLength);
        builder.HasIndex(x => new { x.CommunityId, x.Name }).IsUnique();
        builder.HasOne<Community>().WithMany().HasForeignKey(x => x.CommunityId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}

internal sealed class EntranceConfiguration : IEntityTypeConfiguration<Entrance>
{
    public void Configure(EntityTypeBuilder<Entrance> builder)
    {
        builder.Property(x => x.Name).HasMaxLength(Entrance.NameLength);
        builder.HasIndex(x => new { x.BuildingId, x.Name }).IsUnique();
        builder.HasOne<Building>().WithMany().HasForeignKey(x => x.BuildingId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}

internal sealed class ClusterConfiguration : IEntityTypeConfiguration<Cluster>
{
    public void Configure(EntityTypeBuilder<Cluster> builder)
    {
        builder.Property(x => x.Name).HasMaxLength(Cluster.NameLength);
        builder.HasIndex(x => new { x.CommunityId, x.Name }).IsUnique();
        builder.HasOne<Community>().WithMany().HasForeignKey(x => x.CommunityId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}

internal sealed class PublicPlaceConfiguration : IEntityTypeConfiguration<PublicPlace>
{
    public void Configure(EntityTypeBuilder<PublicPlace> builder)
    {
        builder.Property(x => x.Name).HasMaxLength(PublicPlace.NameLength);
        builder.HasIndex(x => new { x.CommunityId, x.Name }).IsUnique();
        builder.HasOne<Community>().WithMany().HasForeignKey(x => x.CommunityId).OnDelete(DeleteBehavior.ClientNoAction);
        builder.HasOne<Cluster>().WithMany().HasForeignKey(x => x.ClusterId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}

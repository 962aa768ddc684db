using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Registry.Communities;
using PropertyCloud.Registry.Parties;

namespace PropertyCloud.Registry.Units;

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.Property(x => x.Number).HasMaxLength(Unit.NumberLength);
        builder.Property(x => x.Plate).HasMaxLength(DoorPlate.Length);
        builder.Property(x => x.Spoken).HasMaxLength(DoorPlate.SpokenLength);
        builder.Property(x => x.SortKey).HasMaxLength(DoorPlate.SortKeyLength);
        builder.Property(x => x.Area).HasPrecision(10, 2);
        builder.HasIndex(x => new { x.EntranceId, x.Number }).IsUnique();
        builder.HasIndex(x => x.SortKey);
        builder.HasIndex(x => new { x.CommunityId, x.SortKey });
        builder.HasIndex(x => new { x.ClusterId, x.SortKey });
        builder.HasIndex(x => x.Plate);
        builder.HasIndex(x => x.Number);
        builder.HasOne<Community>().WithMany().HasForeignKey(x => x.CommunityId).OnDelete(DeleteBehavior.ClientNoAction);
        builder.HasOne<Building>().WithMany().HasForeignKey(x => x.BuildingId).OnDelete(DeleteBehavior.ClientNoAction);
        builder.HasOne<Entrance>().WithMany().HasForeignKey(x => x.EntranceId).OnDelete(DeleteBehavior.ClientNoAction);
        builder.HasOne<Cluster>().WithMany().HasForeignKey(x => x.ClusterId).OnDelete(DeleteBehavior.ClientNoAction);
        builder.HasMany(x => x.Relations).WithOne().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.ClientNoAction);
        builder.Navigation(x => x.Relations).HasField("_relations").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class UnitRelationConfiguration : IEntityTypeConfiguration<UnitRelation>
{
    public void Configure(EntityTypeBuilder<UnitRelation> builder)
    {
        builder.Ignore(x => x.IsContact);
        builder.HasIndex(x => new { x.UnitId, x.To });
        builder.HasIndex(x => x.PartyId);
        builder.HasIndex(x => x.ContactUnitId).IsUnique();
        builder.HasOne<Party>().WithMany().HasForeignKey(x => x.PartyId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}

using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Registry.Communities;

/// <summary>楼栋 of a community; its name is unique there, as <c>7</c>.</summary>
internal sealed class Building : AggregateRoot
{
    public const int NameLength = 20;

    private Building() { }

    public Guid CommunityId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Orders 2 before 10.</summary>
    public string SortKey { get; private set; } = "";

    public static Building Create(Guid id, Guid communityId, string name)
    {
        var cleaned = PlaceName.Clean(name, NameLength);
        return new() { Id = id, CommunityId = communityId, Name = cleaned, SortKey = Units.DoorPlate.SortKey(cleaned) };
    }
}

/// <summary>单元 of a building. A building with a single unnamed entrance has one whose name is empty, so that a unit always
/// hangs on an entrance and its natural key has no null in it.</summary>
internal sealed class Entrance : AggregateRoot
{
    public const int NameLength = 20;

    private Entrance() { }

    public Guid BuildingId { get; private set; }
    public string Name { get; private set; } = "";

    public static Entrance Create(Guid id, Guid buildingId, string? name) =>
        new() { Id = id, BuildingId = buildingId, Name = string.IsNullOrWhiteSpace(name) ? "" : PlaceName.Clean(name, NameLength) };
}

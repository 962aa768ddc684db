using PropertyCloud.Kernel.Domain;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Communities;

/// <summary>楼栋 of a community; its name is unique there, as <c>7</c>: 7栋 and 7号楼 are the same.</summary>
internal sealed class Building : AggregateRoot
{
    public const int NameLength = 20;

    private Building() { }

    public Guid CommunityId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Orders 2 before 10.</summary>
    public string SortKey { get; private set; } = "";

    public static Building Create(Guid id, Guid communityId, string? name)
    {
        var building = new Building { Id = id, CommunityId = communityId };
        building.Rename(name);
        return building;
    }

    /// <summary>The plates of its units are changed with it (<see cref="Unit.Readdress"/>).</summary>
    /// <returns>True when it differs.</returns>
    public bool Rename(string? name)
    {
        var cleaned = CleanName(name);
        if (cleaned == Name) return false;
        Name = cleaned;
        SortKey = DoorPlate.SortKey(cleaned);
        return true;
    }

    /// <summary>As it is kept; refused where it is none.</summary>
    public static string CleanName(string? name) => PlaceName.Clean(DoorPlate.Building(name), NameLength);
}

/// <summary>单元 of a building. A building with a single unnamed entrance has one whose name is empty, so that a unit always
/// hangs on an entrance and its natural key has no null in it.</summary>
internal sealed class Entrance : AggregateRoot
{
    public const int NameLength = 20;

    private Entrance() { }

    public Guid BuildingId { get; private set; }
    public string Name { get; private set; } = "";

    public static Entrance Create(Guid id, Guid buildingId, string? name) => new() { Id = id, BuildingId = buildingId, Name = CleanName(name) };

    /// <summary>The plates of its units are changed with it (<see cref="Unit.Readdress"/>).</summary>
    /// <returns>True when it differs.</returns>
    public bool Rename(string? name)
    {
        var cleaned = CleanName(name);
        if (cleaned == Name) return false;
        Name = cleaned;
        return true;
    }

    /// <summary>As it is kept; empty for the only entrance of a building.</summary>
    public static string CleanName(string? name) => string.IsNullOrWhiteSpace(name) ? "" : PlaceName.Clean(DoorPlate.Entrance(name), NameLength);
}

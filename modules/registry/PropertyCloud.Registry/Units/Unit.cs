using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Registry.Units;

/// <summary>房屋. Known by community, building, entrance and number; holds who lives there and since when. At most one
/// party is its contact at a time. A relation is ended, never deleted.</summary>
internal sealed class Unit : AggregateRoot
{
    public const int NumberLength = 20;
    public const decimal LargestArea = 100_000m;
    private readonly List<UnitRelation> _relations = [];

    private Unit() { }

    public Guid CommunityId { get; private set; }
    public Guid BuildingId { get; private set; }
    public Guid EntranceId { get; private set; }
    public Guid? ClusterId { get; private set; }
    public string Number { get; private set; } = "";
    public string Plate { get; private set; } = "";
    public string Spoken { get; private set; } = "";
    public string SortKey { get; private set; } = "";

    /// <summary>Built area in square metres, two decimals.</summary>
    public decimal? Area { get; private set; }

    public IReadOnlyList<UnitRelation> Relations => _relations;

    public static Unit Create(Guid id, UnitPlace place, Guid? clusterId, decimal? area)
    {
        var number = Communities.PlaceName.Clean(place.Number, NumberLength);
        var plate = DoorPlate.Text(place.Building, place.Entrance, number);
        var unit = new Unit
        {
            Id = id,
            CommunityId = place.CommunityId,
            BuildingId = place.BuildingId,
            EntranceId = place.EntranceId,
            ClusterId = clusterId,
            Number = number,
            Plate = plate,
            Spoken = DoorPlate.Spoken(place.Building, place.Entrance, number),
            SortKey = DoorPlate.SortKey(plate),
        };
        unit.Measure(area);
        return unit;
    }

    /// <summary>Null leaves the area as it is.</summary>
    /// <returns>True when it differs.</returns>
    public bool Measure(decimal? area)
    {
        if (area is null || area == Area) return false;
        if (area is <= 0 or > LargestArea || decimal.Round(area.Value, 2) != area)
            throw new DomainException("registry.area-unlikely", "面积写成大于 0、最多 2 位小数的平方米数") { Status = 422, Field = "area" };
        Area = area;
        return true;
    }

    /// <returns>True when it was in another cluster or in none.</returns>
    public bool JoinCluster(Guid? clusterId)
    {
        if (clusterId == ClusterId) return false;
        ClusterId = clusterId;
        return true;
    }

    /// <summary>Adds somebody from a day on. The first one becomes the contact; a new contact takes over from the old one.
    /// Refused while the same party already has a relation that lasts.</summary>
    public UnitRelation Add(Guid id, Guid partyId, UnitRole role, DateOnly from, bool contact, DateOnly today)
    {
        if (!Enum.IsDefined(role)) throw new DomainException("registry.role-unknown", "选一个身份") { Status = 422, Field = "role" };
        if (_relations.Any(r => r.PartyId == partyId && r.LastsOn(today)))
            throw new DomainException("registry.already-there", "这个人已经登记在这套房屋");
        var relation = new UnitRelation(id, Id, partyId, role, from);
        _relations.Add(relation);
        if (contact || ContactOn(today) is null) MakeContact(relation.Id, today);
        return relation;
    }

    /// <summary>Ends a relation; its last day is <paramref name="to"/>. Who was the contact is it no more.</summary>
    public void End(Guid relationId, DateOnly to) => Relation(relationId).End(to);

    /// <summary>Makes one who lives there the contact, and nobody else. Repeating is safe.</summary>
    public void MakeContact(Guid relationId, DateOnly today)
    {
        var chosen = Relation(relationId);
        if (!chosen.LastsOn(today) && !chosen.BeginsAfter(today))
            throw new DomainException("registry.contact-gone", "已经搬走的人不能做联系人，换一个人");
        foreach (var relation in _relations) relation.BeContact(relation == chosen);
    }

    public UnitRelation? ContactOn(DateOnly today) => _relations.FirstOrDefault(r => r.IsContact && (r.LastsOn(today) || r.BeginsAfter(today)));

    private UnitRelation Relation(Guid id) => _relations.FirstOrDefault(r => r.Id == id) ?? throw DomainException.NotFound();
}

/// <summary>Where a unit is, with the names its plate is made of.</summary>
internal sealed record UnitPlace(Guid CommunityId, Guid BuildingId, string Building, Guid EntranceId, string Entrance, string Number);

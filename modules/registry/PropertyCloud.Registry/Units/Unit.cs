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
    public UnitKind Kind { get; private set; }

    /// <summary>Built area in square metres, two decimals.</summary>
    public decimal? Area { get; private set; }

    public IReadOnlyList<UnitRelation> Relations => _relations;

    public static Unit Create(Guid id, UnitPlace place, Guid? clusterId, decimal? area, UnitKind kind = UnitKind.Home)
    {
        var unit = new Unit { Id = id, CommunityId = place.CommunityId, BuildingId = place.BuildingId, EntranceId = place.EntranceId, ClusterId = clusterId };
        unit.Readdress(place.Building, place.Entrance, place.Number);
        unit.Describe(kind, area);
        return unit;
    }

    /// <summary>As it is kept: 1502室 is <c>1502</c>; refused where it is none.</summary>
    public static string CleanNumber(string? number) => Communities.PlaceName.Clean(DoorPlate.Number(number), NumberLength, "number");

    /// <summary>Its building or entrance has another name, or it has another number: the plate says it from now on.</summary>
    /// <returns>True when the plate differs.</returns>
    public bool Readdress(string building, string entrance, string number)
    {
        var cleaned = CleanNumber(number);
        var plate = DoorPlate.Text(building, entrance, cleaned);
        if (plate.Length > DoorPlate.Longest)
            throw new DomainException("registry.plate-too-long", "门牌“{0}”太长，楼栋、单元和房号合起来写成 {1} 个字以内", plate, DoorPlate.Longest) { Status = 422, Field = "number" };
        var differs = plate != Plate;
        (Number, Plate, Spoken, SortKey) = (cleaned, plate, DoorPlate.Spoken(building, entrance, cleaned), DoorPlate.SortKey(plate));
        return differs;
    }

    /// <summary>What it is used for and how large it is; null says that nobody knows the area.</summary>
    /// <returns>True when it differs.</returns>
    public bool Describe(UnitKind kind, decimal? area)
    {
        if (!Enum.IsDefined(kind)) throw new DomainException("registry.unit-kind-unknown", "选一个用途") { Status = 422, Field = "kind" };
        var measured = area is not null && Measure(area);
        if (kind == Kind && area == Area) return measured;
        (Kind, Area) = (kind, area);
        return true;
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
    /// Refused where the same party has a relation on one of these days.</summary>
    public UnitRelation Add(Guid id, Guid partyId, UnitRole role, DateOnly from, bool contact, DateOnly today)
    {
        if (!Enum.IsDefined(role)) throw new DomainException("registry.role-unknown", "选一个身份") { Status = 422, Field = "role" };
        RefuseTwice(partyId, from, null, null);
        var relation = new UnitRelation(id, Id, partyId, role, from);
        _relations.Add(relation);
        if (contact || ContactOn(today) is null) MakeContact(relation.Id, today);
        return relation;
    }

    /// <summary>Ends a relation; its last day is <paramref name="to"/>. Who was the contact is it no more.</summary>
    public void End(Guid relationId, DateOnly to) => Relation(relationId).End(to);

    /// <summary>Mends what was registered: the role, the first and the last day; without a last day the relation lasts again. Who has moved
    /// out is no contact; who comes back becomes it where there is none.</summary>
    /// <returns>True when it differs.</returns>
    public bool Correct(Guid relationId, UnitRole role, DateOnly from, DateOnly? to, DateOnly today)
    {
        if (!Enum.IsDefined(role)) throw new DomainException("registry.role-unknown", "选一个身份") { Status = 422, Field = "role" };
        var relation = Relation(relationId);
        RefuseTwice(relation.PartyId, from, to, relation);
        if (!relation.Redate(role, from, to)) return false;
        if (to is null && ContactOn(today) is null) MakeContact(relation.Id, today);
        return true;
    }

    /// <summary>The first day from <paramref name="wanted"/> on that none of the party's ended relations holds.</summary>
    public DateOnly FirstFreeDay(Guid partyId, DateOnly wanted)
    {
        var last = _relations.Where(r => r.PartyId == partyId && r.To is not null).Max(r => r.To);
        return last >= wanted ? last.Value.AddDays(1) : wanted;
    }

    /// <summary>Makes one who lives there the contact, and nobody else. Repeating is safe.</summary>
    public void MakeContact(Guid relationId, DateOnly today)
    {
        var chosen = Relation(relationId);
        if (!chosen.LastsOn(today) && !chosen.BeginsAfter(today))
            throw new DomainException("registry.contact-gone", "已经搬走的人不能做联系人，换一个人");
        foreach (var relation in _relations) relation.BeContact(relation == chosen);
    }

    public UnitRelation? ContactOn(DateOnly today) => _relations.FirstOrDefault(r => r.IsContact && (r.LastsOn(today) || r.BeginsAfter(today)));

    private void RefuseTwice(Guid partyId, DateOnly from, DateOnly? to, UnitRelation? except)
    {
        if (_relations.FirstOrDefault(r => r != except && r.PartyId == partyId && r.Overlaps(from, to)) is not { } known) return;
        throw known.To is { } last
            ? new DomainException("registry.dates-overlap", "这个人在这套房屋登记过 {0} 至 {1}，日期不能重叠", Written(known.From), Written(last)) { Status = 422, Field = "from" }
            : new DomainException("registry.already-there", "这个人已经登记在这套房屋");
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private UnitRelation Relation(Guid id) => _relations.FirstOrDefault(r => r.Id == id) ?? throw DomainException.NotFound();
}

/// <summary>Where a unit is, with the names its plate is made of.</summary>
internal sealed record UnitPlace(Guid CommunityId, Guid BuildingId, string Building, Guid EntranceId, string Entrance, string Number);

namespace PropertyCloud.Registry.Contracts;

/// <param name="Grade">Grade code of the community, for plan overrides; free text as 高档.</param>
public sealed record CommunitySummary(Guid Id, string Name, string? Grade);

/// <param name="Units">Units in the cluster.</param>
/// <param name="Households">Units with a current party: what the ratio counts.</param>
public sealed record ClusterSummary(Guid Id, Guid CommunityId, string Name, int Units, int Households);

/// <param name="Plate">Door plate as <c>7-2-1502</c>.</param>
/// <param name="Spoken">Read aloud as 7栋2单元1502.</param>
public sealed record UnitSummary(Guid Id, Guid CommunityId, string CommunityName, Guid? ClusterId, string Plate, string Spoken);

/// <summary>A public place: 东门, B2 公区.</summary>
public sealed record PlaceSummary(Guid Id, Guid CommunityId, string CommunityName, Guid? ClusterId, string Name);

/// <param name="Phone">Whole; mask it before showing (<c>Display.Phone</c>).</param>
public sealed record PartySummary(Guid Id, string Name, string? Phone);

/// <summary>What a unit is used for.</summary>
public enum UnitKind { Home = 1, Shop = 2, Office = 3, Other = 9 }

public enum UnitRole { Owner = 1, Tenant = 2, Family = 3, Employee = 4 }

/// <summary>A party's relation to a unit, dated; <paramref name="To"/> is null while it lasts.</summary>
public sealed record PartyUnit(Guid PartyId, string PartyName, string? Phone, Guid UnitId, UnitRole Role, DateOnly From, DateOnly? To, bool IsContact);

public interface ICommunityLookup
{
    /// <summary>All communities of the company, by name. Answered from memory.</summary>
    Task<IReadOnlyList<CommunitySummary>> ListAsync(CancellationToken cancellation = default);
    Task<IReadOnlyList<ClusterSummary>> ListClustersAsync(Guid? communityId = null, CancellationToken cancellation = default);
    Task<IReadOnlyDictionary<Guid, ClusterSummary>> GetClustersAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default);
}

public interface IUnitLookup
{
    Task<IReadOnlyDictionary<Guid, UnitSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default);
    Task<IReadOnlyDictionary<Guid, PlaceSummary>> GetPlacesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default);

    /// <summary>Public places of a community, by name.</summary>
    Task<IReadOnlyList<PlaceSummary>> ListPlacesAsync(Guid communityId, CancellationToken cancellation = default);

    /// <summary>Units whose plate begins with the text, or with a current party whose name or last four digits of the phone
    /// match; within the current user's data scope; at most <paramref name="take"/>, by plate.</summary>
    Task<IReadOnlyList<UnitHit>> SearchAsync(string text, int take, CancellationToken cancellation = default);
}

/// <param name="Contact">The unit's contact party, if any.</param>
public sealed record UnitHit(UnitSummary Unit, PartySummary? Contact);

public interface IPartyLookup
{
    Task<IReadOnlyDictionary<Guid, PartySummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default);

    /// <summary>Relations of a party, current first.</summary>
    Task<IReadOnlyList<PartyUnit>> UnitsOfAsync(Guid partyId, CancellationToken cancellation = default);

    /// <summary>Relations of anybody, past ones too, to the units that the party has or had a relation to.</summary>
    Task<IReadOnlyList<PartyUnit>> HouseholdsOfAsync(Guid partyId, CancellationToken cancellation = default);

    /// <summary>Relations of a unit that hold on <paramref name="day"/> (null: now), contact first.</summary>
    Task<IReadOnlyList<PartyUnit>> PartiesOfAsync(Guid unitId, DateOnly? day = null, CancellationToken cancellation = default);
}

/// <summary>Implemented by modules that have something to show on a household's page.</summary>
public interface IHouseholdHistorySource
{
    /// <summary>Newest first, within the current user's data scope.</summary>
    Task<IReadOnlyList<HouseholdHistory>> GetAsync(Guid unitId, int take, CancellationToken cancellation);
}

public sealed record HouseholdHistory(string Number, string Title, string Kind, string Status, DateTime At, string Url);

public enum RegistryItem { Community = 1, Cluster = 2, Unit = 3, Place = 4 }

/// <summary>Implemented by modules that keep ids of the registry: what they keep stands in the way of a removal.</summary>
public interface IRegistryUsage
{
    /// <summary>Why the item has to stay and what to do instead, in Chinese with a translation; null where nothing here hangs on it.</summary>
    Task<string?> WhyKeptAsync(RegistryItem item, Guid id, CancellationToken cancellation);
}

/// <summary>Creates registry rows for the demonstration and tests by the same use cases as the import.</summary>
public interface IRegistryWriter
{
    /// <summary>Imports rows by natural key (community, building, entrance, unit): importing again changes what differs and
    /// doubles nothing. In batches of 1,000.</summary>
    Task<RegistryWritten> WriteAsync(IReadOnlyList<RegistryRow> rows, CancellationToken cancellation = default);

    /// <summary>Adds a public place unless it is there; returns its id.</summary>
    Task<Guid> AddPlaceAsync(string community, string name, string? cluster, CancellationToken cancellation = default);
}

/// <param name="Building">As <c>7</c>.</param>
/// <param name="Entrance">As <c>2</c>, or null where the building has one.</param>
/// <param name="Unit">As <c>1502</c>.</param>
/// <param name="AreaSquareMetres">Built area, or null.</param>
/// <param name="From">First day of the relation; null is today for a new one and leaves a known one as it is.</param>
/// <param name="Use">Null is a home for a new unit and leaves a known one as it is.</param>
/// <param name="IsContact">Null: the first person of a unit becomes its contact.</param>
public sealed record RegistryRow(string Community, string? Grade, string Building, string? Entrance, string Unit, string? Cluster,
    decimal? AreaSquareMetres, string? PartyName, string? Phone, UnitRole Role, DateOnly? From, bool? IsContact = null, UnitKind? Use = null);

/// <param name="PhonesAsked">Phones that differ: they wait for a second person.</param>
public sealed record RegistryWritten(int UnitsAdded, int UnitsChanged, int PartiesAdded, int RelationsAdded, int PhonesAsked = 0);

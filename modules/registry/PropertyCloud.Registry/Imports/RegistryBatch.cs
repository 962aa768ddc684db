using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Registry.Communities;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.Parties;
using PropertyCloud.Registry.ServiceCards;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Imports;

/// <summary>Brings up to <see cref="Size"/> rows into the context by natural key, without saving: what is there is loaded with a
/// handful of queries, what differs is changed, what is missing is added, and the rest is left alone.</summary>
internal sealed class RegistryBatch(RegistryDbContext db, IPhoneChanges phones, TimeProvider clock, Display display)
{
    public const int Size = 1_000;
    private int _unitsAdded, _partiesAdded, _relationsAdded;
    private readonly HashSet<Guid> _unitsChanged = [];
    private readonly Dictionary<Guid, AskedPhone> _phonesAsked = [];

    private readonly Dictionary<string, Community> _communities = [];
    private readonly Dictionary<(Guid, string), Building> _buildings = [];
    private readonly Dictionary<(Guid, string), Entrance> _entrances = [];
    private readonly Dictionary<(Guid, string), Cluster> _clusters = [];
    private readonly Dictionary<(Guid, string), Unit> _units = [];
    private readonly Dictionary<Guid, Party> _parties = [];
    private ILookup<(string, string), Party> _partiesByPerson = Array.Empty<Party>().ToLookup(_ => ("", ""));
    private readonly Dictionary<(string, string), Party> _newParties = [];

    /// <param name="by">Who imports, or null for the system: phones that differ wait for somebody else.</param>
    /// <returns>What the next save will write.</returns>
    public async Task<RegistryWritten> ApplyAsync(IReadOnlyList<RegistryRow> rows, Guid? by, CancellationToken cancellation)
    {
        Forget();
        var detected = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await LoadPlacesAsync(rows, cancellation);
            await LoadUnitsAsync(rows, cancellation);
            await LoadPeopleAsync(rows, cancellation);
            foreach (var row in rows) Apply(row);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detected;
        }

        // Before the rows are saved: after a crash the batch runs again, and asking again for the same number changes nothing.
        await phones.AskAsync(_phonesAsked.Values, by, cancellation);
        return new(_unitsAdded, _unitsChanged.Count, _partiesAdded, _relationsAdded, _phonesAsked.Count);
    }

    private void Forget()
    {
        (_unitsAdded, _partiesAdded, _relationsAdded) = (0, 0, 0);
        _unitsChanged.Clear();
        _phonesAsked.Clear();
        _communities.Clear();
        _buildings.Clear();
        _entrances.Clear();
        _clusters.Clear();
        _units.Clear();
        _parties.Clear();
        _newParties.Clear();
    }

    private async Task LoadPlacesAsync(IReadOnlyList<RegistryRow> rows, CancellationToken cancellation)
    {
        var names = rows.Select(r => r.Community.Trim()).Distinct().ToList();
        foreach (var community in await db.Communities.Where(c => names.Contains(c.Name)).ToListAsync(cancellation)) _communities[community.Name] = community;
        if (_communities.Count == 0) return;
        var ids = _communities.Values.Select(c => c.Id).ToList();
        foreach (var cluster in await db.Clusters.Where(c => ids.Contains(c.CommunityId)).ToListAsync(cancellation)) _clusters[(cluster.CommunityId, cluster.Name)] = cluster;
        var numbers = rows.Select(r => DoorPlate.Building(r.Building)).Distinct().ToList();
        foreach (var building in await db.Buildings.Where(b => ids.Contains(b.CommunityId) && numbers.Contains(b.Name)).ToListAsync(cancellation)) _buildings[(building.CommunityId, building.Name)] = building;
        var buildings = _buildings.Values.Select(b => b.Id).ToList();
        foreach (var entrance in await db.Entrances.Where(e => buildings.Contains(e.BuildingId)).ToListAsync(cancellation)) _entrances[(entrance.BuildingId, entrance.Name)] = entrance;
    }

    private async Task LoadUnitsAsync(IReadOnlyList<RegistryRow> rows, CancellationToken cancellation)
    {
        var entrances = rows.Select(FindEntrance).Where(e => e is not null).Select(e => e!.Id).Distinct().ToList();
        if (entrances.Count == 0) return;
        var numbers = rows.Select(r => DoorPlate.Number(r.Unit)).Distinct().ToList();
        var units = await db.Units.Where(u => entrances.Contains(u.EntranceId) && numbers.Contains(u.Number)).ToListAsync(cancellation);
        foreach (var unit in units) _units[(unit.EntranceId, unit.Number)] = unit;

        // Tracked relations find their units by themselves; all of them are loaded, so that the units' rules see everybody.
        var unitIds = units.Select(u => u.Id).ToList();
        if (unitIds.Count > 0) await db.Relations.Where(r => unitIds.Contains(r.UnitId)).LoadAsync(cancellation);
    }

    private async Task LoadPeopleAsync(IReadOnlyList<RegistryRow> rows, CancellationToken cancellation)
    {
        var ids = _units.Values.SelectMany(u => u.Relations).Select(r => r.PartyId).Distinct().ToList();
        if (ids.Count > 0)
            foreach (var party in await db.Parties.Where(p => ids.Contains(p.Id)).ToListAsync(cancellation)) _parties[party.Id] = party;
        var phones = rows.Where(r => r.PartyName is not null).Select(r => PhoneOf(r)).OfType<string>().Distinct().ToList();
        var known = phones.Count == 0 ? [] : await db.Parties.Where(p => phones.Contains(p.Phone!)).ToListAsync(cancellation);
        _partiesByPerson = known.ToLookup(p => (p.Phone!, p.Name));
    }

    private Entrance? FindEntrance(RegistryRow row) =>
        _communities.TryGetValue(row.Community.Trim(), out var community)
        && _buildings.TryGetValue((community.Id, DoorPlate.Building(row.Building)), out var building)
        && _entrances.TryGetValue((building.Id, DoorPlate.Entrance(row.Entrance)), out var entrance) ? entrance : null;

    private void Apply(RegistryRow row)
    {
        var unit = Settle(row);
        if (string.IsNullOrWhiteSpace(row.PartyName)) return;
        var today = display.Today;
        var relation = FindRelation(unit, row, today);
        if (relation is null) Join(unit, row, today);
        else Correct(unit, relation, row, today);
    }

    private Unit Settle(RegistryRow row)
    {
        var community = Get(_communities, row.Community.Trim(), () => Community.Create(Ids.New(clock), row.Community, row.Grade));
        community.Regrade(row.Grade);
        var clusterId = string.IsNullOrWhiteSpace(row.Cluster) ? (Guid?)null
            : Get(_clusters, (community.Id, row.Cluster.Trim()), () => Cluster.Create(Ids.New(clock), community.Id, row.Cluster)).Id;
        var building = Get(_buildings, (community.Id, DoorPlate.Building(row.Building)), () => Building.Create(Ids.New(clock), community.Id, DoorPlate.Building(row.Building)));
        var entrance = Get(_entrances, (building.Id, DoorPlate.Entrance(row.Entrance)), () => Entrance.Create(Ids.New(clock), building.Id, DoorPlate.Entrance(row.Entrance)));
        var number = DoorPlate.Number(row.Unit);
        if (!_units.TryGetValue((entrance.Id, number), out var unit))
        {
            unit = Unit.Create(Ids.New(clock), new(community.Id, building.Id, building.Name, entrance.Id, entrance.Name, number), clusterId, row.AreaSquareMetres, row.Use ?? UnitKind.Home);
            _units.Add((entrance.Id, number), unit);
            db.Add(unit);
            db.Add(ServiceCard.Issue(Ids.New(clock), unit.Id));
            _unitsAdded++;
            return unit;
        }

        var described = unit.Describe(row.Use ?? unit.Kind, row.AreaSquareMetres ?? unit.Area);
        var moved = clusterId is not null && unit.JoinCluster(clusterId);
        if (described || moved) _unitsChanged.Add(unit.Id);
        return unit;
    }

    private T Get<TKey, T>(Dictionary<TKey, T> known, TKey key, Func<T> create) where TKey : notnull where T : class
    {
        if (known.TryGetValue(key, out var found)) return found;
        var created = create();
        known.Add(key, created);
        db.Add(created);
        return created;
    }

    // The same name in the same home is the same person; so is the same phone in the same role, whose name was mended.
    private UnitRelation? FindRelation(Unit unit, RegistryRow row, DateOnly today)
    {
        var lasting = unit.Relations.Where(r => r.LastsOn(today) || r.BeginsAfter(today)).ToList();
        var phone = PhoneOf(row);
        return lasting.FirstOrDefault(r => PartyOf(r)?.Name == row.PartyName!.Trim())
            ?? (phone is null ? null : lasting.FirstOrDefault(r => r.Role == row.Role && PartyOf(r)?.Phone == phone));
    }

    private Party? PartyOf(UnitRelation relation) => _parties.GetValueOrDefault(relation.PartyId);

    private void Join(Unit unit, RegistryRow row, DateOnly today)
    {
        var party = FindOrAddParty(row);
        // A file that still has the old first day of somebody who moved out and is back now.
        var from = unit.FirstFreeDay(party.Id, row.From ?? today);
        var relation = unit.Add(Ids.New(clock), party.Id, row.Role, from, row.IsContact == true, today);
        db.Add(relation);
        _relationsAdded++;
    }

    private Party FindOrAddParty(RegistryRow row)
    {
        var (name, phone) = (row.PartyName!.Trim(), PhoneOf(row));
        if (phone is not null && (_newParties.GetValueOrDefault((phone, name)) ?? _partiesByPerson[(phone, name)].FirstOrDefault()) is { } known)
        {
            _parties[known.Id] = known;
            return known;
        }

        var party = Party.Create(Ids.New(clock), name, phone);
        if (phone is not null) _newParties[(phone, name)] = party;
        _parties[party.Id] = party;
        db.Add(party);
        _partiesAdded++;
        return party;
    }

    private void Correct(Unit unit, UnitRelation relation, RegistryRow row, DateOnly today)
    {
        var party = PartyOf(relation)!;
        var changed = party.Rename(row.PartyName!);
        if (PhoneOf(row) is { } phone) changed |= SetPhone(unit, party, phone);
        changed |= relation.Correct(row.Role, row.From);
        if (row.IsContact == true && !relation.IsContact)
        {
            unit.MakeContact(relation.Id, today);
            changed = true;
        }

        if (changed) _unitsChanged.Add(unit.Id);
    }

    // A phone that is known is nobody's to change alone (ruling 35).
    private bool SetPhone(Unit unit, Party party, string phone)
    {
        if (party.Phone is not { } known) return party.ChangePhone(phone);
        if (known != phone) _phonesAsked[party.Id] = new(party.Id, unit.Id, unit.CommunityId, known, phone);
        return false;
    }

    private static string? PhoneOf(RegistryRow row) => string.IsNullOrWhiteSpace(row.Phone) ? null : PhoneNumber.Parse(row.Phone);
}

using System.Collections.Frozen;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Tenants.Companies;

namespace PropertyCloud.Tenants.Store;

/// <summary>What the store remembers of one company.</summary>
internal sealed record TenantRecord(TenantInfo Info, string BrandColour, Wording Wording);

/// <summary>A row of the catalogue as the store reads it.</summary>
internal sealed record CompanyRow(int TenantId, string Label, string DisplayName, string TimeZoneId, string BrandColour, string WordingButler, string WordingButlerEn,
    string Features, CompanyStatus Status);

/// <summary>The whole catalogue at one version. Lookups allocate nothing.</summary>
internal sealed class TenantSnapshot
{
    public const string PlatformName = "platform";
    public const string PlatformColour = "#2A3A37";

    private readonly FrozenDictionary<int, TenantRecord> _byId;
    private readonly FrozenDictionary<string, TenantInfo> _byName;

    public long Version { get; }

    /// <summary>How often the store was told to forget before this was read.</summary>
    public int Generation { get; }
    public IReadOnlyList<TenantInfo> All { get; }

    public TenantSnapshot(long version, int generation, IReadOnlyList<CompanyRow> rows, IReadOnlySet<string> allFeatures)
    {
        Version = version;
        Generation = generation;
        var features = new FeatureSets(allFeatures);
        var records = new List<TenantRecord>(rows.Count + 1) { Platform() };
        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var info = new TenantInfo(row.TenantId, row.Label, row.DisplayName, Share(row.TimeZoneId), row.Status == CompanyStatus.Blocked, features.Get(row.Features));
            records.Add(new(info, Share(row.BrandColour), new Wording(Share(row.WordingButler), Share(row.WordingButlerEn))));
        }

        _byId = records.ToFrozenDictionary(r => r.Info.Id);
        // A company that is still being set up has no address yet, but its events and timers need its tenant.
        var settingUp = rows.Where(r => r.Status == CompanyStatus.Provisioning).Select(r => r.TenantId).ToHashSet();
        _byName = records.Where(r => !r.Info.IsPlatform && !settingUp.Contains(r.Info.Id)).ToFrozenDictionary(r => r.Info.Name, r => r.Info, StringComparer.Ordinal);
        All = [.. records.Select(r => r.Info)];

        string Share(string text) => shared.TryGetValue(text, out var known) ? known : shared[text] = text;
    }

    public TenantRecord? Find(int id) => _byId.GetValueOrDefault(id);

    /// <summary>By label; the platform has none and is found by its key only.</summary>
    public TenantInfo? FindByName(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The platform has no company's modules: those that are always on serve it.</summary>
    private static TenantRecord Platform() => new(
        new TenantInfo(TenantInfo.Platform, PlatformName, "PropertyCloud", TimeZones.Default, false, FrozenSet<string>.Empty), PlatformColour, Wording.Default);

    /// <summary>Ten thousand companies with the same edition share one set.</summary>
    private sealed class FeatureSets(IReadOnlySet<string> all)
    {
        private readonly Dictionary<string, FrozenSet<string>> _known = new(StringComparer.Ordinal) { [Company.AllFeatures] = all.ToFrozenSet(StringComparer.Ordinal) };

        public FrozenSet<string> Get(string text)
        {
            if (_known.TryGetValue(text, out var known)) return known;
            return _known[text] = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
        }
    }
}

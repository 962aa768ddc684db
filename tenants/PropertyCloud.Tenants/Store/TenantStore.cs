using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Tenants.Companies;
using PropertyCloud.Tenants.Data;

namespace PropertyCloud.Tenants.Store;

/// <summary>Answers from one frozen snapshot of the catalogue. An unknown name is not remembered as unknown: the snapshot is
/// replaced as a whole, at once on this host, within about a second on others.</summary>
internal sealed class TenantStore(IServiceScopeFactory scopes, ModuleCatalog modules) : ITenantStore
{
    private readonly SemaphoreSlim _loading = new(1, 1);
    private TenantSnapshot? _snapshot;
    private int _generation;

    public ValueTask<TenantInfo?> FindAsync(int id, CancellationToken cancellation = default)
    {
        if (Current() is { } snapshot) return new(snapshot.Find(id)?.Info);
        return Slowly(id, cancellation);

        async ValueTask<TenantInfo?> Slowly(int key, CancellationToken token) => (await LoadAsync(token)).Find(key)?.Info;
    }

    public ValueTask<TenantInfo?> FindByNameAsync(string name, CancellationToken cancellation = default)
    {
        if (Current() is { } snapshot) return new(snapshot.FindByName(name));
        return Slowly(name, cancellation);

        async ValueTask<TenantInfo?> Slowly(string label, CancellationToken token) => (await LoadAsync(token)).FindByName(label);
    }

    public ValueTask<IReadOnlyList<TenantInfo>> ListAsync(CancellationToken cancellation = default)
    {
        if (Current() is { } snapshot) return new(snapshot.All);
        return Slowly(cancellation);

        async ValueTask<IReadOnlyList<TenantInfo>> Slowly(CancellationToken token) => (await LoadAsync(token)).All;
    }

    /// <summary>Colour and wording as well.</summary>
    public ValueTask<TenantRecord?> FindRecordAsync(int id, CancellationToken cancellation = default)
    {
        if (Current() is { } snapshot) return new(snapshot.Find(id));
        return Slowly(id, cancellation);

        async ValueTask<TenantRecord?> Slowly(int key, CancellationToken token) => (await LoadAsync(token)).Find(key);
    }

    public void Forget(int id) => Interlocked.Increment(ref _generation);

    /// <summary>Reads the catalogue again when its version is another than the remembered one.</summary>
    public async Task LookAgainAsync(CancellationToken cancellation)
    {
        if (Current() is not { } snapshot) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TenantsDbContext>();
        var version = await db.Versions.Where(v => v.Id == CatalogueVersion.OnlyId).Select(v => v.Number).SingleAsync(cancellation);
        if (version != snapshot.Version) Forget(0);
    }

    private TenantSnapshot? Current() => Volatile.Read(ref _snapshot) is { } snapshot && snapshot.Generation == Volatile.Read(ref _generation) ? snapshot : null;

    private async Task<TenantSnapshot> LoadAsync(CancellationToken cancellation)
    {
        await _loading.WaitAsync(cancellation);
        try
        {
            if (Current() is { } loaded) return loaded;
            // Before reading: a change that comes meanwhile makes this snapshot stale again.
            var generation = Volatile.Read(ref _generation);
            var snapshot = await ReadAsync(generation, cancellation);
            Volatile.Write(ref _snapshot, snapshot);
            return snapshot;
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task<TenantSnapshot> ReadAsync(int generation, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TenantsDbContext>();
        // The version first: rows that change after it are read again at the next look.
        var version = await db.Versions.Where(v => v.Id == CatalogueVersion.OnlyId).Select(v => v.Number).SingleAsync(cancellation);
        var rows = await db.Companies.AsNoTracking().Where(c => c.Status != CompanyStatus.Removed).OrderBy(c => c.TenantId)
            .Select(c => new CompanyRow(c.TenantId, c.Label, c.DisplayName, c.TimeZoneId, c.BrandColour, c.WordingButler, c.WordingButlerEn, c.Features, c.Status))
            .ToListAsync(cancellation);
        return new TenantSnapshot(version, generation, rows, modules.Modules.Select(m => m.Name).ToHashSet(StringComparer.Ordinal));
    }
}

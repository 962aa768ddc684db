namespace PropertyCloud.Kernel.Tenancy;

/// <summary>A company as every request needs it. 1 is the platform itself; 0 is nobody and refused everywhere.</summary>
/// <param name="Id">The tenant key.</param>
/// <param name="Name">The label of its address, as in <c>standard.localhost</c>.</param>
/// <param name="DisplayName">The company's name for people.</param>
/// <param name="TimeZoneId">IANA zone that days, months and quiet hours follow.</param>
/// <param name="IsBlocked">Blocked by the operator: its people get a clear page and nothing else.</param>
/// <param name="Features">Names of modules that its edition includes.</param>
public sealed record TenantInfo(int Id, string Name, string DisplayName, string TimeZoneId, bool IsBlocked, IReadOnlySet<string> Features)
{
    public const int Platform = 1;
    public bool IsPlatform => Id == Platform;
}

public interface ICurrentTenant
{
    /// <summary>The tenant's key, or 0 where there is none.</summary>
    int Id { get; }

    /// <summary>Null where no tenant was entered.</summary>
    TenantInfo? Info { get; }

    /// <summary>Enters a tenant until the result is disposed. Contexts rented before keep their tenant and throw when used
    /// under another: work over several tenants opens a service scope each.</summary>
    IDisposable Change(TenantInfo? tenant);
}

/// <summary>Where tenants are looked up; answers from memory within 2 s of a change on any host.</summary>
public interface ITenantStore
{
    ValueTask<TenantInfo?> FindAsync(int id, CancellationToken cancellation = default);
    ValueTask<TenantInfo?> FindByNameAsync(string name, CancellationToken cancellation = default);
    ValueTask<IReadOnlyList<TenantInfo>> ListAsync(CancellationToken cancellation = default);

    /// <summary>Forgets what this host remembers, at once after a change made here.</summary>
    void Forget(int id);
}

internal sealed class CurrentTenant : ICurrentTenant
{
    private static readonly AsyncLocal<TenantInfo?> Current = new();

    public int Id => Current.Value?.Id ?? 0;
    public TenantInfo? Info => Current.Value;

    public IDisposable Change(TenantInfo? tenant)
    {
        if (tenant is { Id: <= 0 }) throw new ArgumentException("Tenant 0 is nobody.", nameof(tenant));
        var before = Current.Value;
        Current.Value = tenant;
        return new Restore(before);
    }

    private sealed class Restore(TenantInfo? before) : IDisposable
    {
        public void Dispose() => Current.Value = before;
    }
}

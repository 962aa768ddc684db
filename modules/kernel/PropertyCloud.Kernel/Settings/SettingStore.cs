using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Settings;

/// <summary>Implemented where editions are kept: values that come with the current company's edition.</summary>
public interface IEditionSettings
{
    /// <returns>JSON, or null where the edition says nothing.</returns>
    ValueTask<string?> FindAsync(string name, CancellationToken cancellation);
}

/// <summary>What was set, by company and user, for ten seconds at most: a change made here counts at once, one of another host
/// within that time.</summary>
internal sealed class SettingCache(TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<(int TenantId, Guid UserId), (DateTime At, IReadOnlyDictionary<string, string> Values)> _known = new();

    public async ValueTask<IReadOnlyDictionary<string, string>> GetAsync(int tenantId, Guid userId, Func<Task<Dictionary<string, string>>> load)
    {
        var now = clock.Now();
        if (_known.TryGetValue((tenantId, userId), out var known) && now - known.At is var age && age >= TimeSpan.Zero && age < Fresh) return known.Values;
        var values = await load();
        _known[(tenantId, userId)] = (now, values);
        return values;
    }

    public void Forget(int tenantId, Guid userId) => _known.TryRemove((tenantId, userId), out _);
}

internal sealed class SettingStore(SettingCache cache, ICurrentTenant tenant, CurrentUser user, TimeProvider clock, IServiceScopeFactory scopes, IEnumerable<IEditionSettings> editions) : ISettings
{
    public async ValueTask<T> GetAsync<T>(SettingDefinition<T> setting, CancellationToken cancellation = default)
    {
        var text = await FindAsync(setting, cancellation);
        return text is null ? setting.Default : JsonSerializer.Deserialize<T>(text, Json.Options)!;
    }

    public async Task SetAsync<T>(SettingDefinition<T> setting, T value, CancellationToken cancellation = default)
    {
        var tenantId = RequireTenant();
        var userId = setting.PerUser ? user.RequireId() : Guid.Empty;
        var text = JsonSerializer.Serialize(value, Json.Options);

        // A scope of its own: what the caller has tracked is not saved along with it.
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(user.Access);
        var db = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
        var row = await db.Set<SettingRow>().FirstOrDefaultAsync(s => s.TenantId == tenantId && s.UserId == userId && s.Name == setting.Name, cancellation);
        if (row?.Value == text) return;
        db.Audit("kernel.set", null, null, new { Setting = setting.Name, From = row?.Value, To = text });
        if (row is null) db.Add(row = new SettingRow { TenantId = tenantId, UserId = userId, Name = setting.Name, Value = text });
        row.Value = text;
        row.ChangedAt = clock.Now();
        await db.SaveChangesAsync(cancellation);
        cache.Forget(tenantId, userId);
    }

    /// <summary>User, company, edition: the first that says something.</summary>
    private async ValueTask<string?> FindAsync(SettingDefinition setting, CancellationToken cancellation)
    {
        var tenantId = RequireTenant();
        if (setting.PerUser && user.Id is { } userId && (await LoadAsync(tenantId, userId, cancellation)).TryGetValue(setting.Name, out var own)) return own;
        if ((await LoadAsync(tenantId, Guid.Empty, cancellation)).TryGetValue(setting.Name, out var company)) return company;
        foreach (var edition in editions)
            if (await edition.FindAsync(setting.Name, cancellation) is { } included) return included;
        return null;
    }

    private ValueTask<IReadOnlyDictionary<string, string>> LoadAsync(int tenantId, Guid userId, CancellationToken cancellation) =>
        cache.GetAsync(tenantId, userId, async () =>
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<KernelDbContext>().Set<SettingRow>().AsNoTracking()
                .Where(s => s.TenantId == tenantId && s.UserId == userId)
                .ToDictionaryAsync(s => s.Name, s => s.Value, cancellation);
        });

    private int RequireTenant() => tenant.Id > 0 ? tenant.Id : throw new InvalidOperationException("No tenant was entered: refused, never a default.");
}

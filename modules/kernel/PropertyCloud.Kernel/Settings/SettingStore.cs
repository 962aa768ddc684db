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
        await db.RetryAsync(() => SaveAsync(db, tenantId, userId, setting.Name, text, cancellation));
        cache.Forget(tenantId);
    }

    private async Task<bool> SaveAsync(KernelDbContext db, int tenantId, Guid userId, string name, string text, CancellationToken cancellation)
    {
        var row = await db.Set<SettingRow>().FirstOrDefaultAsync(s => s.TenantId == tenantId && s.UserId == userId && s.Name == name, cancellation);
        if (row?.Value == text) return false;
        db.Audit("kernel.set", null, null, new { Setting = name, From = row?.Value, To = text });
        if (row is null) db.Add(row = new SettingRow { TenantId = tenantId, UserId = userId, Name = name, Value = text });
        row.Value = text;
        row.ChangedAt = clock.Now();
        var version = await db.Set<SettingVersion>().FirstOrDefaultAsync(v => v.TenantId == tenantId, cancellation);
        if (version is null) db.Add(version = new SettingVersion { TenantId = tenantId });
        version.Renew();
        await db.SaveChangesAsync(cancellation);
        return true;
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

    private ValueTask<IReadOnlyDictionary<string, string>> LoadAsync(int tenantId, Guid userId, CancellationToken cancellation) => cache.GetAsync(tenantId, userId,
        () => ReadAsync(async db => await db.Set<SettingVersion>().AsNoTracking().Where(v => v.TenantId == tenantId).Select(v => v.Stamp).FirstOrDefaultAsync(cancellation) ?? ""),
        () => ReadAsync(db => db.Set<SettingRow>().AsNoTracking().Where(s => s.TenantId == tenantId && s.UserId == userId).ToDictionaryAsync(s => s.Name, s => s.Value, cancellation)));

    private async Task<T> ReadAsync<T>(Func<KernelDbContext, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<KernelDbContext>());
    }

    private int RequireTenant() => tenant.Id > 0 ? tenant.Id : throw new InvalidOperationException("No tenant was entered: refused, never a default.");
}

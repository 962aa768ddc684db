using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Testing;

namespace PropertyCloud.Architecture.Tests;

/// <summary>Every context and entity that the product's assemblies have, on both engines.</summary>
public abstract class ModelTests(PluginAppFixture fixture)
{
    /// <summary>What was built beside these tests, and what the host has from elsewhere (plug-ins).</summary>
    private IReadOnlyList<Assembly> Assemblies => [.. Directory.GetFiles(AppContext.BaseDirectory, "PropertyCloud.*.dll")
        .Where(f => !Path.GetFileName(f).Contains("Test", StringComparison.Ordinal)).Select(Assembly.LoadFrom)
        .Union(fixture.App.Services.GetRequiredService<ModuleCatalog>().Modules.Select(m => m.Assembly))];

    [Fact]
    public void EveryContext_IsAModuleContext_WithOneSubclassForEachEngine()
    {
        var contexts = Assemblies.SelectMany(a => a.GetTypes()).Where(t => typeof(DbContext).IsAssignableFrom(t) && t != typeof(ModuleDbContext)).ToList();
        contexts.ShouldNotBeEmpty();
        contexts.ShouldContain(t => t.Assembly.GetName().Name == "PropertyCloud.LostAndFound", "the plug-in is looked at too");
        contexts.Where(t => !typeof(ModuleDbContext).IsAssignableFrom(t)).ShouldBeEmpty();
        foreach (var context in contexts.Where(t => t.IsAbstract))
            contexts.Count(t => t.BaseType == context && !t.IsAbstract).ShouldBe(2, context.Name);
        contexts.Where(t => !t.IsAbstract && !t.IsSealed).ShouldBeEmpty();
    }

    [Fact]
    public void EveryEntity_KeepsItsTenant() => ForEachContext(context => context.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(Complaints));

    [Fact]
    public void EveryContext_HasItsMigrations() => ForEachContext(context => context.Database.HasPendingModelChanges() ? [$"{context.GetType().Name} has changes without a migration"] : []);

    [Fact]
    public void EveryTable_BelongsToOneModule()
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        ForEachContext(context => context.GetService<IDesignTimeModel>().Model.GetEntityTypes().Where(t => !t.IsTableExcludedFromMigrations()).Select(t => t.GetTableName()).OfType<string>().Distinct()
            .Where(table => !owners.TryAdd(table, context.GetType().Name)).Select(table => $"{table}: {owners[table]} and {context.GetType().Name}"));
        owners.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Control_AnEntityWithoutFilterOrKey_IsFound()
    {
        using var leaky = new LeakyContext();
        var complaints = leaky.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(Complaints).ToList();
        complaints.ShouldContain(c => c.Contains("filter", StringComparison.Ordinal));
        complaints.ShouldContain(c => c.Contains("key", StringComparison.Ordinal));
        complaints.ShouldContain(c => c.Contains("host table", StringComparison.Ordinal));
    }

    private void ForEachContext(Func<DbContext, IEnumerable<string>> look)
    {
        using var scope = fixture.App.Services.CreateScope();
        var complaints = new List<string>();
        var seen = 0;
        foreach (var type in Assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsAbstract && typeof(ModuleDbContext).IsAssignableFrom(t) && t != typeof(ModuleDbContext)))
        {
            seen++;
            complaints.AddRange(look((DbContext)scope.ServiceProvider.GetRequiredService(type)));
        }

        seen.ShouldBeGreaterThan(5);
        complaints.ShouldBeEmpty();
    }

    private static IEnumerable<string> Complaints(IEntityType type)
    {
        var name = type.ClrType.Name;
        var isHost = type.ClrType.Assembly.GetName().Name is "PropertyCloud.Kernel" or "PropertyCloud.Tenants";
        if (!typeof(IMultiTenant).IsAssignableFrom(type.ClrType) && !type.IsOwned())
        {
            if (!isHost) yield return $"{name} is a host table outside kernel and tenants";
            yield break;
        }

        if (!type.IsOwned() && type.BaseType is null && type.GetQueryFilter() is null) yield return $"{name} has no filter";
        if (type.FindPrimaryKey() is { } key && key.Properties[0].Name != nameof(IMultiTenant.TenantId) && key.Properties[0].ClrType != typeof(int)) yield return $"{name}: the key does not begin with the tenant";
        foreach (var foreignKey in type.GetForeignKeys().Where(f => typeof(IMultiTenant).IsAssignableFrom(f.PrincipalEntityType.ClrType) && !f.Properties.Any(p => p.Name == nameof(IMultiTenant.TenantId))))
            yield return $"{name}: a foreign key to {foreignKey.PrincipalEntityType.ClrType.Name} leaves the tenant out";
        foreach (var index in type.GetIndexes().Where(i => i.Properties[0].Name != nameof(IMultiTenant.TenantId)))
            yield return $"{name}: an index does not begin with the tenant";
    }

    private sealed class LeakyContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Leak>().HasKey(x => x.Id);
            modelBuilder.Entity<Stray>().HasKey(x => x.Id);
        }
    }

    private sealed class Leak : IMultiTenant
    {
        public Guid Id { get; set; }
        public int TenantId { get; set; }
    }

    private sealed class Stray
    {
        public int Id { get; set; }
    }
}

public sealed class ModelOnSqliteTests(SqlitePluginApp app) : ModelTests(app), IClassFixture<SqlitePluginApp>;

public sealed class ModelOnMariaDbTests(MariaDbPluginApp app) : ModelTests(app), IClassFixture<MariaDbPluginApp>;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Live;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Timers;

namespace PropertyCloud.Kernel.Data;

/// <summary>Which of the two engines serves, and how it is reached.</summary>
public sealed class DatabaseKind
{
    public bool IsMySql { get; }
    public string ConnectionString { get; }

    /// <summary>SQLite without syncing, MySQL without wiping sessions, while a demonstration is loaded.</summary>
    public bool FastLoad { get; }

    public DatabaseKind(IConfiguration configuration)
    {
        IsMySql = string.Equals(configuration["Database:Provider"], "mysql", StringComparison.OrdinalIgnoreCase);
        FastLoad = configuration.GetValue("Database:FastLoad", false);
        var given = configuration.GetConnectionString("Main");
        ConnectionString = IsMySql ? MySql(given, FastLoad) : Sqlite(given, configuration["App:Data"] ?? "App_Data");
    }

    private static string MySql(string? given, bool fastLoad) => new MySqlConnector.MySqlConnectionStringBuilder(
        given ?? throw new InvalidOperationException("ConnectionStrings:Main is needed for MySQL."))
    {
        AllowUserVariables = true,
        UseAffectedRows = false,
        GuidFormat = MySqlConnector.MySqlGuidFormat.Binary16,
        DateTimeKind = MySqlConnector.MySqlDateTimeKind.Utc,
        // A connection is opened for each command, and to wipe its session each time is more than four statements of ten. A demonstration that is
        // loading does without; a serving host keeps it, because it also finds connections that a restart of the server has broken.
        ConnectionReset = !fastLoad,
    }.ConnectionString;

    private static string Sqlite(string? given, string folder)
    {
        if (given is null) Directory.CreateDirectory(folder);
        return new SqliteConnectionStringBuilder(given ?? $"Data Source={Path.Combine(folder, "propertycloud.db")}")
        {
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ConnectionString;
    }
}

/// <summary>A context type that the host migrates.</summary>
internal sealed record ContextRegistration(Type Context, Type Concrete);

internal static class DataServices
{
    /// <summary>The kernel's own services of data, events and timers; once for each host.</summary>
    public static void AddKernelData(IServiceCollection services, IConfiguration configuration, IReadOnlyList<System.Reflection.Assembly> assemblies)
    {
        services.AddSingleton(new DatabaseKind(configuration));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(EventRegistry.From(assemblies));
        services.AddSingleton(TimerRegistry.From(assemblies));
        services.AddSingleton<EventTap>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<IOutboxDrain>(s => s.GetRequiredService<OutboxDispatcher>());
        services.AddHostedService<OutboxLoop>();
        services.AddSingleton<TimerSweep>();
        services.AddSingleton<ITimerSweep>(s => s.GetRequiredService<TimerSweep>());
        services.AddHostedService<TimerLoop>();
        services.AddSingleton<IDatabaseMigrator, DatabaseMigrator>();
        services.AddSingleton<TenantGuard>();
        services.AddSingleton<SqlitePragmas>();
        services.AddScoped<CallOrigin>();
        services.AddScoped(s => new DbSession(s.GetRequiredService<ICurrentTenant>(), s.GetRequiredService<ICurrentUser>(), s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<CallOrigin>(), s.GetRequiredService<OutboxSignal>(), s.GetRequiredService<EventRegistry>(), s.GetService<ILookAgain>()));
        services.AddScoped<ITimers, TimerStore>();
        services.AddScoped<IOutboxQuery, OutboxQuery>();
        services.TryAddSingleton<ICurrentTenant, CurrentTenant>();
        services.TryAddScoped<CurrentUser>();
        services.TryAddScoped<ICurrentUser>(s => s.GetRequiredService<CurrentUser>());
        AddModuleContext<KernelDbContext, SqliteKernelDbContext, MySqlKernelDbContext>(services, configuration);
    }

    public static void AddModuleContext<TContext, TSqlite, TMySql>(IServiceCollection services, IConfiguration configuration)
        where TContext : ModuleDbContext where TSqlite : TContext where TMySql : TContext
    {
        if (new DatabaseKind(configuration).IsMySql) Add<TContext, TMySql>(services);
        else Add<TContext, TSqlite>(services);
    }

    private static void Add<TContext, TConcrete>(IServiceCollection services) where TContext : ModuleDbContext where TConcrete : TContext
    {
        services.AddSingleton(new ContextRegistration(typeof(TContext), typeof(TConcrete)));
        services.AddPooledDbContextFactory<TConcrete>((provider, options) => Configure(provider, options, typeof(TConcrete)), poolSize: 256);
        services.AddScoped<TContext>(provider =>
        {
            var context = provider.GetRequiredService<IDbContextFactory<TConcrete>>().CreateDbContext();
            context.Enter(provider.GetRequiredService<DbSession>());
            return context;
        });
    }

    private static void Configure(IServiceProvider provider, DbContextOptionsBuilder options, Type contextType)
    {
        var kind = provider.GetRequiredService<DatabaseKind>();
        var history = $"__history_{ChangeWriter.ModuleName(contextType.Assembly).Replace('-', '_')}";
        if (kind.IsMySql)
        {
            // The dialect of MariaDB 10.4 is what MySQL 8 takes as well: no RETURNING, no LATERAL.
            options.UseMySql(kind.ConnectionString, new MariaDbServerVersion(new Version(10, 4, 0)), mysql => mysql
                .MigrationsHistoryTable(history)
                .MigrationsAssembly(contextType.Assembly)
                .EnableIndexOptimizedBooleanColumns()
                .EnablePrimitiveCollectionsSupport());
        }
        else
        {
            options.UseSqlite(kind.ConnectionString, sqlite => sqlite.MigrationsHistoryTable(history).MigrationsAssembly(contextType.Assembly));
            options.AddInterceptors(provider.GetRequiredService<SqlitePragmas>());
        }

        options.AddInterceptors(provider.GetRequiredService<TenantGuard>());
        options.ConfigureWarnings(w => QueryWarnings.Configure(w, provider.GetService<IHostEnvironment>()?.IsProduction() == false));
        options.EnableThreadSafetyChecks(false);
    }
}

/// <summary>Each SQLite connection waits for the one writer instead of failing, and keeps its log apart.</summary>
internal sealed class SqlitePragmas(DatabaseKind kind) : DbConnectionInterceptor
{
    /// <summary>EF looks by a read-only connection whether the file is there.</summary>
    private static bool MayWrite(System.Data.Common.DbConnection connection) =>
        !connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase);

    private string Text => kind.FastLoad
        ? "PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY;"
        : "PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;";

    /// <summary>The pool hands out the same handle many times; what was said to it once holds.</summary>
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<object, object> _told = [];

    private bool IsToBeTold(System.Data.Common.DbConnection connection) =>
        MayWrite(connection) && connection is SqliteConnection { Handle: { } handle } && _told.TryAdd(handle, this);

    public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!IsToBeTold(connection)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Text;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (!IsToBeTold(connection)) return;
        await using var command = connection.CreateCommand();
        command.CommandText = Text;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

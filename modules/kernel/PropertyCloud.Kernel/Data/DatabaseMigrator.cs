using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace PropertyCloud.Kernel.Data;

/// <summary>Brings the databases to the modules' latest migrations.</summary>
public interface IDatabaseMigrator
{
    /// <summary>Compares one fingerprint and, only when it differs, migrates context by context. Repeating is safe.</summary>
    Task MigrateAsync(CancellationToken cancellation = default);

    /// <summary>True when the fingerprint says that nothing is to be done. Builds no model.</summary>
    Task<bool> IsCurrentAsync(CancellationToken cancellation = default);
}

internal sealed class DatabaseMigrator(IServiceScopeFactory scopes, IEnumerable<ContextRegistration> contexts, DatabaseKind kind) : IDatabaseMigrator
{
    private readonly ContextRegistration[] _contexts = [.. contexts];

    public async Task MigrateAsync(CancellationToken cancellation = default)
    {
        if (await IsCurrentAsync(cancellation)) return;
        await CreateDatabaseAsync(cancellation);
        foreach (var registration in _contexts)
        {
            await using var scope = scopes.CreateAsyncScope();
            var context = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(registration.Context);
            await context.Database.MigrateAsync(cancellation);
        }

        await using var connection = Connect();
        await connection.OpenAsync(cancellation);
        await RunAsync(connection, "CREATE TABLE IF NOT EXISTS kernel_schema (Id INT NOT NULL PRIMARY KEY, Fingerprint VARCHAR(64) NOT NULL)", cancellation);
        await RunAsync(connection, $"REPLACE INTO kernel_schema (Id, Fingerprint) VALUES (1, '{Fingerprint()}')", cancellation);
    }

    public async Task<bool> IsCurrentAsync(CancellationToken cancellation = default)
    {
        try
        {
            await using var connection = Connect();
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT Fingerprint FROM kernel_schema WHERE Id = 1";
            return await command.ExecuteScalarAsync(cancellation) as string == Fingerprint();
        }
        catch (System.Data.Common.DbException)
        {
            // No database or no such table: nothing was migrated yet. If the server is away, migrating says so.
            return false;
        }
    }

    private async Task CreateDatabaseAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var creator = scope.ServiceProvider.GetRequiredService<KernelDbContext>().GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellation)) await creator.CreateAsync(cancellation);
    }

    private System.Data.Common.DbConnection Connect() => kind.IsMySql
        ? new MySqlConnector.MySqlConnection(kind.ConnectionString)
        : new Microsoft.Data.Sqlite.SqliteConnection(kind.ConnectionString);

    private static async Task RunAsync(System.Data.Common.DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private string Fingerprint()
    {
        var ids = _contexts.SelectMany(c => c.Concrete.Assembly.GetTypes()
            .Where(t => t.GetCustomAttribute<DbContextAttribute>()?.ContextType == c.Concrete)
            .Select(t => $"{c.Concrete.FullName}/{t.GetCustomAttribute<MigrationAttribute>()?.Id}"));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ids.Order(StringComparer.Ordinal)))));
    }
}

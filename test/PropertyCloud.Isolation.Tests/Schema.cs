using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Testing;

namespace PropertyCloud.Isolation.Tests;

/// <param name="Length">Of text, or null.</param>
internal sealed record Column(string Name, string Type, int? Length, bool IsRequired);

/// <param name="Columns">Child column and parent column, in pairs.</param>
internal sealed record ForeignKey(string Name, string Child, string Parent, IReadOnlyList<(string Child, string Parent)> Columns);

/// <summary>What the live database says of itself, and raw statements on it.</summary>
internal sealed class Schema : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly bool _isMySql;
    private int _made;

    private Schema(DbConnection connection, bool isMySql) => (_connection, _isMySql) = (connection, isMySql);

    public static async Task<Schema> OpenAsync(TestApp app)
    {
        var text = app.Services.GetRequiredService<IConfiguration>().GetConnectionString("Main")!;
        var isMySql = app.Engine == Engine.MariaDb;
        DbConnection connection = isMySql ? new MySqlConnector.MySqlConnection(text) : new Microsoft.Data.Sqlite.SqliteConnection(text);
        await connection.OpenAsync();
        return new(connection, isMySql);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    public Task<List<string>> TablesAsync() => RowsAsync(_isMySql
        ? "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY 1"
        : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1", r => r.GetString(0));

    public Task<List<Column>> ColumnsAsync(string table) => _isMySql
        ? RowsAsync($"SELECT column_name, data_type, character_maximum_length, is_nullable, column_default FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '{table}' AND extra NOT LIKE '%GENERATED%' ORDER BY ordinal_position",
            r => new Column(r.GetString(0), r.GetString(1), r.IsDBNull(2) ? null : (int)Math.Min(4000, Convert.ToInt64(r.GetValue(2), CultureInfo.InvariantCulture)), r.GetString(3) == "NO"))
        : RowsAsync($"SELECT name, type, NULL, \"notnull\" FROM pragma_table_xinfo('{table}') WHERE hidden = 0 ORDER BY cid", r => new Column(r.GetString(0), r.GetString(1), null, r.GetInt64(3) == 1));

    public async Task<List<ForeignKey>> ForeignKeysAsync()
    {
        var parts = _isMySql
            ? await RowsAsync("SELECT constraint_name, table_name, referenced_table_name, column_name, referenced_column_name FROM information_schema.key_column_usage WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL ORDER BY table_name, constraint_name, ordinal_position", Part)
            : await RowsAsync("SELECT m.name || '#' || f.id, m.name, f.\"table\", f.\"from\", f.\"to\" FROM sqlite_master AS m JOIN pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table' ORDER BY m.name, f.id, f.seq", Part);
        return [.. parts.GroupBy(p => (p.Name, p.Child, p.Parent)).Select(g => new ForeignKey(g.Key.Name, g.Key.Child, g.Key.Parent, [.. g.Select(p => (p.From, p.To))]))];

        static (string Name, string Child, string Parent, string From, string To) Part(DbDataReader r) => (r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4));
    }

    /// <summary>Whether foreign keys are looked at from now on.</summary>
    public Task CheckReferencesAsync(bool on) => RunAsync(_isMySql ? $"SET foreign_key_checks = {(on ? 1 : 0)}" : $"PRAGMA foreign_keys = {(on ? "ON" : "OFF")}");

    /// <summary>A row of made-up values, with the ones that are given. Returns all values that were written.</summary>
    public async Task<Dictionary<string, object>> InsertAsync(string table, params (string Column, object Value)[] given)
    {
        var row = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in await ColumnsAsync(table))
        {
            if (given.FirstOrDefault(g => g.Column.Equals(column.Name, StringComparison.OrdinalIgnoreCase)) is { Value: not null } own) row[column.Name] = own.Value;
            else if (column.IsRequired) row[column.Name] = MakeUp(column);
        }

        var names = row.Keys.ToList();
        await RunAsync($"INSERT INTO {Quote(table)} ({string.Join(", ", names.Select(Quote))}) VALUES ({string.Join(", ", names.Select((_, i) => $"@p{i}"))})", [.. names.Select(n => row[n])]);
        return row;
    }

    /// <returns>Rows that were changed.</returns>
    public async Task<int> RunAsync(string sql, params object[] values)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", values[i]);
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteNonQueryAsync();
    }

    public string Quote(string name) => _isMySql ? $"`{name}`" : $"\"{name}\"";

    /// <summary>Another value at each call, so that no unique index stands in the way.</summary>
    private object MakeUp(Column column)
    {
        var n = ++_made;
        return column.Type.ToUpperInvariant() switch
        {
            "BINARY" or "BLOB" or "VARBINARY" or "LONGBLOB" => Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddSeconds(n)).ToByteArray(bigEndian: true),
            "DATETIME" or "TIMESTAMP" => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(n),
            "DATE" => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(n % 300),
            "TIME" => TimeSpan.FromSeconds(n),
            "TINYINT" => n % 2,
            "INT" or "BIGINT" or "SMALLINT" or "INTEGER" or "DECIMAL" or "DOUBLE" or "REAL" or "FLOAT" => n,
            _ => n.ToString(CultureInfo.InvariantCulture).PadLeft(Math.Min(8, column.Length ?? 8), 'x'),
        };
    }

    private async Task<List<T>> RowsAsync<T>(string sql, Func<DbDataReader, T> read)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }
}

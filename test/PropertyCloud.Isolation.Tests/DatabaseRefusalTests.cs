using System.Data.Common;
using Microsoft.Data.Sqlite;
using MySqlConnector;
using PropertyCloud.Testing;

namespace PropertyCloud.Isolation.Tests;

/// <summary>The database refuses by itself, whatever the code above it forgets: every foreign key and every table that the live schema has.</summary>
public abstract class DatabaseRefusalTests(Engine engine) : IAsyncLifetime
{
    private const int Own = 900_002;
    private const int Foreign = 900_003;
    private TestApp _app = null!;
    private Schema _schema = null!;

    public async Task InitializeAsync()
    {
        using var plugins = await PluginFolder.WithSampleAsync();
        _app = await TestApp.StartAsync(engine, settings: plugins.Settings);
        _schema = await Schema.OpenAsync(_app);
    }

    public async Task DisposeAsync()
    {
        await _schema.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task EveryReference_ToAnotherTenantsRow_IsRefused()
    {
        var tenantTables = await TenantTablesAsync();
        var keys = (await _schema.ForeignKeysAsync()).Where(k => tenantTables.Contains(k.Child) && tenantTables.Contains(k.Parent)).ToList();
        keys.Count.ShouldBeGreaterThan(15);
        var complaints = new List<string>();
        foreach (var key in keys) complaints.AddRange(await LookAsync(key, keys.Where(k => k.Child == key.Child && k.Name != key.Name)));
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Control_AForeignKeyWithoutTheTenant_IsFound()
    {
        var id = engine == Engine.MariaDb ? "binary(16)" : "blob";
        await _schema.RunAsync($"CREATE TABLE leaky_parent (TenantId int NOT NULL, Id {id} NOT NULL UNIQUE, PRIMARY KEY (TenantId, Id))");
        await _schema.RunAsync($"CREATE TABLE leaky_child (TenantId int NOT NULL, Id {id} NOT NULL, ParentId {id} NOT NULL, PRIMARY KEY (TenantId, Id), FOREIGN KEY (ParentId) REFERENCES leaky_parent (Id))");
        var key = (await _schema.ForeignKeysAsync()).Single(k => k.Child == "leaky_child");
        (await LookAsync(key, [])).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task TenantZero_IsRefusedInEveryTable()
    {
        await _schema.CheckReferencesAsync(false);
        var tables = await TenantTablesAsync();
        tables.Count.ShouldBeGreaterThan(40);
        var complaints = new List<string>();
        foreach (var table in tables) complaints.AddRange(await LookAtZeroAsync(table));
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Control_ATableThatTakesTenantZero_IsFound()
    {
        await _schema.RunAsync("CREATE TABLE leaky_zero (TenantId int NOT NULL, Number int NOT NULL)");
        (await LookAtZeroAsync("leaky_zero")).ShouldNotBeEmpty();
    }

    private async Task<HashSet<string>> TenantTablesAsync()
    {
        var tables = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in await _schema.TablesAsync())
            if ((await _schema.ColumnsAsync(table)).Exists(c => c.Name == "TenantId")) tables.Add(table);
        return tables;
    }

    /// <summary>Two parents of the own tenant and one of another; the child may be moved between the first two and never to the third.</summary>
    private async Task<List<string>> LookAsync(ForeignKey key, IEnumerable<ForeignKey> others)
    {
        var complaints = new List<string>();
        var pair = key.Columns.FirstOrDefault(c => c.Child != "TenantId");
        await _schema.CheckReferencesAsync(false);
        var first = await _schema.InsertAsync(key.Parent, ("TenantId", Own));
        var second = await _schema.InsertAsync(key.Parent, ("TenantId", Own));
        var foreign = await _schema.InsertAsync(key.Parent, ("TenantId", Foreign));
        // A row whose primary key moves is looked at as a whole: what else it refers to must be there.
        var given = new List<(string, object)> { ("TenantId", Own), (pair.Child, first[pair.Parent]) };
        foreach (var other in others.Select(o => (o.Parent, Pair: o.Columns.FirstOrDefault(c => c.Child != "TenantId"))).Where(o => o.Pair.Child != pair.Child))
            given.Add((other.Pair.Child, (await _schema.InsertAsync(other.Parent, ("TenantId", Own)))[other.Pair.Parent]));
        var child = await _schema.InsertAsync(key.Child, [.. given]);
        await _schema.CheckReferencesAsync(true);
        if (await MoveAsync(key, pair.Child, child, second[pair.Parent]) is { } mistaken) complaints.Add($"{key.Name}: a row of its own tenant is refused: {mistaken.Message}");
        child[pair.Child] = second[pair.Parent];
        if (!IsReferenceRefused(await MoveAsync(key, pair.Child, child, foreign[pair.Parent]))) complaints.Add($"{key.Name}: {key.Child}.{pair.Child} takes another tenant's row of {key.Parent}");
        return complaints;
    }

    private async Task<DbException?> MoveAsync(ForeignKey key, string column, Dictionary<string, object> child, object parent)
    {
        // Found again by what tells it apart: the made-up values are all different.
        var known = child.Where(v => v.Value is byte[] or int or string).ToList();
        var where = string.Join(" AND ", known.Select((v, i) => $"{_schema.Quote(v.Key)} = @p{i + 1}"));
        try
        {
            (await _schema.RunAsync($"UPDATE {_schema.Quote(key.Child)} SET {_schema.Quote(column)} = @p0 WHERE {where}", [parent, .. known.Select(v => v.Value)])).ShouldBe(1, key.Name);
            return null;
        }
        catch (DbException refused)
        {
            return refused;
        }
    }

    private async Task<List<string>> LookAtZeroAsync(string table)
    {
        try
        {
            await _schema.InsertAsync(table, ("TenantId", Own));
        }
        catch (DbException mistaken)
        {
            return [$"{table}: a row of a tenant is refused: {mistaken.Message}"];
        }

        try
        {
            await _schema.InsertAsync(table, ("TenantId", 0));
            return [$"{table} takes tenant 0"];
        }
        catch (DbException refused)
        {
            return IsCheckRefused(refused) ? [] : [$"{table}: refused for another reason: {refused.Message}"];
        }
    }

    private static bool IsReferenceRefused(DbException? refused) => refused is MySqlException { ErrorCode: MySqlErrorCode.NoReferencedRow2 } or SqliteException { SqliteExtendedErrorCode: 787 };

    private static bool IsCheckRefused(DbException refused) => refused is MySqlException { Number: 4025 } or SqliteException { SqliteExtendedErrorCode: 275 };
}

public sealed class DatabaseRefusalOnSqliteTests() : DatabaseRefusalTests(Engine.Sqlite);

public sealed class DatabaseRefusalOnMariaDbTests() : DatabaseRefusalTests(Engine.MariaDb);

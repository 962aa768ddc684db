using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MySqlConnector;
using PropertyCloud.Testing;

namespace PropertyCloud.Browser.Tests.Journeys;

/// <summary>What really stands in the tables, past every filter.</summary>
internal static class Database
{
    /// <summary>Rows of a table whose column holds an id.</summary>
    public static async Task<long> CountAsync(this TestApp app, string table, string column, Guid id)
    {
        var connectionString = app.Services.GetRequiredService<IConfiguration>()["ConnectionStrings:Main"]!;
        await using DbConnection connection = app.Engine == Engine.Sqlite ? new SqliteConnection(connectionString) : new MySqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table} WHERE {column} = @id";
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@id";
        parameter.Value = id.ToByteArray(bigEndian: true);
        command.Parameters.Add(parameter);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}

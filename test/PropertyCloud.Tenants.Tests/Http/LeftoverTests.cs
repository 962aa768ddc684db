using MySqlConnector;
using PropertyCloud.Testing;

namespace PropertyCloud.Tenants.Tests.Http;

/// <summary>A host of the tests takes its database, its files and what it wrote into the temporary folder with it.</summary>
public sealed class LeftoverTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.MariaDb)]
    public async Task ADisposedHost_LeavesNoFilesAndNoDatabase(Engine engine)
    {
        var app = await TestApp.StartAsync(engine);
        var folder = app.DataFolder;
        (await app.Anonymous("standard").GetAsync("/sign-in")).Ok();
        Directory.Exists(folder).ShouldBeTrue();
        if (engine == Engine.MariaDb) (await DatabasesAsync(Path.GetFileName(folder))).ShouldBe(1);
        await app.DisposeAsync();
        Directory.Exists(folder).ShouldBeFalse();
        if (engine == Engine.MariaDb) (await DatabasesAsync(Path.GetFileName(folder))).ShouldBe(0);
        await app.DisposeAsync();
    }

    [Fact]
    public void AFolderOfPlugins_GoesWhenItIsDisposed()
    {
        var plugins = new PluginFolder();
        Directory.Exists(plugins.Root).ShouldBeTrue();
        plugins.Dispose();
        plugins.Dispose();
        Directory.Exists(plugins.Root).ShouldBeFalse();
    }

    private static async Task<long> DatabasesAsync(string name)
    {
        await using var connection = new MySqlConnection(Environment.GetEnvironmentVariable("PC_MYSQL") ?? "Server=127.0.0.1;Port=33061;User ID=root;Password=;");
        await connection.OpenAsync();
        await using var command = new MySqlCommand("SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = @name", connection);
        command.Parameters.AddWithValue("@name", name);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

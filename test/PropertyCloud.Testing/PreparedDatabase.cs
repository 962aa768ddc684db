using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Testing;

/// <summary>A database with the five companies, made once for each build of the product and engine, then copied: a file, or a dump.</summary>
internal static class PreparedDatabase
{
    private static readonly string Folder = Path.Combine(Environment.GetEnvironmentVariable("PC_TEST_DATA") ?? Path.Combine(Path.GetTempPath(), "propertycloud-tests"), Fingerprint());
    private static readonly SemaphoreSlim Once = new(1, 1);
    public static string MySqlServer => Environment.GetEnvironmentVariable("PC_MYSQL") ?? "Server=127.0.0.1;Port=33061;User ID=root;Password=;";

    /// <summary>A fresh copy. Whoever is done with it removes it; the end of the process removes the others, the next one what a process
    /// left that was killed.</summary>
    public static async Task<PreparedCopy> CopyAsync(Engine engine)
    {
        await Once.WaitAsync();
        try
        {
            await PrepareAsync(engine);
        }
        finally
        {
            Once.Release();
        }

        var name = PreparedCopy.NewName();
        var data = Path.Combine(Folder, name);
        var copy = new PreparedCopy(engine, data, Settings(engine, data, name));
        CopyFolder(Path.Combine(Folder, $"data-{engine}"), data);
        if (engine == Engine.Sqlite)
        {
            File.Copy(Path.Combine(Folder, "template.db"), Path.Combine(data, "test.db"));
        }
        else
        {
            await MySqlAsync($"CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
            await ShellAsync($"mariadb {Connect()} {name} < '{Path.Combine(Folder, "template.sql")}'");
        }

        return copy;
    }

    private static Dictionary<string, string?> Settings(Engine engine, string data, string name) => new()
    {
        ["Database:Provider"] = engine == Engine.Sqlite ? "sqlite" : "mysql",
        ["ConnectionStrings:Main"] = engine == Engine.Sqlite ? $"Data Source={Path.Combine(data, "test.db")}" : $"{MySqlServer}Database={name}",
        ["Database:MigrateAtStart"] = "true",
        ["App:Data"] = data,
        ["App:BaseDomain"] = TestApp.BaseDomain,
        ["App:Background"] = "false",
        ["App:RateLimits"] = "false",
        ["Logging:LogLevel:Default"] = "Warning",
    };

    private static async Task PrepareAsync(Engine engine)
    {
        Directory.CreateDirectory(Folder);
        await PreparedCopy.RemoveLeftAsync(Folder);
        var done = Path.Combine(Folder, $"ready-{engine}");
        if (File.Exists(done)) return;
        await using var hold = await HoldAsync(Path.Combine(Folder, $"lock-{engine}"));
        if (File.Exists(done)) return;

        var data = Path.Combine(Folder, $"data-{engine}");
        if (Directory.Exists(data)) Directory.Delete(data, true);
        Directory.CreateDirectory(data);
        var name = "pct_template_" + Path.GetFileName(Folder);
        if (engine == Engine.MariaDb) await MySqlAsync($"DROP DATABASE IF EXISTS {name}");
        var app = new TestApp(engine, Settings(engine, data, name));
        try
        {
            await SeedAsync(app);
        }
        finally
        {
            await app.DisposeAsync();
        }

        if (engine == Engine.Sqlite)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            File.Move(Path.Combine(data, "test.db"), Path.Combine(Folder, "template.db"), true);
            foreach (var rest in Directory.GetFiles(data, "test.db-*")) File.Delete(rest);
        }
        else
        {
            await ShellAsync($"mariadb-dump {Connect()} --hex-blob --skip-comments --single-transaction {name} > '{Path.Combine(Folder, "template.sql")}'");
            await MySqlAsync($"DROP DATABASE {name}");
        }

        await File.WriteAllTextAsync(done, "");
    }

    private static async Task SeedAsync(TestApp app)
    {
        await app.Services.GetRequiredService<IDatabaseMigrator>().MigrateAsync();
        foreach (var template in Templates())
            await SeedCompanyAsync(app, template);
        await app.SettleAsync();
        await app.In("", services => services.GetRequiredService<IStaffAccounts>().CreateAsync(new NewStaff("operator", "平台运营", null, SeededRoles.PlatformOperator, Password: TestApp.Password)));
    }

    private static async Task SeedCompanyAsync(TestApp app, JsonObject template)
    {
        var label = (string)template["code"]!;
        await app.In("", async services => (await Verb(services, "tenant").RunAsync(
            ["create", label, "--template", label, "--name", (string?)template["demo"]?["displayName"] ?? label, "--admin", "admin"], services, default)).ShouldBeZero());
        await app.In(label, async services =>
        {
            var company = new DemoCompany(label, Small(template["demo"]!), new Random(1), new MovableClock(TestApp.Start), TestApp.Start);
            foreach (var contributor in services.GetServices<IDemoContributor>().OrderBy(c => c.Order))
            {
                await using var scope = services.CreateAsyncScope();
                var own = scope.ServiceProvider.GetServices<IDemoContributor>().Single(c => c.GetType() == contributor.GetType());
                await own.SeedAsync(company, default);
                await app.SettleAsync();
            }
        });
    }

    private static IHostVerb Verb(IServiceProvider services, string name) => services.GetServices<IHostVerb>().Single(v => v.Name == name);

    private static void ShouldBeZero(this int code)
    {
        if (code != 0) throw new InvalidOperationException($"A verb ended with {code}.");
    }

    /// <summary>Same buildings and clusters, two units each.</summary>
    private static JsonElement Small(JsonNode demo)
    {
        foreach (var building in demo["communities"]!.AsArray().SelectMany(c => c!["buildings"]!.AsArray()))
        {
            building!["entrances"] = 1;
            building["floors"] = 1;
            building["unitsPerFloor"] = 2;
        }

        return JsonSerializer.SerializeToElement(demo);
    }

    private static IEnumerable<JsonObject> Templates()
    {
        var assembly = System.Reflection.Assembly.Load("PropertyCloud.Tenants");
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("templates.", StringComparison.Ordinal) && !n.Contains("schema", StringComparison.Ordinal)).Order())
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return JsonNode.Parse(stream)!.AsObject();
        }
    }

    private static string Fingerprint()
    {
        var ids = Directory.GetFiles(AppContext.BaseDirectory, "PropertyCloud.*.dll").Where(f => !f.EndsWith(".Tests.dll", StringComparison.Ordinal)).Order()
            .Select(f => System.Reflection.Assembly.LoadFrom(f).ManifestModule.ModuleVersionId);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', ids))))[..12].ToLowerInvariant();
    }

    private static async Task<FileStream> HoldAsync(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200);
            }
        }
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories)) Directory.CreateDirectory(folder.Replace(from, to, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories)) File.Copy(file, file.Replace(from, to, StringComparison.Ordinal));
    }

    private static string Connect()
    {
        var server = new MySqlConnector.MySqlConnectionStringBuilder(MySqlServer);
        return $"--no-defaults --host={server.Server} --port={server.Port} --user={server.UserID} --default-character-set=utf8mb4";
    }

    internal static async Task MySqlAsync(string sql)
    {
        await using var connection = new MySqlConnector.MySqlConnection(MySqlServer);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task ShellAsync(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command}: {error}");
    }
}

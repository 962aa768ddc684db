using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Timers;
using PropertyCloud.ServiceLevels.Clocks;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Data;
using PropertyCloud.Testing;
using Xunit.Abstractions;

namespace PropertyCloud.ServiceLevels.Tests.Http;

/// <summary>1,000 clocks that fall due at once: every breach once, on two hosts, over repeats and in two processes.</summary>
public sealed class ThousandClocksTests(ITestOutputHelper output)
{
    private const int Many = 1000;
    private static readonly int Repeated = Counts.Of(200, Many);
    private const string Company = "standard";

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.MariaDb)]
    public async Task Sweep_OnTwoHostsAtOnce_BreachesEachClockOnce(Engine engine)
    {
        var clocks = engine == Engine.MariaDb ? Many : Counts.Of(200, Many);
        await using var first = await TestApp.StartAsync(engine, settings: Quiet);
        await using var second = await SecondHostAsync(first);
        var due = first.Now.AddMinutes(10);
        await SeedAsync(first, clocks, due);
        var started = Stopwatch.StartNew();
        Move(due.AddSeconds(1), first, second);
        await Task.WhenAll(SweepAsync(first), SweepAsync(second));
        output.WriteLine($"{engine}: {clocks} clocks swept by two hosts in {started.ElapsedMilliseconds} ms");
        (await BreachesAsync(first)).ShouldBe(clocks);
        (await EventsAsync(first)).ShouldBe(clocks);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.MariaDb)]
    public async Task Fire_RepeatedOnTwoHosts_IsSwallowedByTheUniqueKey(Engine engine)
    {
        var clocks = engine == Engine.MariaDb ? Repeated : Counts.Of(50, Many);
        await using var first = await TestApp.StartAsync(engine, settings: Quiet);
        await using var second = await SecondHostAsync(first);
        var ids = await FireTwiceAsync(first, second, clocks);
        (await BreachesAsync(first)).ShouldBe(ids);
        (await EventsAsync(first)).ShouldBe(ids);
    }

    /// <summary>The control: without the key the same repeats double some, so the test above can fail.</summary>
    [Fact]
    public async Task Fire_RepeatedWithoutTheUniqueKey_DoublesSome()
    {
        await using var first = await TestApp.StartAsync(Engine.MariaDb, settings: Quiet);
        await using var second = await SecondHostAsync(first);
        await ExecuteAsync(first, "ALTER TABLE service_levels_breach DROP INDEX IX_service_levels_breach_TenantId_SubjectId_Clock_DueAt");
        var clocks = await FireTwiceAsync(first, second, Repeated);
        var breaches = await BreachesAsync(first);
        output.WriteLine($"without the key: {breaches} breaches of {clocks} clocks");
        breaches.ShouldBeGreaterThan(clocks);
    }

    [Fact]
    public async Task Serve_TwoProcessesOnOneMariaDb_BreachEachClockOnce()
    {
        await using var app = await TestApp.StartAsync(Engine.MariaDb, settings: Quiet);
        await SeedAsync(app, Many, Clock.Now(TimeProvider.System).AddSeconds(-30));
        using var first = Process(app);
        using var second = Process(app);
        try
        {
            var patience = Stopwatch.StartNew();
            while (await BreachesAsync(app) < Many && patience.Elapsed < TimeSpan.FromMinutes(5)) await Task.Delay(500);
            output.WriteLine($"two processes: {await BreachesAsync(app)} breaches after {patience.Elapsed.TotalSeconds:0.0} s, start included");
            await Task.Delay(TimeSpan.FromSeconds(3));
            (await BreachesAsync(app)).ShouldBe(Many);
            (await EventsAsync(app)).ShouldBe(Many);
        }
        finally
        {
            foreach (var process in new[] { first, second })
            {
                if (!process.HasExited) process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }
        }
    }

    /// <summary>Refused duplicates are what these tests are about; a line of log for each would take longer than they do.</summary>
    private const string CommandLog = "Logging:LogLevel:Microsoft.EntityFrameworkCore";
    private static readonly Dictionary<string, string?> Quiet = new() { [CommandLog] = "None" };

    private static Task<TestApp> SecondHostAsync(TestApp first)
    {
        var configuration = first.Services.GetRequiredService<IConfiguration>();
        return TestApp.StartAsync(first.Engine, settings: new Dictionary<string, string?>
        {
            ["ConnectionStrings:Main"] = configuration["ConnectionStrings:Main"], ["App:Data"] = configuration["App:Data"], [CommandLog] = "None",
        });
    }

    /// <summary>Each clock is one subject's, told as its module tells it.</summary>
    private static async Task SeedAsync(TestApp app, int clocks, DateTime due)
    {
        var version = (await app.In(Company, s => s.GetRequiredService<IPlanLookup>().GetInForceAsync(Guid.Empty))).VersionId;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = app.Engine == Engine.Sqlite ? 1 : 8 };
        await Parallel.ForEachAsync(Enumerable.Range(0, clocks), parallel, async (_, token) => await app.In(Company, async services =>
        {
            var face = new ClockFace(ClockKind.Respond, ClockState.Running, 10, due.AddMinutes(-10), due.AddMinutes(-3), due, null);
            await services.GetRequiredService<ClockSubjectSubscriber>().HandleAsync(
                new(Ids.At(app.Now), "test.subject", 1, version, Ids.At(app.Now), null, null, [face]), new(Ids.At(app.Now), app.Now, null, null), token);
        }));
    }

    private static void Move(DateTime to, params TestApp[] hosts)
    {
        foreach (var host in hosts)
            if (to > host.Now) host.Clock.SetUtcNow(new DateTimeOffset(to, TimeSpan.Zero));
    }

    private static async Task SweepAsync(TestApp host)
    {
        var sweep = host.Services.GetRequiredService<ITimerSweep>();
        while (await sweep.SweepAsync() > 0)
        {
        }
    }

    /// <summary>Both hosts fire every clock's breach as if the other had died before it could say so.</summary>
    private static async Task<int> FireTwiceAsync(TestApp first, TestApp second, int clocks)
    {
        var due = first.Now.AddMinutes(10);
        await SeedAsync(first, clocks, due);
        Move(due.AddSeconds(1), first, second);
        var rows = await first.In(Company, s => s.GetRequiredService<ServiceLevelsDbContext>().Clocks.AsNoTracking().Where(c => c.DueAt == due).Select(c => c.Id).ToListAsync());
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = first.Engine == Engine.Sqlite ? 2 : 8 };
        await Parallel.ForEachAsync(rows, parallel, async (row, token) => await Task.WhenAll(new[] { first, second }.Select(host => host.In(Company,
            async services => await services.GetRequiredService<ClockTimerHandler>().FireAsync(row, ClockRow.Timers.Breach, due, token)))));
        return rows.Count;
    }

    private static Task<int> BreachesAsync(TestApp host) => host.In(Company, s => s.GetRequiredService<ServiceLevelsDbContext>().Breaches.CountAsync(b => b.SubjectType == "test.subject"));

    private static async Task<long> EventsAsync(TestApp host) => Convert.ToInt64(
        await ScalarAsync(host, "SELECT COUNT(*) FROM kernel_outbox WHERE Name = 'service-levels.clock-breached.v1' AND Payload LIKE '%test.subject%'"), System.Globalization.CultureInfo.InvariantCulture);

    private static Task ExecuteAsync(TestApp host, string sql) => ScalarAsync(host, sql);

    private static async Task<object?> ScalarAsync(TestApp host, string sql)
    {
        var text = host.Services.GetRequiredService<IConfiguration>()["ConnectionStrings:Main"];
        await using System.Data.Common.DbConnection connection = host.Engine == Engine.Sqlite
            ? new Microsoft.Data.Sqlite.SqliteConnection(text) : new MySqlConnector.MySqlConnection(text);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>A serving host of its own on the same database, with the machine's clock.</summary>
    private static Process Process(TestApp app)
    {
        var configuration = app.Services.GetRequiredService<IConfiguration>();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PropertyCloud.Host.dll"), "serve"]) { WorkingDirectory = AppContext.BaseDirectory };
        foreach (var (name, value) in new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Urls"] = "http://127.0.0.1:0", ["Database__Provider"] = "mysql", ["Database__MigrateAtStart"] = "false",
            ["ConnectionStrings__Main"] = configuration["ConnectionStrings:Main"], ["App__Data"] = configuration["App:Data"], ["Logging__LogLevel__Default"] = "Error",
        }) start.Environment[name] = value;
        return System.Diagnostics.Process.Start(start)!;
    }
}

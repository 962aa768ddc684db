using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Timers;

namespace PropertyCloud.Testing;

public enum Engine { Sqlite, MariaDb }

/// <summary>The whole product on one engine under a clock that tests move: five companies made from the templates, small, with
/// the demonstration's people and no history. Events and timers run when a test says so.</summary>
public sealed class TestApp : WebApplicationFactory<Program>
{
    /// <summary>Tuesday 15 September 2026, 15:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Start = new(2026, 9, 15, 7, 0, 0, TimeSpan.Zero);
    public const string Password = "Demo-2026!";
    public const string BaseDomain = "localhost:5000";

    private readonly ConcurrentDictionary<(string, string), (TestClient Client, DateTime At)> _clients = new();
    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly Action<IServiceCollection>? _services;
    private readonly PreparedCopy? _copy;

    /// <param name="copy">What goes with this host when it is disposed; null where it uses another's.</param>
    internal TestApp(Engine engine, IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? services = null, PreparedCopy? copy = null)
    {
        _copy = copy;
        Engine = engine;
        _settings = settings;
        _services = services;
    }

    public Engine Engine { get; }
    public FakeTimeProvider Clock { get; } = new(Start);
    public DateTime Now => Clock.Now();

    /// <summary>A host on a fresh copy of the prepared database.</summary>
    /// <param name="services">Replaces services, for faults.</param>
    public static async Task<TestApp> StartAsync(Engine engine, Action<IServiceCollection>? services = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var copy = await PreparedDatabase.CopyAsync(engine);
        return new(engine, settings is null ? copy.Settings : Merged(copy.Settings, settings), services, copy);
    }

    /// <summary>Stops the host and removes its database and files.</summary>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_copy is not null) await _copy.RemoveAsync();
    }

    /// <summary>Where this host keeps its files.</summary>
    public string DataFolder => _settings["App:Data"]!;

    /// <summary>Another host on the same database and files, with other settings.</summary>
    public TestApp Again(IReadOnlyDictionary<string, string?> settings) => new(Engine, Merged(_settings, settings), _services);

    private static Dictionary<string, string?> Merged(IEnumerable<KeyValuePair<string, string?>> first, IEnumerable<KeyValuePair<string, string?>> then) =>
        first.Concat(then).GroupBy(x => x.Key).ToDictionary(g => g.Key, g => g.Last().Value);

    /// <summary>The host that all tests of an assembly share.</summary>
    public static Task<TestApp> SharedAsync(Engine engine) => Shared.GetOrAdd(engine, e => new Lazy<Task<TestApp>>(() => StartAsync(e))).Value;

    /// <summary>The same with the sample plug-in.</summary>
    public static Task<TestApp> SharedWithPluginAsync(Engine engine) => WithPlugin.GetOrAdd(engine, e => new Lazy<Task<TestApp>>(async () =>
        await StartAsync(e, settings: (await PluginFolder.WithSampleAsync()).Settings))).Value;

    private static readonly ConcurrentDictionary<Engine, Lazy<Task<TestApp>>> Shared = new();
    private static readonly ConcurrentDictionary<Engine, Lazy<Task<TestApp>>> WithPlugin = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            _services?.Invoke(services);
        });
    }

    /// <summary>The real port, where the host listens on one; 0 in memory.</summary>
    public int Port { get; set; }

    /// <summary>Nobody is signed in; redirects are followed.</summary>
    public TestClient Anonymous(string company) => new(this, Port > 0 ? OverTheWire(company) : CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri(Address(company)),
        AllowAutoRedirect = true,
        HandleCookies = true,
    }));

    /// <summary>Names under localhost are not known everywhere: the connection goes to loopback, the name into the Host header.</summary>
    private HttpClient OverTheWire(string company) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            await socket.ConnectAsync(System.Net.IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri(company.Length == 0 ? $"http://localhost:{Port}" : $"http://{company}.localhost:{Port}"),
    };

    /// <summary>Signed in by the page; kept for the tests that follow, anew when the moved clock has ended the session.</summary>
    public async Task<TestClient> SignInAsync(string company, string user)
    {
        if (_clients.TryGetValue((company, user), out var known) && Now - known.At < TimeSpan.FromHours(6)) return known.Client;
        var client = Anonymous(company);
        await client.SignInAsync(user, Password);
        _clients[(company, user)] = (client, Now);
        return client;
    }

    public static string Address(string company) => company.Length == 0 ? $"http://{BaseDomain}" : $"http://{company}.{BaseDomain}";

    /// <summary>Runs in a scope of the company, as nobody.</summary>
    public async Task<T> In<T>(string company, Func<IServiceProvider, Task<T>> work)
    {
        var tenant = company.Length == 0
            ? await Services.GetRequiredService<ITenantStore>().FindAsync(TenantInfo.Platform)
            : await Services.GetRequiredService<ITenantStore>().FindByNameAsync(company);
        using var _ = Services.GetRequiredService<ICurrentTenant>().Change(tenant ?? throw new InvalidOperationException($"No company '{company}'."));
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task In(string company, Func<IServiceProvider, Task> work) => In<int>(company, async services =>
    {
        await work(services);
        return 0;
    });

    /// <summary>Handles all events and all timers that are due, until nothing is left to do at this instant.</summary>
    public async Task SettleAsync()
    {
        var drain = Services.GetRequiredService<IOutboxDrain>();
        var sweep = Services.GetRequiredService<ITimerSweep>();
        int done;
        do
        {
            done = await drain.DrainAsync() + await sweep.SweepAsync();
        }
        while (done > 0);
    }

    /// <summary>Moves the clock; stops at each timer on the way, as a serving host would.</summary>
    public async Task AdvanceAsync(TimeSpan span)
    {
        await SettleAsync();
        var target = Clock.GetUtcNow() + span;
        var sweep = Services.GetRequiredService<ITimerSweep>();
        while (await sweep.NextDueAsync() is { } next && next <= target.UtcDateTime)
        {
            if (next > Clock.GetUtcNow().UtcDateTime) Clock.SetUtcNow(new DateTimeOffset(next, TimeSpan.Zero));
            else Clock.Advance(TimeSpan.FromSeconds(1));
            await SettleAsync();
        }

        if (target > Clock.GetUtcNow()) Clock.SetUtcNow(target);
        await SettleAsync();
    }
}

/// <summary>Class fixtures: the shared host of each engine.</summary>
public abstract class AppFixture(Engine engine) : Xunit.IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;
    public async Task InitializeAsync() => App = await TestApp.SharedAsync(engine);
    public Task DisposeAsync() => Task.CompletedTask;
}

public sealed class SqliteApp() : AppFixture(Engine.Sqlite);

public sealed class MariaDbApp() : AppFixture(Engine.MariaDb);

/// <summary>Class fixtures for tests that enumerate: a host with the sample plug-in, so that they walk it too (ruling 38).</summary>
public abstract class PluginAppFixture(Engine engine) : Xunit.IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;
    public async Task InitializeAsync() => App = await TestApp.SharedWithPluginAsync(engine);
    public Task DisposeAsync() => Task.CompletedTask;
}

public sealed class SqlitePluginApp() : PluginAppFixture(Engine.Sqlite);

public sealed class MariaDbPluginApp() : PluginAppFixture(Engine.MariaDb);

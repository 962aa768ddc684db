using System.Collections.Concurrent;
using PropertyCloud.Testing;

namespace PropertyCloud.Identity.Tests.Http;

/// <summary>The shared host of an engine, without limits on how often one address signs in: these tests do little else.</summary>
public abstract class IdentityApp(Engine engine) : IAsyncLifetime
{
    private static readonly ConcurrentDictionary<Engine, Lazy<Task<TestApp>>> Shared = new();

    public TestApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await Shared.GetOrAdd(engine, e => new Lazy<Task<TestApp>>(() =>
        TestApp.StartAsync(e, settings: new Dictionary<string, string?> { ["App:RateLimits"] = "off" }))).Value;

    public Task DisposeAsync() => Task.CompletedTask;
}

public sealed class SqliteIdentityApp() : IdentityApp(Engine.Sqlite);

public sealed class MariaDbIdentityApp() : IdentityApp(Engine.MariaDb);

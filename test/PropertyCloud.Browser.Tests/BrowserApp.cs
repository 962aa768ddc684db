using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using PropertyCloud.Browser.Tests.Pages;
using PropertyCloud.Testing;

namespace PropertyCloud.Browser.Tests;

/// <summary>The product behind a real port, and Chromium. Events and timers run by themselves, under the test's clock.</summary>
public abstract class BrowserApp(Engine engine) : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    public TestApp App { get; private set; } = null!;
    public IBrowser Browser { get; private set; } = null!;
    public int Port { get; private set; }

    /// <summary>Chromium leaves what it puts into the temporary folder when it is ended; it gets one that goes with it.</summary>
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("pc-chromium");

    public async Task InitializeAsync()
    {
        Port = FreePort();
        App = await TestApp.StartAsync(engine, settings: new Dictionary<string, string?>
        {
            ["App:BaseDomain"] = $"localhost:{Port}",
            ["App:Background"] = "true",
            // A test that handles events beside the host loses some races, as a second host would; that is no news.
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "None",
        });
        App.UseKestrel(Port);
        App.StartServer();
        App.Port = Port;
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PC_CHROMIUM") ?? "/usr/bin/chromium",
            Env = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Where(e => (string)e.Key != "TMPDIR")
                .Select(e => KeyValuePair.Create((string)e.Key, (string?)e.Value ?? "")).Append(KeyValuePair.Create("TMPDIR", _temporary.FullName)),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await App.DisposeAsync();
        _temporary.Delete(true);
    }

    /// <summary>A person at a device of their own, signed in on the company's address.</summary>
    /// <param name="user">Null: nobody is signed in.</param>
    /// <param name="session">The cookies of somebody who has signed in before (<see cref="Person.SessionAsync"/>).</param>
    public async Task<Person> OpenAsync(string company, string? user, int width = 1280, string language = "zh-CN", bool dark = false, string? session = null)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = Address(company),
            ViewportSize = new() { Width = width, Height = width < 700 ? 780 : 900 },
            Locale = language,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            IsMobile = width < 700,
            HasTouch = width < 700,
            TimezoneId = "Asia/Shanghai",
            // Nothing is measured or pictured while it fades in.
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = session,
        });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        var person = new Person(context, page, $"{company}-{user ?? "anybody"}-{width}", Address(company));
        if (user is not null && session is null) await person.SignInAsync(user);
        return person;
    }

    /// <summary>Where a browser finds a company; the platform has no name.</summary>
    public string Address(string company) => company.Length == 0 ? $"http://localhost:{Port}" : $"http://{company}.localhost:{Port}";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

public sealed class BrowserOnMariaDb() : BrowserApp(Engine.MariaDb);

public sealed class BrowserOnSqlite() : BrowserApp(Engine.Sqlite)
{
    private Task<Scene>? _scene;

    /// <summary>What the pages show; made once.</summary>
    internal Task<Scene> SceneAsync() => _scene ??= Scene.MakeAsync(App);
}

[CollectionDefinition("MariaDB")]
public sealed class MariaDbCollection : ICollectionFixture<BrowserOnMariaDb>;

[CollectionDefinition("SQLite")]
public sealed class SqliteCollection : ICollectionFixture<BrowserOnSqlite>;

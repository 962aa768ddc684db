using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using PropertyCloud.Testing;

namespace PropertyCloud.Browser.Tests;

/// <summary>The product behind a real port, and Chromium. Events and timers run by themselves, under the test's clock.</summary>
public abstract class BrowserApp(Engine engine) : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    public TestApp App { get; private set; } = null!;
    public IBrowser Browser { get; private set; } = null!;
    public int Port { get; private set; }

    public async Task InitializeAsync()
    {
        Port = FreePort();
        App = await TestApp.StartAsync(engine, settings: new Dictionary<string, string?>
        {
            ["App:BaseDomain"] = $"localhost:{Port}",
            ["App:Background"] = "true",
        });
        App.UseKestrel(Port);
        App.StartServer();
        App.Port = Port;
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PC_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>A person at a device of their own, signed in on the company's address.</summary>
    /// <param name="user">Null: nobody is signed in.</param>
    public async Task<Person> OpenAsync(string company, string? user, int width = 1280, string language = "zh-CN", bool dark = false)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = company.Length == 0 ? $"http://localhost:{Port}" : $"http://{company}.localhost:{Port}",
            ViewportSize = new() { Width = width, Height = width < 700 ? 780 : 900 },
            Locale = language,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            IsMobile = width < 700,
            HasTouch = width < 700,
            TimezoneId = "Asia/Shanghai",
        });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        var person = new Person(this, context, page, $"{company}-{user ?? "anybody"}-{width}");
        if (user is not null) await person.SignInAsync(user);
        return person;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

public sealed class BrowserOnMariaDb() : BrowserApp(Engine.MariaDb);

public sealed class BrowserOnSqlite() : BrowserApp(Engine.Sqlite);

/// <summary>Somebody in front of a screen. Collects what went wrong in the browser.</summary>
public sealed class Person : IAsyncDisposable
{
    private readonly BrowserApp _app;
    private readonly IBrowserContext _context;
    private readonly string _name;
    private int _pictures;

    internal Person(BrowserApp app, IBrowserContext context, IPage page, string name)
    {
        _app = app;
        _context = context;
        _name = name;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error") Errors.Add(message.Text);
        };
        page.PageError += (_, error) => Errors.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Errors of script, policy and network; a journey ends with none.</summary>
    public List<string> Errors { get; } = [];

    public async Task SignInAsync(string user)
    {
        await Page.GotoAsync("/sign-in");
        await Page.Locator("input[name='UserName']").FillAsync(user);
        await Page.Locator("input[name='Password']").FillAsync(TestApp.Password);
        await Page.Locator("main form .btn-primary").First.ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    public Task<IResponse?> GoAsync(string url) => Page.GotoAsync(url);

    /// <summary>Keeps a picture of the whole page for whoever pages through them.</summary>
    public async Task PictureAsync(string what)
    {
        var folder = Path.Combine(Artefacts(), "pictures");
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{_name}-{++_pictures:00}-{what}.png"), FullPage = true });
    }

    /// <summary>Nothing is wider than the screen.</summary>
    public async Task FitsAsync()
    {
        var overflow = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.ShouldBeLessThanOrEqualTo(0, $"{Page.Url} is {overflow} px wider than the screen of {_name}");
    }

    public static string Artefacts()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PropertyCloud.sln"))) folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "test", "artefacts");
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}

using Microsoft.Playwright;
using PropertyCloud.Testing;

namespace PropertyCloud.Browser.Tests;

/// <summary>Somebody in front of a screen. Collects what went wrong in the browser.</summary>
public sealed class Person : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _name;
    private readonly string _address;
    private int _pictures;

    internal Person(IBrowserContext context, IPage page, string name, string address)
    {
        _address = address;
        _context = context;
        _name = name;
        Page = page;
        Listen(page);
    }

    public IPage Page { get; }

    /// <summary>Errors of script, policy and network; a journey ends with none.</summary>
    public List<string> Errors { get; } = [];

    public async Task SignInAsync(string user, string? password = null)
    {
        await Page.GotoAsync("/sign-in");
        await Page.Locator("input[name='UserName']").FillAsync(user);
        await Page.Locator("input[name='Password']").FillAsync(password ?? TestApp.Password);
        await Page.Locator("main form .btn-primary").First.ClickAsync();
        // The next page, not its last byte: its load event is sometimes over before anybody listens.
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        await Page.Locator("h1").First.WaitForAsync();
    }

    public Task<IResponse?> GoAsync(string url) => Page.GotoAsync(url);

    /// <summary>Another page of the same device.</summary>
    public async Task<IPage> NewPageAsync()
    {
        var page = await _context.NewPageAsync();
        Listen(page);
        return page;
    }

    /// <summary>The cookies, for another device of the same person.</summary>
    public Task<string> SessionAsync() => _context.StorageStateAsync();

    /// <summary>A choice that this device remembers: <c>pc-lang</c>, <c>pc-elder</c>.</summary>
    public Task ChooseAsync(string cookie, string value) => _context.AddCookiesAsync([new() { Name = cookie, Value = value, Url = Page.Url.StartsWith("http", StringComparison.Ordinal) ? Page.Url : _address }]);

    /// <summary>A script that stands ready on every page that is opened from now on.</summary>
    public Task PrepareAsync(string script) => _context.AddInitScriptAsync(script);

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

    private void Listen(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type == "error") Errors.Add($"{message.Text} ({page.Url})");
        };
        page.PageError += (_, error) => Errors.Add($"{error} ({page.Url})");
    }

    public static string Artefacts()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PropertyCloud.sln"))) folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "test", "artefacts");
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}

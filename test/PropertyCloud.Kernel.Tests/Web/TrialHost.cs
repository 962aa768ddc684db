using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Files;
using PropertyCloud.Kernel.Live;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Settings;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Kernel.Tests.Web;

/// <summary>The kernel alone with one small module, on a database file of its own: what holds for every module is shown here.</summary>
public abstract class TrialHost(bool mysql, bool background = false) : IAsyncLifetime
{
    private static int _hosts;
    private readonly string _database = $"trial_{Environment.ProcessId}_{Interlocked.Increment(ref _hosts)}";
    private readonly string _folder = Directory.CreateTempSubdirectory("pc-trial").FullName;
    private WebApplication _app = null!;

    public IServiceProvider Services => _app.Services;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = _folder });
        builder.Configuration.AddInMemoryCollection(
        [
            new("App:Data", _folder), new("App:BaseDomain", "trial.test"), new("App:Background", background ? "true" : "false"), new("App:RateLimits", "off"),
            new("Database:Provider", mysql ? "mysql" : "sqlite"), new("ConnectionStrings:Main", mysql ? $"{Environment.GetEnvironmentVariable("PC_MYSQL") ?? "Server=127.0.0.1;Port=33061;User ID=root;Password=;"}Database={_database}" : null),
        ]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        // The samples of other tests lie in this assembly too, and are found without the services that they need.
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, false));
        builder.AddPropertyCloud(new TrialModule(), new MissingModule());
        _app = builder.Build();
        await using (var scope = _app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<KernelDbContext>().Database.EnsureCreatedAsync();
        _app.UsePropertyCloud();
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await using (var scope = _app.Services.CreateAsyncScope())
            if (mysql) await scope.ServiceProvider.GetRequiredService<KernelDbContext>().Database.EnsureDeletedAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The triggers' scheduler; only where the host works in the background.</summary>
    public async Task<Quartz.IScheduler> SchedulerAsync() => await Services.GetRequiredService<Quartz.ISchedulerFactory>().GetScheduler();

    /// <summary>A browser at the company's address; the empty name is the platform's.</summary>
    public HttpClient At(string company, CookieContainer? cookies = null)
    {
        var address = new Uri(company.Length == 0 ? "http://trial.test" : $"http://{company}.trial.test");
        return new HttpClient(new CookieHandler(_app.GetTestServer().CreateHandler(), cookies ?? new())) { BaseAddress = address };
    }

    /// <summary>Signed in, with the token that changes need.</summary>
    public async Task<HttpClient> SignInAsync(string company, string user = "act", CookieContainer? cookies = null)
    {
        var client = At(company, cookies);
        (await client.PostAsync($"/api/trial/sign-in/{user}", null)).EnsureSuccessStatusCode();
        var token = await client.GetFromJsonAsync<TokenAnswer>("/api/kernel/antiforgery");
        client.DefaultRequestHeaders.Add(token!.Header, token.Token);
        return client;
    }

    public async Task<T> In<T>(int tenantId, Func<IServiceProvider, Task<T>> work)
    {
        using var _ = Services.GetRequiredService<ICurrentTenant>().Change(TrialTenants.All.Single(t => t.Id == tenantId));
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    internal sealed record TokenAnswer(string Header, string Token);

    private sealed class CookieHandler(HttpMessageHandler inner, CookieContainer cookies) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header) request.Headers.Add("Cookie", header);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set) cookies.SetCookies(request.RequestUri!, cookie);
            return response;
        }
    }
}

public sealed class SqliteTrialHost() : TrialHost(mysql: false);

public sealed class MariaDbTrialHost() : TrialHost(mysql: true);

public sealed class SqliteWorkingHost() : TrialHost(mysql: false, background: true);

public sealed class MariaDbWorkingHost() : TrialHost(mysql: true, background: true);

internal sealed class TrialTenants : ITenantStore
{
    public static readonly IReadOnlyList<TenantInfo> All =
    [
        new(1, "platform", "平台", "Asia/Shanghai", false, new HashSet<string>()),
        new(2, "one", "一号物业", "Asia/Shanghai", false, new HashSet<string>(["trial"])),
        new(3, "two", "二号物业", "Asia/Shanghai", false, new HashSet<string>(["trial"])),
        new(4, "blocked", "停用物业", "Asia/Shanghai", true, new HashSet<string>(["trial"])),
    ];

    public ValueTask<TenantInfo?> FindAsync(int id, CancellationToken cancellation = default) => new(All.FirstOrDefault(t => t.Id == id));
    public ValueTask<TenantInfo?> FindByNameAsync(string name, CancellationToken cancellation = default) => new(All.FirstOrDefault(t => t.Name == name && t.Id > 1));
    public ValueTask<IReadOnlyList<TenantInfo>> ListAsync(CancellationToken cancellation = default) => new(All);
    public void Forget(int id) { }
}

internal sealed class TrialAccess : IUserAccessSource
{
    public static readonly Guid Act = new("0199477e-0000-7000-8000-000000000001");
    public static readonly Guid Look = new("0199477e-0000-7000-8000-000000000002");
    public static string Stamp { get; set; } = "s1";

    public ValueTask<UserAccess?> FindAsync(Guid userId, string securityStamp, CancellationToken cancellation) =>
        securityStamp == Stamp ? FindAsync(userId, cancellation) : new((UserAccess?)null);

    public ValueTask<UserAccess?> FindAsync(Guid userId, CancellationToken cancellation) =>
        new(new UserAccess(userId, "李雯", null, null, new HashSet<string>(userId == Act ? ["trial.act"] : []), DataScope.Company, []));
}

internal sealed class TrialFiles : IBlobAccess
{
    public static readonly Guid Readable = new("0199477e-0000-7000-8000-00000000000a");
    public string Owner => "trial";
    public Task<bool> MayReadAsync(Guid subject, CancellationToken cancellation) => Task.FromResult(subject == Readable);
}

[Module("trial-missing")]
public sealed class MissingModule : PropertyCloudModule
{
    public override void MapEndpoints(IEndpointRouteBuilder api) => api.MapGet("/", () => "here");
}

[Module("trial")]
public sealed class TrialModule : PropertyCloudModule
{
    public static readonly SettingDefinition<int> Days = new("trial.days", 30, "天数");

    public override void ConfigureServices(ModuleContext context)
    {
        context.Services.AddSingleton<ITenantStore, TrialTenants>();
        context.Services.AddSingleton<IUserAccessSource, TrialAccess>();
        context.Services.AddScoped<IBlobAccess, TrialFiles>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder api)
    {
        api.MapPost("/sign-in/{user}", (string user, IUserSession session) => session.SignInAsync(user == "act" ? TrialAccess.Act : TrialAccess.Look, TrialAccess.Stamp, isResident: false)).AllowAnonymous();
        api.MapGet("/who", (ICurrentUser user, ICurrentTenant tenant) => $"{tenant.Id}/{user.Name}");
        api.MapGet("/open", (ICurrentTenant tenant) => tenant.Id).AllowAnonymous();
        api.MapPost("/act", () => "done").RequirePermission("trial.act");
        api.MapGet("/fail/{how}", Fail).AllowAnonymous();
        api.MapPost("/body", (Body body) => body.Text).AllowAnonymous();
        api.MapPost("/once", OnceAsync);
        api.MapPost("/photo", async (HttpRequest request, IPhotos photos, Guid subject, CancellationToken cancellation) => await photos.SaveAsync("trial", subject, request.Body, cancellation));
    }

    private static string Fail(string how) => throw (how switch
    {
        "rule" => new DomainException("trial.rule", "不能超过 {0} 个字", 8) { Field = "text" },
        "input" => new InvalidInputException([new("text", "kernel.required", "找不到这一项"), new("text", "kernel.too-long", "不能超过 {0} 个字", 3)]) { Status = 422 },
        "database" => new InvalidOperationException("x", new Microsoft.Data.Sqlite.SqliteException("gone", 14)),
        _ => new InvalidOperationException("connection string with a password"),
    });

    private static async Task<Guid> OnceAsync(Body body, IServiceProvider services, IIdempotency idempotency, TimeProvider clock, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<KernelDbContext>();
        return await idempotency.RunAsync(db, "trial.once", body, async tell =>
        {
            var id = Kernel.Domain.Ids.New(clock);
            db.Add(new SettingRow { TenantId = db.CurrentTenantId, UserId = id, Name = body.Text, Value = "1" });
            tell(id);
            await db.SaveChangesAsync(cancellation);
            return id;
        }, cancellation);
    }

    public sealed record Body(string Text);
}

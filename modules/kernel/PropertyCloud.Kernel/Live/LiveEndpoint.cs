using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Kernel.Live;

/// <summary>GET /live?topics=butler,work-orders: server-sent events <c>look-again</c> whose data is the topic and nothing else.</summary>
internal static class LiveEndpoint
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan CheckEvery = TimeSpan.FromMinutes(1);

    public static void AddKernelLive(this IServiceCollection services)
    {
        services.AddSingleton<LookAgainHub>();
        services.AddSingleton<ILookAgain>(s => s.GetRequiredService<LookAgainHub>());
        services.AddSingleton<LiveSeats>();
        services.AddScoped<LiveTopics>();
        services.AddHostedService<OtherHosts>();
    }

    public static void MapLive(this WebApplication app) => app.MapGet("/live", ServeAsync).RequireAuthorization();

    private static async Task ServeAsync(HttpContext http, string? topics, LiveTopics allowed, LookAgainHub hub, LiveSeats seats, ICurrentUser user, ICurrentTenant tenant, IHostApplicationLifetime host)
    {
        var wanted = allowed.Among(topics);
        if (wanted.Count == 0)
        {
            // 204 tells the browser not to come again.
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        using var seat = seats.Take(tenant.Id, user.RequireId());
        using var listener = hub.Listen(tenant.Id, user.RequireId());
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await SendAsync(http, listener, wanted, allowed, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The reader left or the host stops: nothing is lost, a page that comes back looks again.
        }
    }

    private static async Task SendAsync(HttpContext http, LookAgainHub.Listener listener, IReadOnlySet<string> wanted, LiveTopics allowed, CancellationToken ends)
    {
        await WriteAsync(http, ": here\n\n", ends);
        var checkedAt = Environment.TickCount64;
        while (!ends.IsCancellationRequested)
        {
            var text = await NextAsync(listener, wanted, ends);
            if (Environment.TickCount64 - checkedAt >= CheckEvery.TotalMilliseconds)
            {
                if (!await allowed.StillHoldsAsync(http, ends)) return;
                checkedAt = Environment.TickCount64;
            }

            if (text.Length > 0) await WriteAsync(http, text, ends);
        }
    }

    /// <summary>What to send next: topics that came together are told once, silence is broken by a comment.</summary>
    private static async Task<string> NextAsync(LookAgainHub.Listener listener, IReadOnlySet<string> wanted, CancellationToken ends)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(ends);
        wait.CancelAfter(Heartbeat);
        try
        {
            await listener.Reader.WaitToReadAsync(wait.Token);
        }
        catch (OperationCanceledException) when (!ends.IsCancellationRequested)
        {
            return ": still here\n\n";
        }

        var told = new HashSet<string>(StringComparer.Ordinal);
        while (listener.Reader.TryRead(out var topic))
            if (wanted.Contains(topic)) told.Add(topic);
        return told.Aggregate(new StringBuilder(), (text, topic) => text.Append("event: look-again\ndata: ").Append(topic).Append("\n\n")).ToString();
    }

    private static async Task WriteAsync(HttpContext http, string text, CancellationToken ends)
    {
        await http.Response.WriteAsync(text, ends);
        await http.Response.Body.FlushAsync(ends);
    }
}

/// <summary>Which topics a user may hear: those of modules where they may do anything at all; residents their requests and messages.</summary>
internal sealed class LiveTopics(ModuleCatalog catalog, ICurrentTenant tenant, CurrentUser user, IUserAccessSource accesses, ITenantStore tenants)
{
    private static readonly string[] ForResidents = ["butler", "notifications"];

    public IReadOnlySet<string> Among(string? topics) =>
        (topics ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Take(20).Where(IsAllowed).ToHashSet(StringComparer.Ordinal);

    internal bool IsAllowed(string topic)
    {
        var module = catalog.Modules.FirstOrDefault(m => m.Name == topic);
        if (module is null || !FeatureGate.Has(tenant.Info, module) || user.Access is not { } access) return false;
        if (access.IsResident) return ForResidents.Contains(topic);
        return topic == "notifications" || access.Permissions.Any(p => p.StartsWith(topic + ".", StringComparison.Ordinal));
    }

    /// <summary>Asked each minute: a blocked company, a changed role or an ended session closes the line.</summary>
    public async Task<bool> StillHoldsAsync(HttpContext http, CancellationToken cancellation)
    {
        if (SessionEvents.SessionOf(http.User) is not { } session) return false;
        if (await tenants.FindAsync(session.TenantId, cancellation) is not { IsBlocked: false }) return false;
        return await accesses.FindAsync(session.UserId, session.Stamp, cancellation) is { } now && user.Access is { } before && now.Permissions.SetEquals(before.Permissions);
    }
}

/// <summary>Counts open lines; one user has five at most on a host.</summary>
internal sealed class LiveSeats
{
    private const int PerUser = 5;
    private readonly ConcurrentDictionary<(int, Guid), int> _taken = new();

    public IDisposable Take(int tenantId, Guid userId)
    {
        var key = (tenantId, userId);
        if (_taken.AddOrUpdate(key, 1, (_, n) => n + 1) <= PerUser) return new Seat(() => Leave(key));
        Leave(key);
        throw new Errors.DomainException("kernel.too-many-live-pages", "同时打开的页面太多，关掉几个再刷新") { Status = 429 };
    }

    private void Leave((int, Guid) key)
    {
        if (_taken.AddOrUpdate(key, 0, (_, n) => n - 1) <= 0) _taken.TryRemove(new(key, 0));
    }

    private sealed class Seat(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}

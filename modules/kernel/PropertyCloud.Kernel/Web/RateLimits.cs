using Microsoft.AspNetCore.Builder;
using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Web;

/// <summary>How much one company and one address may ask for; ways in are held tighter. <c>App:RateLimits=off</c> lifts them all.</summary>
internal static class RateLimits
{
    private const int TenantPerMinute = 12_000;
    private const int AddressPerMinute = 1_200;
    private const int WaysInPerMinute = 20;

    public static void AddKernelLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var off = AreLifted(configuration);
        var perTenant = configuration.GetValue("App:RequestsPerTenant", TenantPerMinute);
        var perAddress = configuration.GetValue("App:RequestsPerAddress", AddressPerMinute);
        var waysIn = configuration.GetValue("App:SignInsPerAddress", WaysInPerMinute);
        services.AddRateLimiter(options =>
        {
            options.OnRejected = Refuse;
            if (off) return;
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http => IsWayIn(http.Request)
                    ? Bucket($"in/{Tenant(http)}/{Address(http)}", waysIn)
                    : RateLimitPartition.GetNoLimiter("in")),
                PartitionedRateLimiter.Create<HttpContext, string>(http => Bucket($"a/{Tenant(http)}/{Address(http)}", perAddress)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => Bucket($"t/{Tenant(http)}", perTenant)));
        });
    }

    /// <summary>By configuration only: <c>off</c> or <c>false</c>.</summary>
    internal static bool AreLifted(IConfiguration configuration) => configuration["App:RateLimits"]?.ToLowerInvariant() is "off" or "false";

    internal static bool IsWayIn(HttpRequest request) => !OriginCheck.IsSafe(request.Method)
        && (request.Path.StartsWithSegments("/sign-in") || request.Path.StartsWithSegments("/link") || request.Path.StartsWithSegments("/api/identity/sign-in"));

    private static RateLimitPartition<string> Bucket(string key, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 12),
        ReplenishmentPeriod = TimeSpan.FromSeconds(5),
        QueueLimit = 0,
        AutoReplenishment = true,
    });

    private static int Tenant(HttpContext http) => http.RequestServices.GetRequiredService<ICurrentTenant>().Id;

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "none";

    private static ValueTask Refuse(OnRejectedContext context, CancellationToken cancellation)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(5);
        context.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        throw new DomainException("kernel.too-many-requests", "操作太频繁，稍等一会儿再试") { Status = 429 };
    }
}

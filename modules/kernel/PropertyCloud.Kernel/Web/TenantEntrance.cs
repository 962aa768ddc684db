using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Web;

/// <summary>Enters the tenant whose address is asked. No tenant, no request: there is no default.</summary>
internal sealed class TenantEntrance(RequestDelegate next, ITenantStore tenants, ICurrentTenant current, Addresses addresses, ILogger<TenantEntrance> log)
{
    private const string TenantHeader = "__tenant";

    public async Task InvokeAsync(HttpContext http, CallOrigin origin)
    {
        origin.Address = http.Connection.RemoteIpAddress?.ToString();
        origin.CorrelationId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        var address = TenantAddress.Parse(http.Request.Host.Value, addresses.BaseDomain);
        if (address.Kind == AddressKind.Refused)
            throw new DomainException("kernel.unknown-address", "这个地址不属于任何公司，检查一下网址") { Status = 400 };

        // No endpoint takes its tenant from a header; beside a company's own address it would contradict it.
        if (http.Request.Headers.ContainsKey(TenantHeader))
            throw new DomainException("kernel.tenant-header-refused", "公司由网址决定，不能另外指定") { Status = 400 };

        var tenant = address.Kind == AddressKind.Platform
            ? await tenants.FindAsync(TenantInfo.Platform, http.RequestAborted)
            : await tenants.FindByNameAsync(address.Label!, http.RequestAborted);
        if (tenant is null) throw new DomainException("kernel.unknown-company", "没有这家公司，检查一下网址") { Status = 404 };

        using (current.Change(tenant))
        using (log.BeginScope(new Dictionary<string, object> { ["tenant"] = tenant.Name }))
        {
            http.Features.Set(new TenantEntered());
            Activity.Current?.SetTag("tenant", tenant.Name);
            http.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new("tenant", tenant.Name));
            await next(http);
        }
    }
}

/// <summary>People of a company that the operator blocked get one clear page and nothing else.</summary>
internal sealed class BlockedCompanies(RequestDelegate next, ICurrentTenant tenant)
{
    public const string Page = "/suspended";

    public Task InvokeAsync(HttpContext http)
    {
        if (tenant.Info is not { IsBlocked: true } || BelongsToThePage(http.Request)) return next(http);
        if (ErrorPages.IsForPrograms(http))
            throw new DomainException("tenants.suspended", "贵公司的服务已暂停，请联系平台运营方") { Status = 403 };
        http.Request.Path = Page;
        http.Request.Method = HttpMethods.Get;
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        http.Response.Headers["X-Error-Code"] = "tenants.suspended";
        return next(http);
    }

    /// <summary>The page's colours are arithmetic on a colour and tell nothing: without them it would be shown bare. Its language, theme and
    /// type size are the device's own and touch nothing of the company; as a post only, so that no other page is shown.</summary>
    private static bool BelongsToThePage(HttpRequest request) =>
        request.Path.StartsWithSegments("/brand") || (HttpMethods.IsPost(request.Method) && request.Path == "/preferences");
}

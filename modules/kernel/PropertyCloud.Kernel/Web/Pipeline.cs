using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Files;
using PropertyCloud.Kernel.Live;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Modularity.Plugins;
using PropertyCloud.Kernel.Observability;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Kernel.Web;

/// <summary>The order in which a request passes the kernel.</summary>
public static class Pipeline
{
    /// <summary>Builds the pipeline and maps all pages and endpoints of the modules.</summary>
    public static WebApplication UsePropertyCloud(this WebApplication app)
    {
        app.UseKnownProxies();
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseMiddleware<ErrorPages>();
        app.UseMiddleware<SmallAssets>();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = CacheAssets });
        app.UsePluginFiles();
        app.UseMiddleware<HealthAnswers>();
        app.UseMiddleware<TenantEntrance>();
        app.UseMiddleware<ReaderLanguage>();
        app.UseMiddleware<BlockedCompanies>();
        app.UseRouting();
        app.UseMiddleware<ModuleTags>();
        app.UseRateLimiter();
        app.UseMiddleware<OriginCheck>();
        app.UseAuthentication();
        app.UseMiddleware<FeatureGate>();
        app.UseAuthorization();
        app.UseMiddleware<ApiAntiforgery>();
        app.MapKernel();
        app.MapModules();
        return app;
    }

    /// <summary>A plug-in's <c>wwwroot</c> under the address that it would have inside the solution.</summary>
    private static void UsePluginFiles(this WebApplication app)
    {
        foreach (var plugin in app.Services.GetRequiredService<PluginCatalog>().Plugins)
        {
            var files = Path.Combine(plugin.Folder, "wwwroot");
            if (!Directory.Exists(files)) continue;
            app.UseStaticFiles(new StaticFileOptions { RequestPath = $"/_content/{plugin.Module.Assembly.GetName().Name}", FileProvider = new PhysicalFileProvider(files), OnPrepareResponse = CacheAssets });
        }
    }

    private static void MapModules(this WebApplication app)
    {
        app.MapRazorPages();
        foreach (var module in app.Services.GetRequiredService<ModuleCatalog>().Modules)
            module.MapEndpoints(app.MapGroup($"/api/{module.Name}").RequireAuthorization().WithMetadata(new ModuleOfEndpoint(module)));
    }

    private static void MapKernel(this WebApplication app)
    {
        app.MapFront();
        app.MapFiles();
        app.MapLive();
    }

    private static void UseKnownProxies(this WebApplication app)
    {
        var proxies = app.Configuration.GetSection("App:Proxies").Get<string[]>();
        if (proxies is not { Length: > 0 }) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            options.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
        app.UseForwardedHeaders(options);
    }

    private static void CacheAssets(StaticFileResponseContext context)
    {
        // An address with a version changes with its content; what has none is looked up again.
        if (context.Context.Request.Query.ContainsKey("v")) CacheForever(context.Context.Response);
        else context.Context.Response.Headers.CacheControl = "public, max-age=3600";
    }

    internal static void CacheForever(HttpResponse response) => response.Headers.CacheControl = "public, max-age=31536000, immutable";
}

/// <summary>The module that an endpoint belongs to.</summary>
internal sealed record ModuleOfEndpoint(PropertyCloudModule Module);

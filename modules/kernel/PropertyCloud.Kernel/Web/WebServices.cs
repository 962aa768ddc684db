using Microsoft.AspNetCore.Builder;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Kernel.Web;

internal static class WebServices
{
    public static void AddKernelWeb(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<Addresses>();
        services.AddSingleton<IAddresses>(s => s.GetRequiredService<Addresses>());
        services.AddScoped<IIdempotencyKeySource, RequestIdempotencyKey>();
        services.AddScoped<IIdempotency, IdempotentRuns>();
        services.AddSingleton<INumbers, Numbers>();
        services.AddSingleton<ProblemWriter>();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Encoder = Data.Json.Options.Encoder);
        AddCompression(services);
    }

    // Secrets beside reflected input: antiforgery tokens are new bytes in each answer, the session's cookie is never in a body.
    private static void AddCompression(IServiceCollection services)
    {
        services.AddResponseCompression();
        services.PostConfigure<ResponseCompressionOptions>(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. options.MimeTypes, .. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json", "font/ttf"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
    }
}

using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PropertyCloud.Kernel.Observability;

/// <summary>Traces, measures and logs by OpenTelemetry, with the tags <c>tenant</c> and <c>module</c>; sent only where a collector is configured.</summary>
internal static class KernelObservability
{
    public const string Source = "PropertyCloud";

    public static void AddKernelObservability(this WebApplicationBuilder builder)
    {
        // The standard's own variable counts too.
        var collector = builder.Configuration["Telemetry:Otlp"] ?? builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        if (string.IsNullOrWhiteSpace(collector)) return;
        var endpoint = new Uri(collector);
        var version = Assembly.GetEntryAssembly()?.GetName().Version?.ToString();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("propertycloud", serviceVersion: version))
            .WithTracing(traces => traces.AddSource(Source).AddAspNetCoreInstrumentation().AddOtlpExporter(o => o.Endpoint = endpoint))
            .WithMetrics(metrics => metrics.AddMeter(Source).AddAspNetCoreInstrumentation().AddOtlpExporter(o => o.Endpoint = endpoint));
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.IncludeScopes = true;
            logs.AddOtlpExporter(o => o.Endpoint = endpoint);
        });
    }
}

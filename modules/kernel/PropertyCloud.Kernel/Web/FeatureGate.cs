using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Web;

/// <summary>What a company's edition does not include is not there for it.</summary>
internal sealed class FeatureGate(RequestDelegate next, ICurrentTenant tenant)
{
    public Task InvokeAsync(HttpContext http) =>
        http.Features.Get<ModuleOfEndpoint>()?.Module is { } module && !Has(tenant.Info, module) ? throw DomainException.NotFound() : next(http);

    internal static bool Has(TenantInfo? tenant, PropertyCloudModule module) => module.AlwaysOn || tenant?.Features.Contains(module.Name) == true;
}

/// <summary>Finds the module of the endpoint, for the gate and for what is measured.</summary>
internal sealed class ModuleTags(RequestDelegate next, ModuleCatalog catalog)
{
    public Task InvokeAsync(HttpContext http)
    {
        var metadata = http.GetEndpoint()?.Metadata;
        var found = metadata?.GetMetadata<ModuleOfEndpoint>();
        if (found is null && metadata?.GetMetadata<CompiledPageActionDescriptor>() is { } page)
        {
            var assembly = (page.DeclaredModelTypeInfo ?? page.ModelTypeInfo ?? page.PageTypeInfo).Assembly;
            if (catalog.Of(assembly) is { } module) found = new(module);
        }

        if (found is not null)
        {
            http.Features.Set(found);
            Activity.Current?.SetTag("module", found.Module.Name);
            http.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new("module", found.Module.Name));
        }

        return next(http);
    }
}

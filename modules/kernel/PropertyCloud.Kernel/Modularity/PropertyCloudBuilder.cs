using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Files;
using PropertyCloud.Kernel.Jobs;
using PropertyCloud.Kernel.Live;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Modularity.Plugins;
using PropertyCloud.Kernel.Observability;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Settings;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Kernel.Modularity;

/// <summary>Puts the product together from its modules.</summary>
public static class PropertyCloudBuilder
{
    /// <summary>Adds the kernel, the modules and those of <c>plugins/</c>, in order of dependency. A missing or cyclic dependency and a
    /// plug-in that is not what was allowed stop the start.</summary>
    public static WebApplicationBuilder AddPropertyCloud(this WebApplicationBuilder builder, params IEnumerable<PropertyCloudModule> modules)
    {
        var plugins = PluginLoader.Load(builder.Environment, builder.Configuration);
        var sorted = ModuleSorter.Sort([.. modules, .. plugins.Plugins.Select(p => p.Module)]);
        var assemblies = ProductAssemblies.Of(sorted);
        var (services, configuration) = (builder.Services, builder.Configuration);
        ProductionGuard.Check(builder.Environment, configuration);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        services.AddSingleton(new ModuleCatalog(sorted));
        services.AddSingleton(plugins);
        DataServices.AddKernelData(services, configuration, assemblies);
        services.AddKernelLocalization(assemblies);
        services.AddKernelPages(assemblies);
        services.AddKernelSecurity(configuration);
        services.AddKernelWeb();
        services.AddKernelLimits(configuration);
        services.AddSingleton<SettingCache>();
        services.AddScoped<ISettings, SettingStore>();
        services.AddKernelFiles();
        services.AddKernelLive();
        services.AddKernelJobs();
        builder.AddKernelObservability();

        foreach (var assembly in sorted.Select(m => m.Assembly).Prepend(typeof(PropertyCloudBuilder).Assembly).Distinct())
            services.AddHandlers(assembly);
        foreach (var module in sorted)
            module.ConfigureServices(new ModuleContext(module, services, configuration));

        services.AddKernelTriggers(configuration);
        return builder;
    }

    private static void AddKernelLocalization(this IServiceCollection services, IReadOnlyList<Assembly> assemblies)
    {
        services.AddSingleton(_ => new TextCatalog(assemblies));
        services.AddScoped<CurrentWording>();
        services.AddScoped<Texts>();
        services.AddScoped<IStringLocalizer>(s => s.GetRequiredService<Texts>());
        services.AddScoped<Display>();
    }

    private static void AddKernelPages(this IServiceCollection services, IReadOnlyList<Assembly> assemblies)
    {
        // Pages lie beside their aggregates in every folder of a module, each with an absolute route.
        var mvc = services.AddRazorPages(options => options.Conventions.AuthorizeFolder("/")).WithRazorPagesRoot("/");
        mvc.AddMvcOptions(options => options.Filters.Add<ExpiredForms>());
        mvc.AddCookieTempDataProvider(options =>
        {
            options.Cookie.Name = "pc-note";
            options.Cookie.IsEssential = true;
        });
        foreach (var assembly in assemblies)
            mvc.PartManager.AddProductParts(assembly);
    }

    private static void AddProductParts(this ApplicationPartManager manager, Assembly assembly)
    {
        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly))
        {
            if (!manager.ApplicationParts.Any(p => p.Name == part.Name && p.GetType() == part.GetType())) manager.ApplicationParts.Add(part);
        }
    }
}

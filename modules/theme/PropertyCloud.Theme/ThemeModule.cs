using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Theme.Brand;
using PropertyCloud.Theme.Components;
using PropertyCloud.Theme.Layout;

namespace PropertyCloud.Theme;

/// <summary>Layout, tag helpers, style and script of all pages.</summary>
[Module("theme", AlwaysOn = true)]
public sealed class ThemeModule : PropertyCloudModule
{
    public override void ConfigureServices(ModuleContext context) => AddTheme(context.Services);

    /// <summary>What pages need from the theme; also for tests that render without a host.</summary>
    public static void AddTheme(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Navigation>();
        services.AddScoped<ReaderPreferences>();
        services.AddScoped<ClockWords>();
        services.AddScoped<BellView>();
        services.TryAddScoped<IBellSource, NoBell>();
        services.TryAddScoped<IBrandSource, DefaultBrand>();
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }
}

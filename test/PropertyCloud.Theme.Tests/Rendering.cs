using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Theme.Tests;

/// <summary>Renders tag helpers without a host, on 15 September 2026 at 15:34 in Shanghai.</summary>
internal sealed class Rendering
{
    public static readonly DateTime Now = new(2026, 9, 15, 7, 34, 0, DateTimeKind.Utc);

    public Rendering(string language = "zh-CN")
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        Texts = new Texts(new TextCatalog([typeof(ThemeModule).Assembly]), new CurrentWording());
        Show = new Display(new NoTenant(), Clock, Texts);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<System.Diagnostics.DiagnosticSource>(new System.Diagnostics.DiagnosticListener("test"));
        services.AddSingleton<System.Diagnostics.DiagnosticListener>(s => (System.Diagnostics.DiagnosticListener)s.GetRequiredService<System.Diagnostics.DiagnosticSource>());
        services.AddSingleton<Microsoft.AspNetCore.Hosting.IWebHostEnvironment, NoHost>();
        services.AddDataProtection();
        services.AddRazorPages();
        Services = services.BuildServiceProvider();
        View = new ViewContext
        {
            HttpContext = new DefaultHttpContext { RequestServices = Services },
            ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()),
            RouteData = new RouteData(),
            ActionDescriptor = new ActionDescriptor(),
            FormContext = new FormContext { CanRenderAtEndOfForm = true },
        };
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Now));
    public Texts Texts { get; }
    public Display Show { get; }
    public ServiceProvider Services { get; }
    public ViewContext View { get; }
    public IHtmlGenerator Generator => Services.GetRequiredService<IHtmlGenerator>();
    public ClockWords Clocks => new(Texts, Show);

    public Rendering With(ModulePage page)
    {
        View.ViewData.Model = page;
        return this;
    }

    /// <param name="inner">What stands between the tags; children that are tag helpers share the parent's items.</param>
    public static async Task<string> RenderAsync(TagHelper helper, string tag = "x", Func<TagHelperContext, Task<string>>? inner = null, TagHelperAttributeList? attributes = null, IDictionary<object, object>? items = null)
    {
        var context = new TagHelperContext(tag, attributes ?? [], items ?? new Dictionary<object, object>(), "1");
        var output = new TagHelperOutput(tag, attributes ?? [], async (_, _) => new DefaultTagHelperContent().AppendHtml(inner is null ? "" : await inner(context)));
        helper.Init(context);
        await helper.ProcessAsync(context, output);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        output.WriteTo(writer, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return writer.ToString();
    }

    private sealed class NoHost : Microsoft.AspNetCore.Hosting.IWebHostEnvironment
    {
        public string WebRootPath { get; set; } = "";
        public Microsoft.Extensions.FileProviders.IFileProvider WebRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
        public string ApplicationName { get; set; } = "PropertyCloud.Theme";
        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
        public string ContentRootPath { get; set; } = "";
        public string EnvironmentName { get; set; } = "Testing";
    }

    private sealed class NoTenant : ICurrentTenant
    {
        public int Id => 0;
        public TenantInfo? Info => null;
        public IDisposable Change(TenantInfo? tenant) => throw new NotSupportedException();
    }
}

/// <summary>A page whose act was refused.</summary>
public sealed class RefusedPage : ModulePage
{
    internal static async Task<RefusedPage> WithAsync(DomainException refusal)
    {
        var page = new RefusedPage { PageContext = new PageContext { HttpContext = new DefaultHttpContext() } };
        await page.DoAsync(() => throw refusal);
        return page;
    }

    public Task<IActionResult> TryAsync(Func<Task<IActionResult>> act) => DoAsync(act);
}

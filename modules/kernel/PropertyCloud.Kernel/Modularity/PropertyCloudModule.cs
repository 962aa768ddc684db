using System.Reflection;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Settings;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Kernel.Modularity;

/// <summary>Names a module and what it needs. The name is also the feature that editions switch on, the prefix of
/// permissions and events, and the folder under <c>/api/</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModuleAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>Names of modules that must be there and are configured before this one.</summary>
    public string[] DependsOn { get; init; } = [];

    /// <summary>True for modules that no edition can switch off (identity, for one).</summary>
    public bool AlwaysOn { get; init; }
}

/// <summary>A part that plugs into the host. Handlers, subscribers and timer handlers of its assembly are found by the
/// kernel; everything else it declares here.</summary>
public abstract class PropertyCloudModule
{
    private readonly Lazy<ModuleAttribute> _attribute;

    protected PropertyCloudModule() => _attribute = new(() =>
        GetType().GetCustomAttribute<ModuleAttribute>() ??
        throw new InvalidOperationException($"{GetType().FullName} has no [Module] attribute."));

    public string Name => _attribute.Value.Name;
    public IReadOnlyList<string> DependsOn => _attribute.Value.DependsOn;
    public bool AlwaysOn => _attribute.Value.AlwaysOn;
    public Assembly Assembly => GetType().Assembly;

    /// <summary>What people may do here, with the seeded roles that may from the start.</summary>
    public virtual IEnumerable<PermissionDefinition> Permissions => [];

    /// <summary>Entries of rail, tabs, resident's tiles and settings; shown only to whom they are permitted.</summary>
    public virtual IEnumerable<MenuEntry> Menu => [];

    public virtual IEnumerable<SettingDefinition> Settings => [];

    public virtual void ConfigureServices(ModuleContext context) { }

    /// <summary>Maps programs' endpoints; <paramref name="api"/> is already the group <c>/api/{module}</c>, for signed-in
    /// users of companies that have the feature.</summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder api) { }

    /// <summary>Runs once after the databases are migrated and before the host listens.</summary>
    public virtual Task StartAsync(IServiceProvider services, CancellationToken cancellation) => Task.CompletedTask;
}

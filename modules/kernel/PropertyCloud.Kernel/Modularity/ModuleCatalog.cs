using System.Reflection;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Settings;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Kernel.Modularity;

/// <summary>The modules of this host in order of dependency, and what they declare together.</summary>
public sealed class ModuleCatalog(IReadOnlyList<PropertyCloudModule> modules)
{
    public IReadOnlyList<PropertyCloudModule> Modules { get; } = modules;
    public IReadOnlyList<PermissionDefinition> Permissions { get; } = [.. modules.SelectMany(m => m.Permissions)];
    public IReadOnlyList<SettingDefinition> Settings { get; } = [.. modules.SelectMany(m => m.Settings)];
    public IReadOnlyList<(PropertyCloudModule Module, MenuEntry Entry)> Menu { get; } =
        [.. modules.SelectMany(m => m.Menu.Select(e => (m, e))).OrderBy(x => x.e.Order)];

    private readonly Dictionary<Assembly, PropertyCloudModule> _byAssembly = modules.DistinctBy(m => m.Assembly).ToDictionary(m => m.Assembly);

    public PropertyCloudModule? Of(Assembly assembly) => _byAssembly.GetValueOrDefault(assembly);
}

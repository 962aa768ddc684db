using System.Reflection;
using System.Runtime.Loader;

namespace PropertyCloud.Kernel.Modularity.Plugins;

/// <summary>Loads a plug-in's own assemblies. What the host has is the host's: a second kernel would be a stranger to it.</summary>
internal sealed class PluginLoadContext(string main) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(main))
{
    private static readonly Lazy<HashSet<string>> OfHost = new(() =>
        [.. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator).Select(p => Path.GetFileNameWithoutExtension(p)!)]);

    private readonly AssemblyDependencyResolver _resolver = new(main);

    public Assembly LoadMain() => LoadFromAssemblyPath(main);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        !OfHost.Value.Contains(assemblyName.Name!) && _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;
}

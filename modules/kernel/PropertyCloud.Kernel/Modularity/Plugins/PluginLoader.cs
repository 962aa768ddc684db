using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace PropertyCloud.Kernel.Modularity.Plugins;

/// <summary>Adds modules from folders at start. They have the host's trust (ruling 38): only what the configuration lists by its hash is
/// loaded, and production loads none unless it says so. <c>Plugins:Folder</c> (default <c>plugins</c>), <c>Plugins:Enabled</c>,
/// <c>Plugins:Allowed:NAME</c> = hash of the folder NAME.</summary>
internal static class PluginLoader
{
    /// <exception cref="ModuleException">A folder that is not listed, was changed, or holds no module; the message names it.</exception>
    public static PluginCatalog Load(IHostEnvironment environment, IConfiguration configuration)
    {
        var root = Path.GetFullPath(configuration["Plugins:Folder"] ?? "plugins", environment.ContentRootPath);
        var allowed = configuration.GetSection("Plugins:Allowed").GetChildren().ToDictionary(x => x.Key, x => x.Value ?? "", StringComparer.OrdinalIgnoreCase);
        var folders = Directory.Exists(root) ? Directory.GetDirectories(root).Order(StringComparer.Ordinal).ToList() : [];
        if (!configuration.GetValue("Plugins:Enabled", !environment.IsProduction()))
            return new([], folders.Count == 0 ? [] : [$"Plug-ins are off (Plugins:Enabled): {string.Join(", ", folders.Select(Path.GetFileName))} in {root} are not loaded."]);

        var plugins = folders.ConvertAll(folder => LoadOne(folder, allowed));
        var absent = allowed.Keys.Except(folders.Select(f => Path.GetFileName(f)), StringComparer.OrdinalIgnoreCase);
        return new(plugins, [.. absent.Select(name => $"Plug-in '{name}' is allowed, but there is no folder of that name in {root}.")]);
    }

    private static Plugin LoadOne(string folder, Dictionary<string, string> allowed)
    {
        var (name, hash) = (Path.GetFileName(folder), PluginHash.Of(folder));
        if (!allowed.TryGetValue(name, out var expected))
            throw new ModuleException($"Plug-in '{name}' is not allowed. After looking at it, set Plugins:Allowed:{name} to {hash}, or remove {folder}.");
        if (!string.Equals(expected, hash, StringComparison.OrdinalIgnoreCase))
            throw new ModuleException($"Plug-in '{name}' is not what was allowed: its hash is {hash}, Plugins:Allowed:{name} says {expected}.");
        return new(folder, hash, MakeModule(name, LoadMain(name, folder)));
    }

    private static Assembly LoadMain(string name, string folder)
    {
        // A plug-in project (EnableDynamicLoading) writes one list of dependencies, beside the assembly that it is of.
        const string Dependencies = ".deps.json";
        var lists = Directory.GetFiles(folder, "*" + Dependencies);
        if (lists.Length != 1) throw new ModuleException($"Plug-in '{name}' needs exactly one *{Dependencies} beside its assembly; {folder} has {lists.Length}.");
        var main = lists[0][..^Dependencies.Length] + ".dll";
        if (!File.Exists(main)) throw new ModuleException($"Plug-in '{name}' has no {Path.GetFileName(main)}.");
        try
        {
            return new PluginLoadContext(main).LoadMain();
        }
        catch (BadImageFormatException broken)
        {
            throw new ModuleException($"Plug-in '{name}' cannot be loaded: {broken.Message}");
        }
    }

    private static PropertyCloudModule MakeModule(string name, Assembly assembly)
    {
        try
        {
            var modules = assembly.GetTypes().Where(t => t is { IsAbstract: false } && typeof(PropertyCloudModule).IsAssignableFrom(t)).ToList();
            if (modules.Count != 1) throw new ModuleException($"Plug-in '{name}' must hold exactly one module; {assembly.GetName().Name} holds {modules.Count}.");
            return (PropertyCloudModule)Activator.CreateInstance(modules[0])!;
        }
        catch (ReflectionTypeLoadException incomplete)
        {
            throw new ModuleException($"Plug-in '{name}' misses something that it was built with: {incomplete.LoaderExceptions.FirstOrDefault()?.Message}");
        }
    }
}

namespace PropertyCloud.Kernel.Modularity;

/// <summary>Orders modules so that each comes after what it depends on. A name used twice, a missing dependency and a
/// cycle stop the start and are named.</summary>
public static class ModuleSorter
{
    public static IReadOnlyList<PropertyCloudModule> Sort(IEnumerable<PropertyCloudModule> modules)
    {
        var byName = new Dictionary<string, PropertyCloudModule>(StringComparer.Ordinal);
        foreach (var module in modules)
        {
            if (!byName.TryAdd(module.Name, module))
                throw new ModuleException($"Two modules are named '{module.Name}': {byName[module.Name].GetType().FullName} and {module.GetType().FullName}.");
        }

        var sorted = new List<PropertyCloudModule>(byName.Count);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();
        foreach (var module in byName.Values)
            Visit(module);
        return sorted;

        void Visit(PropertyCloudModule module)
        {
            if (done.Contains(module.Name)) return;
            if (path.Contains(module.Name))
                throw new ModuleException($"Modules depend on each other in a cycle: {string.Join(" > ", path.SkipWhile(n => n != module.Name))} > {module.Name}.");
            path.Add(module.Name);
            foreach (var name in module.DependsOn)
            {
                if (!byName.TryGetValue(name, out var needed))
                    throw new ModuleException($"Module '{module.Name}' depends on '{name}', which is not there.");
                Visit(needed);
            }

            path.RemoveAt(path.Count - 1);
            done.Add(module.Name);
            sorted.Add(module);
        }
    }
}

/// <summary>The modules cannot be put together; the message names them.</summary>
public sealed class ModuleException(string message) : Exception(message);

using System.Reflection;

namespace PropertyCloud.Kernel.Modularity;

/// <summary>Which assemblies make the product up: each module's and what of the product it stands on (Contracts, theme, kernel).</summary>
internal static class ProductAssemblies
{
    private const string Prefix = "PropertyCloud.";

    public static IReadOnlyList<Assembly> Of(IEnumerable<PropertyCloudModule> modules)
    {
        var found = new List<Assembly>();
        var open = new Queue<Assembly>([typeof(ProductAssemblies).Assembly, .. modules.Select(m => m.Assembly)]);
        while (open.TryDequeue(out var assembly))
        {
            if (found.Contains(assembly)) continue;
            found.Add(assembly);
            foreach (var name in assembly.GetReferencedAssemblies().Where(n => n.Name!.StartsWith(Prefix, StringComparison.Ordinal)))
                open.Enqueue(Assembly.Load(name));
        }

        return found;
    }
}

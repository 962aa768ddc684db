using System.Reflection;
using System.Runtime.Loader;

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
            // A plug-in's own Contracts lie in its folder, and may have a name of their own.
            var (context, own) = (AssemblyLoadContext.GetLoadContext(assembly)!, assembly.GetName().Name + ".");
            foreach (var name in assembly.GetReferencedAssemblies().Where(n => n.Name!.StartsWith(Prefix, StringComparison.Ordinal) || n.Name.StartsWith(own, StringComparison.Ordinal)))
                open.Enqueue(context.LoadFromAssemblyName(name));
        }

        return found;
    }
}

using System.Text.RegularExpressions;

namespace PropertyCloud.Architecture.Tests;

/// <summary>The checkout: what is there is found on disk, never kept in a list by hand.</summary>
internal static partial class Repository
{
    public static string Root { get; } = FindRoot();

    private static readonly string[] Skipped = ["bin", "obj", "node_modules", "artefacts", "TestResults", "gen", "Migrations"];

    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(Root, f).Split(Path.DirectorySeparatorChar).Any(Skipped.Contains)).Order(StringComparer.Ordinal)];

    /// <summary>The product's own sources: modules, tenants, host, and the sample plug-in, which is held to the same.</summary>
    public static IReadOnlyList<string> Sources(string pattern) => [.. new[] { "modules", "tenants", "host", "test/plugins" }.SelectMany(f => Files(f, pattern))];

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PropertyCloud.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("PropertyCloud.sln was not found above the tests.");
        return folder;
    }
}

namespace PropertyCloud.Theme.Tests;

/// <summary>Where the sources lie that some tests read.</summary>
internal static class Repository
{
    public static readonly string Root = Find();
    public static readonly string Theme = Path.Combine(Root, "modules", "theme", "PropertyCloud.Theme");

    public static IEnumerable<string> Files(string pattern, params string[] folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PropertyCloud.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Run the tests from a clone.");
        return folder.FullName;
    }
}

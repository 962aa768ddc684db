using System.Diagnostics;
using PropertyCloud.Kernel.Modularity.Plugins;

namespace PropertyCloud.Testing;

/// <summary>A folder of plug-ins for one host, with the configuration that allows what is in it.</summary>
public sealed class PluginFolder : IDisposable
{
    private static readonly SemaphoreSlim Once = new(1, 1);
    private readonly Dictionary<string, string?> _settings;

    public PluginFolder()
    {
        Directory.CreateDirectory(Root);
        // The host that all tests share is never disposed, and holds its assemblies to the end.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        _settings = new() { ["Plugins:Folder"] = Root, ["Plugins:Enabled"] = "true" };
    }

    public string Root { get; } = Path.Combine(Path.GetTempPath(), $"pc-plugins-{Environment.ProcessId}-{Path.GetRandomFileName()}");

    public IReadOnlyDictionary<string, string?> Settings => _settings;

    /// <summary>With the sample under <c>test/plugins</c>, built if it is not yet.</summary>
    public static async Task<PluginFolder> WithSampleAsync()
    {
        var plugins = new PluginFolder();
        Copy(await SampleAsync(), plugins.Of("lost-and-found"));
        plugins.Allow("lost-and-found");
        return plugins;
    }

    public string Of(string name) => Path.Combine(Root, name);

    /// <summary>Allows what the folder holds now.</summary>
    public void Allow(string name) => _settings[$"Plugins:Allowed:{name}"] = PluginHash.Of(Of(name));

    /// <summary>Where the sample's output lies.</summary>
    private static async Task<string> SampleAsync()
    {
        await Once.WaitAsync();
        try
        {
            var (source, output) = Sample();
            if (!File.Exists(Path.Combine(output, "PropertyCloud.LostAndFound.dll"))) await BuildAsync(source);
            return output;
        }
        finally
        {
            Once.Release();
        }
    }

    /// <summary>Built like these tests: the last two folders of theirs are the configuration and the framework.</summary>
    private static (string Source, string Output) Sample()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var top = here;
        while (!File.Exists(Path.Combine(top.FullName, "PropertyCloud.sln"))) top = top.Parent ?? throw new InvalidOperationException("PropertyCloud.sln was not found above the tests.");
        var source = Path.Combine(top.FullName, "test", "plugins", "PropertyCloud.LostAndFound");
        return (source, Path.Combine(source, "bin", here.Parent!.Name, here.Name));
    }

    private static async Task BuildAsync(string source)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", source, "-c", configuration, "-v", "q", "-nologo", "-p:BuildProjectReferences=false"]) { RedirectStandardOutput = true })!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        if (build.ExitCode != 0) throw new InvalidOperationException($"The sample plug-in did not build: {output}");
    }

    /// <summary>Repeating is safe.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Root)) Directory.Delete(Root, true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

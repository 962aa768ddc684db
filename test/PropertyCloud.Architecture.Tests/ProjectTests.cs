using System.Diagnostics;
using System.Xml.Linq;

namespace PropertyCloud.Architecture.Tests;

public sealed class ProjectTests
{
    [Fact]
    public void EveryProjectOnDisk_IsInTheSolution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "PropertyCloud.sln")).Replace('\\', '/');
        Projects().Where(p => !IsPlugin(p) && !solution.Contains(Repository.Relative(p), StringComparison.Ordinal)).ShouldBeEmpty();
        Projects().Where(IsPlugin).Where(p => solution.Contains(Repository.Relative(p), StringComparison.Ordinal)).ShouldBeEmpty("a plug-in stays outside the solution");
    }

    [Fact]
    public void Arrows_GoOneWay() => Projects().SelectMany(p => Complaints(Repository.Relative(p), References(p))).ShouldBeEmpty();

    [Theory]
    [InlineData("modules/butler/PropertyCloud.Butler/PropertyCloud.Butler.csproj", "PropertyCloud.Registry")]
    [InlineData("modules/butler/PropertyCloud.Butler.Contracts/PropertyCloud.Butler.Contracts.csproj", "PropertyCloud.Theme")]
    [InlineData("modules/kernel/PropertyCloud.Kernel/PropertyCloud.Kernel.csproj", "PropertyCloud.Registry.Contracts")]
    [InlineData("modules/registry/PropertyCloud.Registry/PropertyCloud.Registry.csproj", "PropertyCloud.Tenants")]
    [InlineData("tenants/PropertyCloud.Tenants/PropertyCloud.Tenants.csproj", "PropertyCloud.Host")]
    public void Control_AnArrowBack_IsFound(string project, string reference) => Complaints(project, [reference]).ShouldNotBeEmpty();

    [Fact]
    public void Module_HasTwoProjectsAtMost() =>
        Projects().Select(Repository.Relative).Where(p => p.StartsWith("modules/", StringComparison.Ordinal)).GroupBy(p => p.Split('/')[1])
            .Where(m => m.Count(p => !p.Contains(".Contracts/", StringComparison.Ordinal)) != 1 || m.Count() > 2).Select(m => m.Key).ShouldBeEmpty();

    [Fact]
    public async Task Control_ForeignRuntimeProject_FailsToBuild()
    {
        // A project beside the modules that asks to be guarded as one and references another's runtime project.
        var folder = Path.Combine(Path.GetTempPath(), $"pc-guard-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        try
        {
            var project = Path.Combine(folder, "PropertyCloud.Intruder.csproj");
            await File.WriteAllTextAsync(project, $"""
                <Project>
                  <PropertyGroup><RepositoryRoot>{Repository.Root}/</RepositoryRoot><GuardAsModule>true</GuardAsModule></PropertyGroup>
                  <ItemGroup><ProjectReference Include="{Repository.Root}/modules/registry/PropertyCloud.Registry/PropertyCloud.Registry.csproj" /></ItemGroup>
                  <Import Project="{Repository.Root}/etc/build/module-references.targets" />
                </Project>
                """);
            var (code, output) = await RunAsync("msbuild", project, "-t:GuardModuleReferences", "-nologo");
            code.ShouldNotBe(0);
            output.ShouldContain("PC0001");
            await File.WriteAllTextAsync(project, (await File.ReadAllTextAsync(project)).Replace("PropertyCloud.Registry/PropertyCloud.Registry.csproj", "PropertyCloud.Registry.Contracts/PropertyCloud.Registry.Contracts.csproj", StringComparison.Ordinal));
            (await RunAsync("msbuild", project, "-t:GuardModuleReferences", "-nologo")).Code.ShouldBe(0);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static bool IsPlugin(string project) => XDocument.Load(project).Descendants("EnableDynamicLoading").Any();

    private static IReadOnlyList<string> Projects() => [.. new[] { "modules", "tenants", "host", "test" }.SelectMany(f => Repository.Files(f, "*.csproj"))];

    private static IEnumerable<string> References(string project) => XDocument.Load(project).Descendants("ProjectReference")
        .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/').Split('/')[^1]));

    private static IEnumerable<string> Complaints(string project, IEnumerable<string> references)
    {
        var name = Path.GetFileNameWithoutExtension(project.Split('/')[^1]);
        foreach (var reference in references)
        {
            var isContracts = reference.EndsWith(".Contracts", StringComparison.Ordinal);
            var allowed = project.Split('/')[0] switch
            {
                "test" or "host" => true,
                _ when reference is "PropertyCloud.Host" or "PropertyCloud.Tenants" => false,
                _ when name == "PropertyCloud.Kernel" => false,
                _ when name == "PropertyCloud.Theme" => reference == "PropertyCloud.Kernel",
                _ when name.EndsWith(".Contracts", StringComparison.Ordinal) => reference == "PropertyCloud.Kernel" || isContracts,
                _ => isContracts || reference is "PropertyCloud.Kernel" or "PropertyCloud.Theme",
            };
            if (!allowed) yield return $"{name} > {reference}";
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.Configuration;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Testing;

namespace PropertyCloud.Kernel.Tests.Modularity;

/// <summary>What stops the start, and that its message names it. The plug-ins are compiled here, a line each.</summary>
public sealed class PluginLoaderTests : IDisposable
{
    private readonly PluginFolder _plugins = new();

    public void Dispose() => _plugins.Dispose();

    [Fact]
    public void AllowedPlugin_IsAModuleOfTheHost()
    {
        Make("parcels");
        Names().ShouldContain("parcels");
    }

    [Fact]
    public void UnlistedFolder_StopsTheStart_AndTellsTheHash()
    {
        Make("parcels", allow: false);
        Refusal().ShouldContain("Plugins:Allowed:parcels");
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("added")]
    [InlineData("renamed")]
    [InlineData("removed")]
    public void WrongHash_StopsTheStart(string how)
    {
        var note = Path.Combine(Make("parcels"), "note.txt");
        File.WriteAllText(note, "x");
        _plugins.Allow("parcels");
        if (how == "changed") File.WriteAllText(note, "y");
        if (how == "added") File.WriteAllText(note + "2", "x");
        if (how == "renamed") File.Move(note, note + "2");
        if (how == "removed") File.Delete(note);
        Refusal().ShouldContain("'parcels' is not what was allowed");
    }

    [Fact]
    public void ALink_StopsTheStart()
    {
        var folder = Make("parcels");
        File.CreateSymbolicLink(Path.Combine(folder, "elsewhere.dll"), "/etc/hostname");
        Refusal().ShouldContain("link");
    }

    [Fact]
    public void MissingDependency_StopsTheStart_AndNamesBoth()
    {
        Make("parcels", "lockers");
        Refusal().ShouldContain("'parcels' depends on 'lockers'");
    }

    [Fact]
    public void ACycle_StopsTheStart_AndNamesIt()
    {
        Make("parcels", "lockers");
        Make("lockers", "parcels");
        Refusal().ShouldContain("lockers > parcels > lockers");
    }

    [Fact]
    public void ASecondModuleOfTheName_StopsTheStart_AndNamesBoth()
    {
        Make("parcels");
        Make("parcels", folder: "parcels-again");
        Refusal().ShouldContain("Two modules are named 'parcels'");
    }

    [Theory]
    [InlineData("public sealed class Nothing;", "exactly one module")]
    [InlineData("""[PropertyCloud.Kernel.Modularity.Module("a")] public sealed class A : PropertyCloud.Kernel.Modularity.PropertyCloudModule; [PropertyCloud.Kernel.Modularity.Module("b")] public sealed class B : PropertyCloud.Kernel.Modularity.PropertyCloudModule;""", "exactly one module")]
    public void NotOneModule_StopsTheStart(string source, string message)
    {
        Compile("parcels", source);
        _plugins.Allow("parcels");
        Refusal().ShouldContain(message);
    }

    [Fact]
    public void AFileThatIsNoAssembly_StopsTheStart()
    {
        File.WriteAllText(Path.Combine(Make("parcels"), "parcels.dll"), "not an assembly");
        _plugins.Allow("parcels");
        Refusal().ShouldContain("'parcels' cannot be loaded");
    }

    [Fact]
    public void SwitchedOff_LoadsNothing()
    {
        Make("parcels", allow: false);
        Names(("Plugins:Enabled", "false")).ShouldNotContain("parcels");
    }

    [Fact]
    public void Production_LoadsNone_UnlessItSaysSo()
    {
        Make("parcels");
        NamesIn("Production", ("Plugins:Enabled", null)).ShouldNotContain("parcels");
        NamesIn("Production", ("Plugins:Enabled", "true")).ShouldContain("parcels");
    }

    [Fact]
    public void AllowedButAbsent_StartsAllTheSame()
    {
        Directory.Delete(Make("parcels"), true);
        Names().ShouldNotContain("parcels");
    }

    private IEnumerable<string> Names(params (string Key, string? Value)[] settings) => NamesIn("Development", settings);

    private IEnumerable<string> NamesIn(string environment, params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(_plugins.Settings);
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value)));
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("Database:Provider", "sqlite"), KeyValuePair.Create<string, string?>("ConnectionStrings:Main", "Data Source=:memory:")]);
        builder.AddPropertyCloud();
        return builder.Services.Select(s => s.ImplementationInstance).OfType<ModuleCatalog>().Single().Modules.Select(m => m.Name);
    }

    private string Refusal() => Should.Throw<ModuleException>(() => Names()).Message;

    /// <summary>A module of nothing but its name and what it depends on. Returns its folder.</summary>
    private string Make(string name, string? dependsOn = null, string? folder = null, bool allow = true)
    {
        var needs = dependsOn is null ? "" : $", DependsOn = [\"{dependsOn}\"]";
        var path = Compile(folder ?? name, $"[PropertyCloud.Kernel.Modularity.Module(\"{name}\"{needs})] public sealed class Plugged : PropertyCloud.Kernel.Modularity.PropertyCloudModule;");
        if (allow) _plugins.Allow(folder ?? name);
        return path;
    }

    private string Compile(string folder, string source)
    {
        var path = Directory.CreateDirectory(_plugins.Of(folder)).FullName;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create(folder, [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        compilation.Emit(Path.Combine(path, $"{folder}.dll")).Success.ShouldBeTrue();
        File.WriteAllText(Path.Combine(path, $"{folder}.deps.json"), """{ "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" }, "targets": { ".NETCoreApp,Version=v10.0": {} }, "libraries": {} }""");
        return path;
    }
}

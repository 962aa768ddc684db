using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PropertyCloud.ServiceLevels.Tests.Clocks.Model;

/// <summary>Compiles copies of the clock's sources, which this assembly carries, with one text replaced.</summary>
internal static class FaultyClock
{
    private const string Prefix = "Clock.";
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Preview);
    private static readonly IReadOnlyDictionary<string, string> Sources = ReadSources();
    private static readonly CSharpCompilation Unharmed = Compilation();

    /// <param name="fault">Null compiles the copy as it is: the control.</param>
    public static IClockUnderTest Compile(SeededFault? fault, IReadOnlyList<Company> companies)
    {
        var compilation = Unharmed.WithAssemblyName("PropertyCloud.FaultyClock" + Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N"));
        if (fault is not null)
        {
            var tree = compilation.SyntaxTrees.Single(t => t.FilePath == fault.File);
            compilation = compilation.ReplaceSyntaxTree(tree, Tree(fault.File, fault.PutInto(Sources[fault.File])));
        }

        using var file = new MemoryStream();
        var result = compilation.Emit(file, manifestResources: Calendars());
        result.Success.ShouldBeTrue($"{fault?.Name}: {string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))}");
        file.Position = 0;
        var type = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(file).GetType(typeof(ClockDriver).FullName!, throwOnError: true)!;
        return (IClockUnderTest)Activator.CreateInstance(type, companies)!;
    }

    private static CSharpCompilation Compilation()
    {
        var usings = string.Concat(new[] { "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks" }.Select(n => $"global using {n};\n"));
        return CSharpCompilation.Create(null, Sources.Select(s => Tree(s.Key, s.Value)).Append(Tree("Usings.cs", usings)), References(),
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static SyntaxTree Tree(string file, string text) => CSharpSyntaxTree.ParseText(text, Parse, file);

    /// <summary>All that the tests run with but the product's own clock.</summary>
    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(f => Path.GetFileName(f) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || name is "netstandard.dll" or "PropertyCloud.Kernel.dll" or "PropertyCloud.ServiceLevels.Contracts.dll" or "PropertyCloud.ServiceLevels.Tests.dll"))
        .Select(f => MetadataReference.CreateFromFile(f));

    private static Dictionary<string, string> ReadSources() => Names(".cs").ToDictionary(n => n[Prefix.Length..], n =>
    {
        using var reader = new StreamReader(Own.GetManifestResourceStream(n)!);
        return reader.ReadToEnd();
    });

    private static IEnumerable<ResourceDescription> Calendars() => Names(".json").Select(n => new ResourceDescription("Calendars." + n[Prefix.Length..], () => Own.GetManifestResourceStream(n)!, true));

    private static IEnumerable<string> Names(string end) => Own.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(end, StringComparison.Ordinal));

    private static Assembly Own => typeof(FaultyClock).Assembly;
}

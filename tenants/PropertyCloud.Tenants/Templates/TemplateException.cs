namespace PropertyCloud.Tenants.Templates;

/// <summary>A template breaks the schema or contradicts itself; every problem is named with its place.</summary>
internal sealed class TemplateException(string source, IReadOnlyList<string> problems) : Exception($"The template {source} cannot be used: {string.Join("; ", problems)}")
{
    public IReadOnlyList<string> Problems { get; } = problems;
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace PropertyCloud.Tenants.Templates;

/// <summary>Turns text into a template or says everything that is wrong with it: first by the schema, then by what a schema
/// cannot say (names that must exist or must not double).</summary>
internal static class TemplateReader
{
    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromText(Embedded("template.schema.json")));

    public static CompanyTemplate Read(string source, string text)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(text);
        }
        catch (JsonException broken)
        {
            throw new TemplateException(source, [$"not JSON: {broken.Message}"]);
        }

        var result = Schema.Value.Evaluate(node, new EvaluationOptions { OutputFormat = OutputFormat.List });
        if (!result.IsValid) throw new TemplateException(source, Problems(result));
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement.Clone();
        var contradictions = TemplateRules.Check(root).ToList();
        return contradictions.Count == 0 ? new CompanyTemplate(root) : throw new TemplateException(source, contradictions);
    }

    internal static string Embedded(string name)
    {
        using var stream = typeof(TemplateReader).Assembly.GetManifestResourceStream($"templates.{name}") ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static List<string> Problems(EvaluationResults result)
    {
        var found = (result.Details ?? []).Where(d => d.Errors is { Count: > 0 })
            .SelectMany(d => d.Errors!.Select(e => $"{Place(d)}: {e.Value}")).Distinct(StringComparer.Ordinal).ToList();
        return found.Count > 0 ? found : ["breaks the schema"];
    }

    private static string Place(EvaluationResults detail) => detail.InstanceLocation.ToString() is { Length: > 0 } at ? at : "/";
}

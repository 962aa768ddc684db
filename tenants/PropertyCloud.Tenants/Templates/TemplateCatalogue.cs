namespace PropertyCloud.Tenants.Templates;

/// <summary>The templates that come with the product. A broken one stops whoever asks for it, with its problems.</summary>
public sealed class TemplateCatalogue
{
    private static readonly string[] Codes = ["standard", "landscape", "considerate", "five-star", "little-butler"];
    private readonly Lazy<IReadOnlyList<CompanyTemplate>> _all = new(() => [.. Codes.Select(c => TemplateReader.Read($"{c}.json", TemplateReader.Embedded($"{c}.json")))]);

    public IReadOnlyList<CompanyTemplate> All => _all.Value;

    public CompanyTemplate? Find(string? code) => All.FirstOrDefault(t => t.Code == code);
}

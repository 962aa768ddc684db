using System.Text.Json;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Tenants.Templates;

/// <summary>What a new company starts with. Checked before it comes here.</summary>
public sealed class CompanyTemplate
{
    private readonly JsonElement _root;

    internal CompanyTemplate(JsonElement root) => _root = root;

    public string Code => Text("code");
    public string Name => Text("name");
    public string NameEn => Text("nameEn");
    public string Summary => Text("summary");
    public string SummaryEn => Text("summaryEn");

    /// <summary><c>#RRGGBB</c>.</summary>
    public string Brand => Text("brand");
    public Wording Wording => new(_root.GetProperty("wording").GetProperty("butler").GetString()!, _root.GetProperty("wording").GetProperty("butlerEn").GetString()!);
    public JsonElement Plan => _root.GetProperty("plan");

    /// <summary>The demonstration company of this template, or null.</summary>
    public JsonElement? Demo => Section("demo");

    /// <summary>A module's part, or null where the template has none.</summary>
    public JsonElement? Section(string name) => _root.TryGetProperty(name, out var section) ? section : null;

    private string Text(string name) => _root.GetProperty(name).GetString()!;
}

using System.Text.Json;

namespace PropertyCloud.Kernel.Modularity;

/// <summary>A module's part of a company template (<c>tenants/templates/*.json</c>). Called in the new company's tenant scope;
/// applying the same section again changes nothing.</summary>
public interface ITemplateSection
{
    /// <summary>Property name in the template, <c>plan</c> or <c>catalogue</c>.</summary>
    string Section { get; }
    Task ApplyAsync(JsonElement section, CancellationToken cancellation);
}

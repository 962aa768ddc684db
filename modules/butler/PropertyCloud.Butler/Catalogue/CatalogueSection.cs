using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Modularity;

namespace PropertyCloud.Butler.Catalogue;

/// <summary>The template's catalogue. By code: applying it again changes nothing that the company did not.</summary>
internal sealed class CatalogueSection(ButlerDbContext db, TimeProvider clock) : ITemplateSection
{
    public string Section => "catalogue";

    public async Task ApplyAsync(JsonElement section, CancellationToken cancellation)
    {
        if (!section.TryGetProperty("items", out var items)) return;
        var known = (await db.Catalogue.Select(i => i.Code).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        var order = known.Count;
        foreach (var item in items.EnumerateArray())
        {
            var code = item.GetProperty("code").GetString()!;
            if (!known.Add(code)) continue;
            db.Catalogue.Add(CatalogueItem.Offer(Ids.New(clock), code, new(Text(item, "kind")!, Text(item, "name")!, Text(item, "nameEn"), Text(item, "department"),
                Text(item, "severity"), Text(item, "icon"), ++order * 10)));
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

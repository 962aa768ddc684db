using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Tenants.Data;

namespace PropertyCloud.Tenants.Lists;

/// <summary>Takes a template's lists into a new company; one that is there keeps what the company wrote.</summary>
internal sealed class ListsSection(TenantsDbContext db, TimeProvider clock) : ITemplateSection
{
    public string Section => "lists";

    public async Task ApplyAsync(JsonElement section, CancellationToken cancellation)
    {
        var present = await db.Lists.Select(l => l.Code).ToListAsync(cancellation);
        foreach (var list in section.EnumerateArray())
        {
            var code = list.GetProperty("code").GetString()!;
            if (present.Contains(code)) continue;
            db.Lists.Add(CompanyList.Create(Ids.New(clock), code, list.GetProperty("name").GetString()!, list.GetProperty("nameEn").GetString()!,
                list.GetProperty("size").GetInt32(), [.. list.GetProperty("entries").EnumerateArray().Select(e => e.GetString()!)]));
        }

        await db.SaveChangesAsync(cancellation);
    }
}

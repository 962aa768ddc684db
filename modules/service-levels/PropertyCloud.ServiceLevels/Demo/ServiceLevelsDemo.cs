using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.ServiceLevels.Data;
using PropertyCloud.ServiceLevels.Plans;

namespace PropertyCloud.ServiceLevels.Demo;

/// <summary>The demonstration company enters the values that its template leaves to the company, and publishes its plan.</summary>
internal sealed class ServiceLevelsDemo(ServiceLevelsDbContext db, EditDraft edit, PublishPlan publish) : IDemoContributor
{
    public int Order => 25;

    public async Task SeedAsync(DemoCompany company, CancellationToken cancellation)
    {
        var plan = await db.Plans.AsNoTracking().FirstOrDefaultAsync(p => p.Scope == ServicePlan.ScopeOfDefault && p.InForceId == null, cancellation);
        if (plan?.DraftContent() is null || company.Settings.ValueKind != JsonValueKind.Object || !company.Settings.TryGetProperty("indicators", out var values)) return;
        await edit.HandleAsync(plan.Id, plan.Version, draft => draft with
        {
            Indicators = [.. draft.Indicators.Select(i => i with { TargetPercent = i.TargetPercent ?? (values.TryGetProperty(i.Code, out var value) ? value.GetDecimal() : null) })],
        }, cancellation);
        var version = await db.Plans.AsNoTracking().Where(p => p.Id == plan.Id).Select(p => p.Version).FirstAsync(cancellation);
        await publish.HandleAsync(plan.Id, version, cancellation);
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.ServiceLevels.Plans.Pages;

/// <summary>What the company promises, for everybody: residents, buyers, passers-by (R19).</summary>
[AllowAnonymous]
public sealed class PromisesModel : ModulePage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    public override Frame Frame => Frame.Plain;
    public override string Title => L["我们的承诺"];
    public IReadOnlyList<PromiseLine> Lines { get; private set; } = [];
    public IReadOnlyList<CommunitySummary> Communities { get; private set; } = [];
    internal CachedVersion? Version { get; private set; }
    public string Company => Tenant.Info?.DisplayName ?? "";
    internal string PlanName => Show.IsEnglish ? Version!.Content.NameEn ?? Version.Content.Name : Version!.Content.Name;

    public async Task<IActionResult> OnGetAsync()
    {
        if (Tenant.Info is not { IsPlatform: false }) return NotFound();
        var services = HttpContext.RequestServices;
        var store = services.GetRequiredService<PlanStore>();
        var all = await services.GetRequiredService<ICommunityLookup>().ListAsync(HttpContext.RequestAborted);
        var chosen = all.FirstOrDefault(c => c.Id == Community);
        var plans = await store.PlansAsync(HttpContext.RequestAborted);

        // Communities are named to strangers only where they are promised different things.
        if (plans.Any(p => p.InForceId is not null && p.Scope != ServicePlan.ScopeOfDefault)) Communities = all;
        Version = await store.InForceAsync(chosen?.Id, chosen?.Grade, HttpContext.RequestAborted);
        Lines = services.GetRequiredService<PromiseWriter>().Describe(Version.Content);
        return Page();
    }
}

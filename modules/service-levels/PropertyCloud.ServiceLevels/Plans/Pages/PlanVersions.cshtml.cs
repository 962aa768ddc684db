using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.ServiceLevels.Plans.Pages;

/// <summary>Who published what and when; one version as it reads, with what it changed.</summary>
[Permission(ServiceLevelsPermissions.View)]
public sealed class PlanVersionsModel : PlanPage
{
    [BindProperty(SupportsGet = true, Name = "plan")]
    public Guid? PlanId { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    /// <summary>Read by hand: "page" is a route value of Razor Pages as well.</summary>
    private int PageNumber => int.TryParse(Request.Query["page"], System.Globalization.CultureInfo.InvariantCulture, out var page) ? page : 1;

    public override string Title => L["方案版本"];
    internal PageOf<VersionLine> Result { get; private set; } = new([], 1, 20, 0);
    internal PlanContent? Chosen { get; private set; }
    internal IReadOnlyList<PlanChange> Changes { get; private set; } = [];
    public EmptyState Nothing => new(L["还没有发布过"], L["发布第一版以后，这里记下谁在什么时候改了什么。"], L["返回"], "/plan", "clipboard-check");

    public Task OnGetAsync() => LoadAsync(Aborted);

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        await LoadPlanAsync(PlanId);
        if (Plan is not { } plan) return;
        var plans = Use<ReadPlans>();
        Result = await plans.VersionsAsync(plan.PlanId, PageNumber, cancellation);
        People = await Use<IStaffLookup>().GetAsync([.. Result.Items.Select(v => v.PublishedBy).OfType<Guid>().Distinct()], cancellation);
        if (Number is not { } number) return;
        Chosen = await plans.ContentAsync(plan.PlanId, number, cancellation) ?? throw DomainException.NotFound();
        var before = await plans.ContentAsync(plan.PlanId, number - 1, cancellation) ?? PlanContent.Nothing(Chosen.Name, Chosen.NameEn);
        Changes = PlanDiff.Between(before, Chosen);
    }

    internal ClockMatrix Clocks => Matrix.Build(Chosen!, L["承诺时限"]);
}

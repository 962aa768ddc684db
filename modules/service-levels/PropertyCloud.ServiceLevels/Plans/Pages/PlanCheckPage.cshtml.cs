using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Plans.Pages;

/// <summary>Before publishing: contradictions, what is missing, what changes, what still runs, and what the last ninety days say.</summary>
[Permission(ServiceLevelsPermissions.Edit)]
public sealed class PlanCheckPageModel : PlanPage
{
    [BindProperty(SupportsGet = true, Name = "plan")]
    public Guid? PlanId { get; set; }

    public override string Title => L["发布前核对"];
    internal IReadOnlyList<PlanFinding> Blocking { get; private set; } = [];
    internal IReadOnlyList<PlanFinding> Hints { get; private set; } = [];
    internal IReadOnlyList<PlanChange> Changes { get; private set; } = [];
    internal IReadOnlyDictionary<int, int> Running { get; private set; } = new Dictionary<int, int>();
    internal IReadOnlyList<PlanEstimate> Estimates { get; private set; } = [];
    internal IReadOnlyDictionary<Guid, ClockSubjectLine> Subjects { get; private set; } = new Dictionary<Guid, ClockSubjectLine>();
    internal int Next => (Plan?.LastNumber ?? 0) + 1;
    internal bool HolidaysUnpublished => Plan?.Draft?.Limits.Any(l => l.Calendar == CalendarKind.Business) == true && !PublicHolidays.Published.IsPublished(Show.Today.AddMonths(1).Year);

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync(Aborted);
        return Plan?.Draft is null ? Redirect(Link("/plan/edit")) : Page();
    }

    public Task<IActionResult> OnPostAsync(Guid planId, long version) => DoAsync(async () =>
    {
        if (!MayPublish) throw DomainException.Forbidden();
        var number = await Use<PublishPlan>().HandleAsync(planId, version, Aborted);
        await LoadPlanAsync(planId);
        Notice = L["已发布 v{0}，新的请求按它计时", number];
        return Redirect(Link("/plan"));
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        await LoadPlanAsync(PlanId);
        if (Plan is not { Draft: { } draft } plan) return;
        var findings = PlanCheck.Run(draft);
        Blocking = [.. findings.Where(f => f.Blocks)];
        Hints = [.. findings.Where(f => !f.Blocks)];
        var before = plan.InForce ?? PlanContent.Nothing(draft.Name, draft.NameEn);
        Changes = PlanDiff.Between(before, draft);
        Running = await Use<ReadPlans>().RunningAsync(plan.PlanId, cancellation);
        Estimates = await Use<EstimatePlan>().HandleAsync(before, draft, cancellation);
        Subjects = await DescribeAsync([.. Estimates.SelectMany(e => e.Subjects).Distinct().Take(50)], cancellation);
    }

    private async Task<IReadOnlyDictionary<Guid, ClockSubjectLine>> DescribeAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var found = new Dictionary<Guid, ClockSubjectLine>();
        if (ids.Count == 0) return found;
        foreach (var source in Use<IEnumerable<IClockSubjectSource>>())
        {
            foreach (var (id, line) in await source.DescribeAsync(ids, cancellation)) found[id] = line;
        }

        return found;
    }

    /// <summary>正在办的 22 单仍按 v3.</summary>
    internal string RunningText => Running.Count == 0 ? L["现在没有在计时的请求。"]
        : string.Join(L["；"], Running.OrderByDescending(r => r.Key).Select(r => L["正在办的 {0} 单仍按 v{1}", r.Value, r.Key].Value)) + L["。"];
}

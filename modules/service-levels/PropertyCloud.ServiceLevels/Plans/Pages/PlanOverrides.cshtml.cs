using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.ServiceLevels.Plans.Pages;

/// <summary>Which community goes by which plan; a plan of its own for a community or a grade.</summary>
[Permission(ServiceLevelsPermissions.View)]
public sealed class PlanOverridesModel : PlanPage
{
    public override string Title => L["各小区的方案"];
    internal IReadOnlyList<PlanLine> Plans { get; private set; } = [];
    internal IReadOnlyList<string> Grades => [.. Communities.Select(c => c.Grade).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    [BindProperty] public string? CommunityId { get; set; }
    [BindProperty] public string? Grade { get; set; }

    public Task OnGetAsync() => LoadAsync(Aborted);

    public Task<IActionResult> OnPostAsync() => DoAsync(async () =>
    {
        if (!MayEdit) throw DomainException.Forbidden();
        var id = await Use<CreateOverride>().HandleAsync(Guid.TryParse(CommunityId, out var community) ? community : null, Grade, Aborted);
        return Redirect($"/plan/edit?plan={id}&step=2");
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        await LoadPlanAsync(null);
        Plans = await Use<ReadPlans>().ListAsync(cancellation);
    }

    /// <summary>The plan that a community goes by: its own, its grade's, the default; null: none is in force.</summary>
    internal PlanLine? PlanOf(Guid communityId, string? grade) => Plans.FirstOrDefault(p => p.InForce && p.CommunityId == communityId)
        ?? Plans.FirstOrDefault(p => p.InForce && grade is not null && p.Grade == grade) ?? Plans.FirstOrDefault(p => p is { InForce: true, CommunityId: null, Grade: null });
}

using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.ServiceLevels.Plans.Pages;

/// <summary>The plan in force: matrix, what residents read, policies, indicators.</summary>
[Permission(ServiceLevelsPermissions.View)]
public sealed class PlanInForceModel : PlanPage
{
    [BindProperty(SupportsGet = true, Name = "plan")]
    public Guid? PlanId { get; set; }

    public override string Title => L["服务方案"];
    internal IReadOnlyList<PlanLine> Overrides { get; private set; } = [];
    internal IReadOnlyList<PlanFinding> Missing { get; private set; } = [];
    internal IReadOnlyList<PromiseLine> Promises { get; private set; } = [];
    internal new PlanContent? Content => Plan?.InForce;

    public EmptyState Nothing => MayEdit
        ? new(L["还没有服务方案"], L["发布之前，系统什么都不承诺，也不计时。"], L["写服务方案"], "/plan/edit", "clipboard-check")
        : new(L["还没有服务方案"], L["公司还没有发布服务方案，系统不计时。"], Icon: "clipboard-check");

    public Task OnGetAsync() => LoadAsync(Aborted);

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        await LoadPlanAsync(PlanId);
        Overrides = [.. (await Use<ReadPlans>().ListAsync(cancellation)).Where(p => p.CommunityId is not null || p.Grade is not null)];
        if (Plan is { InForce: null, Draft: { } draft }) Missing = [.. PlanCheck.Run(draft).Where(f => f.Blocks)];
        if (Content is { } content) Promises = Words.Describe(content);
    }

    public async Task<IActionResult> OnPostEndAsync() => await DoAsync(async () =>
    {
        if (!MayPublish) throw Kernel.Errors.DomainException.Forbidden();
        await Use<EndOverride>().HandleAsync(PlanId ?? throw Kernel.Errors.DomainException.NotFound(), Aborted);
        Notice = L["已停用，这里改按公司默认方案"];
        return Redirect("/plan");
    });

    internal ClockMatrix Clocks => Matrix.Build(Content!, L["承诺时限"]);

    internal IEnumerable<(string Name, string Value)> Policies()
    {
        var content = Content!;
        yield return (L["每位{butler}户数"], Ratio(content));
        yield return (L["回访"], content.CallBack.Mode switch
        {
            CallBackMode.All => L["每单都回访，最多 {0} 次", content.CallBack.Attempts],
            CallBackMode.Sample => L["抽查 {0}%，最多 {1} 次", content.CallBack.SamplePercent, content.CallBack.Attempts],
            _ => L["不做回访"],
        });
        yield return (L["每月交接"], content.HandOver is { } over ? L["交给{0}", RoleName(over.ToRole)] : L["不交接"]);
        yield return (L["验收|规则"], L["完工 {0} 小时后提醒，{1} 天后自动验收", content.Confirmation.RemindAfterHours, content.Confirmation.ConfirmAfterDays]);
        yield return (L["提醒与升级"], string.Join(L["；"], content.Escalation.Select(s => s.AfterMinutes == 0 ? L["一超时就告诉{0}", RoleName(s.ToRole)].Value
            : L["超时 {0} 后告诉{1}", Words.Limit(s.AfterMinutes), RoleName(s.ToRole)].Value).Prepend(L["用去 {0}% 时提醒", content.WarnPercent].Value)));
        if (content.Groups.Count > 0) yield return (L["任一即可"], string.Join(L["；"], content.Groups.Select(g => string.Join(L["或"], g.Clocks.Select(Words.Clock)))));
    }

    private string Ratio(PlanContent content) => content.HouseholdsPerButler is not { } ratio ? L["方案未设目标"] : string.Join(L["；"],
        (ratio.ByGrade ?? new Dictionary<string, int>()).Select(g => L["{0} {1} 户", g.Key, g.Value].Value).Concat(ratio.Default is { } all ? [L["默认 {0} 户", all].Value] : []));

    internal bool WarnsOfHolidays => Content?.Limits.Any(l => l.Calendar == CalendarKind.Business) == true && !PublicHolidays.Published.IsPublished(Show.Today.Year);
}

using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.ServiceLevels.Plans.Pages;

/// <summary>What the pages of a plan share.</summary>
public abstract class PlanPage : ModulePage
{
    internal PromiseWriter Words => Use<PromiseWriter>();
    internal PlanMatrix Matrix => Use<PlanMatrix>();
    internal PlanView? Plan { get; private protected set; }
    internal IReadOnlyDictionary<Guid, StaffSummary> People { get; private protected set; } = new Dictionary<Guid, StaffSummary>();
    internal IReadOnlyList<CommunitySummary> Communities { get; private protected set; } = [];
    internal bool MayEdit => Me.Has(ServiceLevelsPermissions.Edit);
    internal bool MayPublish => Me.Has(ServiceLevelsPermissions.Publish);
    internal CancellationToken Aborted => HttpContext.RequestAborted;

    private protected T Use<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    private protected async Task LoadPlanAsync(Guid? planId)
    {
        Plan = await Use<ReadPlans>().FindAsync(planId, Aborted);
        Communities = await Use<ICommunityLookup>().ListAsync(Aborted);
        if (Plan?.DraftSavedBy is { } by) People = await Use<IStaffLookup>().GetAsync([by], Aborted);
    }

    internal string PersonName(Guid? id) => id is { } known && People.TryGetValue(known, out var person) ? person.Name : L["系统"];

    /// <summary>公司默认, a community's name, or a grade.</summary>
    internal string ScopeName(Guid? communityId, string? grade) => communityId is { } id ? Communities.FirstOrDefault(c => c.Id == id)?.Name ?? L["已不在的小区"]
        : grade is null ? L["公司默认"] : L["档次：{0}", grade];

    internal string PlanName(PlanContent content) => Show.IsEnglish ? content.NameEn ?? content.Name : content.Name;

    /// <summary>Keeps the plan that is looked at, unless it is the default.</summary>
    internal string Link(string path, string? more = null)
    {
        var query = string.Join('&', new[] { Plan is { IsDefault: false } plan ? $"plan={plan.PlanId}" : null, more }.Where(p => !string.IsNullOrEmpty(p)));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    internal string RoleName(string role) => L[role switch
    {
        SeededRoles.CompanyAdministrator => "公司管理员|句中",
        SeededRoles.CentreDirector => "服务中心主任|句中",
        SeededRoles.Supervisor => "客服主管|句中",
        SeededRoles.Butler => "{butler}",
        SeededRoles.FrontDesk => "前台|句中",
        SeededRoles.DepartmentHead => "部门负责人|句中",
        SeededRoles.Inspector => "品质检查员|句中",
        _ => role,
    }];

    internal static readonly IReadOnlyList<string> RolesToTell =
        [SeededRoles.Supervisor, SeededRoles.DepartmentHead, SeededRoles.CentreDirector, SeededRoles.CompanyAdministrator, SeededRoles.FrontDesk, SeededRoles.Butler, SeededRoles.Inspector];

    internal string StepName(PlanStep step) => L[step switch
    {
        PlanStep.Scope => "适用范围",
        PlanStep.Limits => "承诺时限",
        PlanStep.Calendar => "日历与节假日",
        PlanStep.Escalation => "提醒与升级",
        PlanStep.CallBack => "回访与交接",
        PlanStep.Ratio => "户数",
        PlanStep.Indicators => "指标",
        _ => "公示",
    }];
}

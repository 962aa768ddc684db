using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.ServiceLevels.Plans.Pages;

/// <summary>The draft: a task list, the step's form and a preview with what changes and what is contradictory.</summary>
[Permission(ServiceLevelsPermissions.Edit)]
public sealed class PlanEditModel : PlanPage
{
    private PlanContent? _attempt;

    [BindProperty(SupportsGet = true, Name = "plan")]
    public Guid? PlanId { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Step { get; set; }

    /// <summary>kind|severity|item|clock of the cell whose editor is open.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cell { get; set; }

    public override string Title => L["修改服务方案"];
    internal PlanContent Draft { get; private set; } = PlanContent.Nothing("");
    internal IReadOnlyList<PlanFinding> Findings { get; private set; } = [];
    internal IReadOnlyList<PlanChange> Changes { get; private set; } = [];
    internal int Running { get; private set; }
    internal PlanStep At => Step is { } step && Enum.IsDefined((PlanStep)step) ? (PlanStep)step : Cell is null ? PlanStep.Scope : PlanStep.Limits;
    internal (MatrixPlace Place, ClockKind Clock, LimitRow? Row)? Open { get; private set; }
    internal PlanStep? Previous => At > PlanStep.Scope ? At - 1 : null;

    public async Task<IActionResult> OnGetAsync()
    {
        var known = await Use<ReadPlans>().FindAsync(PlanId, Aborted);
        if (known?.Draft is null) return await OnPostOpenIfAskedAsync(known);
        await LoadAsync(Aborted);
        return Page();
    }

    /// <summary>Without a draft the page offers to start one: looking at a page writes nothing.</summary>
    private async Task<IActionResult> OnPostOpenIfAskedAsync(PlanView? known)
    {
        await LoadPlanAsync(known?.PlanId);
        return Page();
    }

    public Task<IActionResult> OnPostOpenAsync() => DoAsync(async () =>
    {
        var id = await Use<OpenDraft>().HandleAsync(PlanId, Aborted);
        await LoadPlanAsync(id);
        return Redirect(Link("/plan/edit", "step=2"));
    });

    public Task<IActionResult> OnPostAsync(Guid planId, long version, string? go) => DoAsync(async () =>
    {
        var forms = new PlanForms(Request.Form);
        await Use<EditDraft>().HandleAsync(planId, version, draft => _attempt = forms.Apply(At, draft), Aborted);
        await LoadPlanAsync(planId);
        Notice = L["草稿已保存"];
        if (go == "stay") return Redirect(Link("/plan/edit", $"step={(int)At}"));
        return Redirect(At == PlanStep.Statements ? Link("/plan/check") : Link("/plan/edit", $"step={(int)At + 1}"));
    });

    public Task<IActionResult> OnPostCellAsync(Guid planId, long version, string? act) => DoAsync(async () =>
    {
        var (place, clock) = ParseCell() ?? throw DomainException.NotFound();
        var forms = new PlanForms(Request.Form);
        await Use<EditDraft>().HandleAsync(planId, version, draft => _attempt = forms.ApplyCell(draft, place, clock, promised: act != "none"), Aborted);
        await LoadPlanAsync(planId);
        Notice = L["草稿已保存"];
        return Redirect(Link("/plan/edit", "step=2"));
    });

    public Task<IActionResult> OnPostDiscardAsync(Guid planId) => DoAsync(async () =>
    {
        var stays = await Use<DiscardDraft>().HandleAsync(planId, Aborted);
        await LoadPlanAsync(stays ? planId : null);
        Notice = L["草稿已丢弃"];
        return Redirect(stays ? Link("/plan") : "/plan/overrides");
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        await LoadPlanAsync(PlanId);
        if (Plan is not { Draft: { } draft } plan) return;
        Draft = _attempt ?? draft;
        Findings = PlanCheck.Run(Draft);
        Changes = plan.InForce is { } inForce ? PlanDiff.Between(inForce, Draft) : [];
        Running = (await Use<ReadPlans>().RunningAsync(plan.PlanId, cancellation)).Values.Sum();
        if (At == PlanStep.Limits && ParseCell() is { } cell)
            Open = (cell.Place, cell.Clock, new LimitTable(Draft.Limits).Find(cell.Place.Kind, cell.Place.Severity, cell.Place.Item, cell.Clock));
    }

    internal ClockMatrix Clocks => Matrix.Build(Draft, L["承诺时限"], cell => Link("/plan/edit", $"step=2&cell={Uri.EscapeDataString(cell)}") + "#cell",
        Plan is { InForce: { } inForce, InForceNumber: { } number } ? (inForce, number) : null, Findings, Cell, Open?.Place);

    private (MatrixPlace Place, ClockKind Clock)? ParseCell()
    {
        if (Cell?.Split('|') is not [var kind, var severity, var item, var number] || MatrixPlace.Parse($"{kind}|{severity}|{item}") is not { } place) return null;
        if (!int.TryParse(number, out var clock) || !Enum.IsDefined((ClockKind)clock)) return null;
        return (kind == LimitRow.Any || RequestKinds.All.Contains(kind)) && (item.Length == 0 || item.Length <= 40) ? (place, (ClockKind)clock) : null;
    }

    /// <summary>The step's line in the task list: state by word first.</summary>
    internal (string Class, string Text) StateOf(PlanStep step)
    {
        var open = Findings.Count(f => f.Step == step && f.Blocks);
        if (step == PlanStep.Indicators && open > 0) return ("todo", L["还差 {0} 项", open]);
        if (open > 0) return ("todo", L["有 {0} 处要核对", open]);
        return step switch
        {
            PlanStep.Limits when Draft.Limits.All(l => l.Minutes is null) => ("", L["什么都不承诺"]),
            PlanStep.Statements when Draft.Statements.Count == 0 => ("", L["未填写"]),
            PlanStep.Indicators when Draft.Indicators.Count == 0 => ("", L["未填写"]),
            PlanStep.Ratio when Draft.HouseholdsPerButler is null => ("", L["方案未设目标"]),
            PlanStep.Scope => ("ok", Plan!.IsDefault ? L["已完成，{0} 个小区", Communities.Count] : L["已完成，{0}", ScopeName(Plan.CommunityId, Plan.Grade)]),
            _ => ("ok", L["已完成"]),
        };
    }

    /// <summary>Amount and unit that show a length the way it is said.</summary>
    internal static (string Amount, string Unit) Split(int? minutes) => minutes switch
    {
        null => ("", "minutes"),
        >= 2880 when minutes % 1440 == 0 => ($"{minutes / 1440}", "days"),
        >= 60 when minutes % 60 == 0 => ($"{minutes / 60}", "hours"),
        _ => ($"{minutes}", "minutes"),
    };

    internal string? TimeOf(DayOfWeek day, int part, bool opens)
    {
        var span = Draft.Hours.On(day).ElementAtOrDefault(part - 1);
        if (span is null) return null;
        var minute = (opens ? span.FromMinute : span.ToMinute) % 1440;
        return $"{minute / 60:00}:{minute % 60:00}";
    }

    internal static readonly IReadOnlyList<(DayOfWeek Day, string Name)> Days =
    [
        (DayOfWeek.Monday, "周一"), (DayOfWeek.Tuesday, "周二"), (DayOfWeek.Wednesday, "周三"), (DayOfWeek.Thursday, "周四"), (DayOfWeek.Friday, "周五"),
        (DayOfWeek.Saturday, "周六"), (DayOfWeek.Sunday, "周日"),
    ];
}

using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Catalogue.Pages;

/// <summary>服务目录: what residents can choose from, by kind, with the limits that the plan gives it.</summary>
[Permission(ButlerPermissions.Catalogue)]
public sealed class CatalogueListModel : ButlerPage
{
    public override string Title => L.Say("服务目录");

    /// <summary>The item that is edited.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Edit { get; set; }

    internal PageOf<CatalogueItem> List { get; private set; } = null!;
    internal CatalogueItem? Editing { get; private set; }
    internal IReadOnlyList<SeverityOption> Severities { get; private set; } = [];
    internal IReadOnlyList<string> Icons { get; private set; } = [];
    private Dictionary<Guid, string> _limits = [];

    public Task OnGetAsync() => LoadAsync(Cancel);

    public Task<IActionResult> OnPostAsync(string? code, string? kind, string? name, string? nameEn, string? department, string? severity, string? icon, int order) => DoAsync(async () =>
    {
        var facts = new CatalogueFacts(kind ?? "", name ?? "", Empty(nameEn), Empty(department), Empty(severity), Empty(icon), order);
        if (Edit is { } id) await Use<SaveItem>().ChangeAsync(id, facts, Cancel);
        else await Use<SaveItem>().AddAsync((code ?? "").Trim(), facts, Cancel);
        Notice = L.Say("已保存");
        return Redirect("/catalogue");
    });

    public Task<IActionResult> OnPostOfferAsync(Guid id, bool offered) => DoAsync(async () =>
    {
        await Use<SaveItem>().OfferAsync(id, offered, Cancel);
        Notice = offered ? L.Say("已恢复") : L.Say("已停用|条目");
        return Redirect("/catalogue");
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        List = await Use<ListCatalogue>().HandleAsync(new(null, PageNumber), cancellation);
        Editing = Edit is { } id ? await Use<ButlerDbContext>().GetAsync<CatalogueItem>(id, cancellation) : null;
        Severities = await Use<PlanSeverities>().ListAsync(cancellation);
        // What an item has already stays choosable, also where it is none of the usual ones.
        Icons = Editing is { } one && !CatalogueIcons.Offered.Contains(one.Icon) ? [one.Icon, .. CatalogueIcons.Offered] : CatalogueIcons.Offered;
        _limits = await LimitsAsync(Editing is null ? List.Items : [.. List.Items, Editing], cancellation);
    }

    /// <summary>响应 10 分钟，解决 24 小时, by the company's default plan; nothing where it promises nothing.</summary>
    internal string LimitsOf(CatalogueItem item) => _limits.GetValueOrDefault(item.Id) is { Length: > 0 } text ? text : L.Say("没有承诺时限");

    /// <summary>A pure calculation on the plan in force for each item: nothing is asked of the database.</summary>
    private async Task<Dictionary<Guid, string>> LimitsAsync(IEnumerable<CatalogueItem> items, CancellationToken cancellation)
    {
        var plans = Use<IPlanLookup>();
        var plan = (await plans.ListInForceAsync(cancellation))[0];
        var usual = plan.Severities.FirstOrDefault()?.Code ?? ServiceLevels.Contracts.Severities.Normal;
        var limits = new Dictionary<Guid, string>();
        foreach (var item in items)
        {
            var faces = await plans.CalculateAsync(new(plan.VersionId, Guid.Empty, item.Kind, item.Code, item.Severity ?? usual, Show.NowUtc, []), cancellation);
            limits[item.Id] = string.Join(L.Say("，"), faces.Where(f => f.LimitMinutes is not null).Select(f => $"{L.Say(StatusTexts.Of(f.Kind))} {Show.Limit(f.LimitMinutes!.Value)}"));
        }

        return limits;
    }

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

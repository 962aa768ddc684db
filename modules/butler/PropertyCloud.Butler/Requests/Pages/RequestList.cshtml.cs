using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Requests.Pages;

/// <summary>工单: the list with segments, filters, search and a masked export. It remembers how it was narrowed.</summary>
[Permission(ButlerPermissions.Work)]
public sealed class RequestListModel : ButlerPage
{
    private const string Remembered = "pc-requests";

    public override string Title => L.Say("工单");

    [BindProperty(SupportsGet = true)] public string? Segment { get; set; }
    [BindProperty(SupportsGet = true)] public int? State { get; set; }
    [BindProperty(SupportsGet = true)] public string? Kind { get; set; }
    [BindProperty(SupportsGet = true)] public bool Overdue { get; set; }
    [BindProperty(SupportsGet = true)] public bool Mine { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Cluster { get; set; }
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    internal RequestFilter Filter => new(Segment, State is { } s && Enum.IsDefined((RequestStatus)s) ? (RequestStatus)s : null, Kind, Overdue, Mine, Cluster, null, null, Q, PageNumber);
    internal PageOf<RequestRow> Result { get; private set; } = null!;
    internal Names Names { get; private set; } = null!;
    internal IReadOnlyList<ClusterSummary> Clusters { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (Request.Query.Count == 0 && Request.Cookies[Remembered] is { Length: > 1 } kept && kept.StartsWith('?')) return Redirect($"/requests{kept}");
        Remember();
        await LoadAsync(Cancel);
        return Page();
    }

    /// <summary>The rows alone, for looking again.</summary>
    public async Task<IActionResult> OnGetRowsAsync()
    {
        await LoadAsync(Cancel);
        return Partial("/Requests/Pages/_RequestRows.cshtml", this);
    }

    public async Task<IActionResult> OnGetExportAsync()
    {
        if (!Me.Has(ButlerPermissions.Export)) throw Kernel.Errors.DomainException.Forbidden();
        var file = await Use<ExportRequests>().HandleAsync(Filter with { Page = 1 }, Cancel);
        return File(file, "text/csv; charset=utf-8", $"requests-{Show.Today:yyyyMMdd}.csv");
    }

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        Result = await Use<SearchRequests>().HandleAsync(Filter, cancellation);
        Names = await Use<RequestNames>().GetAsync(Result.Items.SelectMany(r => new[] { r.AssigneeId, r.ResponsibleId }), [], cancellation);
        Clusters = await Use<ICommunityLookup>().ListClustersAsync(cancellation: cancellation);
        if (Me.Scope.Kind == DataScopeKind.Cluster) Clusters = [.. Clusters.Where(c => Me.Scope.Ids.Contains(c.Id))];
    }

    /// <summary>Neither the search nor the page is kept: what was looked for yesterday hides today's work.</summary>
    private void Remember()
    {
        var query = new Microsoft.AspNetCore.Http.Extensions.QueryBuilder(Request.Query
            .Where(x => x.Key is "segment" or "state" or "kind" or "overdue" or "mine" or "cluster")
            .Select(x => KeyValuePair.Create(x.Key, x.Value.ToString()))).ToString();
        Response.Cookies.Append(Remembered, query, new() { HttpOnly = true, Secure = Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/requests", MaxAge = TimeSpan.FromDays(30) });
    }

    internal string Link(string segment)
    {
        var query = new Microsoft.AspNetCore.Http.Extensions.QueryBuilder { { "segment", segment } };
        if (Mine) query.Add("mine", "true");
        if (Kind is { Length: > 0 }) query.Add("kind", Kind);
        if (Cluster is { } cluster) query.Add("cluster", cluster.ToString());
        return $"/requests{query}";
    }
}

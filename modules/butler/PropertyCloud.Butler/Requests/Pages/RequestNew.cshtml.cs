using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Catalogue;
using PropertyCloud.Butler.Data;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Requests.Pages;

/// <summary>记一单: written down by staff while the resident is on the phone.</summary>
[Permission(ButlerPermissions.ReportFor)]
public sealed class RequestNewModel : ButlerPage
{
    public override string Title => L.Say("记一单");

    /// <summary>What was looked for: plate, name or the last four digits.</summary>
    [BindProperty(SupportsGet = true)] public string? Find { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? UnitId { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? PlaceId { get; set; }
    [BindProperty] public Guid? ReporterPartyId { get; set; }
    [BindProperty(SupportsGet = true)] public string Kind { get; set; } = RequestKinds.Repair;
    [BindProperty(SupportsGet = true)] public Guid? Again { get; set; }
    [BindProperty] public string? ItemCode { get; set; }
    [BindProperty] public string? Severity { get; set; }
    [BindProperty] public string? Description { get; set; }
    [BindProperty] public string? RequestTitle { get; set; }
    [BindProperty] public int Channel { get; set; } = (int)RequestChannel.Phone;
    [BindProperty] public DateTime? ReportedAt { get; set; }
    [BindProperty] public bool AcceptAtOnce { get; set; } = true;
    [BindProperty] public List<IFormFile> Photos { get; set; } = [];

    internal IReadOnlyList<UnitHit> Hits { get; private set; } = [];
    internal UnitSummary? Unit { get; private set; }
    internal PlaceSummary? Place { get; private set; }
    internal IReadOnlyList<PartyUnit> People { get; private set; } = [];
    internal IReadOnlyList<PlaceSummary> Places { get; private set; } = [];
    internal IReadOnlyList<CatalogueItem> Items { get; private set; } = [];
    internal IReadOnlyList<SeverityOption> Severities { get; private set; } = [];
    internal bool HasPlace => Unit is not null || Place is not null;

    public Task OnGetAsync() => LoadAsync(Cancel);

    /// <summary>The homes that match, alone.</summary>
    public async Task<IActionResult> OnGetHitsAsync()
    {
        await FindAsync(Cancel);
        return Partial("/Requests/Pages/_NewHits.cshtml", this);
    }

    public Task<IActionResult> OnPostAsync() => DoAsync(async () =>
    {
        var input = new ReportInput(Kind, NullIfEmpty(ItemCode), NullIfEmpty(Severity), false, NullIfEmpty(RequestTitle), Description ?? "", UnitId, PlaceId, ReporterPartyId,
            (RequestChannel)Channel, ReportedAt is { } local ? Show.ToUtc(local) : null, AcceptAtOnce, Again);
        var id = await Use<ReportRequest>().HandleAsync(input, [.. Photos.Where(p => p.Length > 0).Select(p => new Upload(p.OpenReadStream))], Cancel);
        Notice = AcceptAtOnce ? L.Say("已记下并受理") : L.Say("已记下");
        return Redirect($"/requests/{id}");
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        await FindAsync(cancellation);
        var units = Use<IUnitLookup>();
        if (UnitId is { } unit)
        {
            Unit = (await units.GetAsync([unit], cancellation)).GetValueOrDefault(unit) ?? throw DomainException.NotFound();
            People = await Use<IPartyLookup>().PartiesOfAsync(unit, cancellation: cancellation);
            ReporterPartyId ??= People.Count > 0 ? People[0].PartyId : null;
        }
        else if (PlaceId is { } place)
        {
            Place = (await units.GetPlacesAsync([place], cancellation)).GetValueOrDefault(place) ?? throw DomainException.NotFound();
        }

        if (HasPlace) await LoadFormAsync(Unit?.CommunityId ?? Place!.CommunityId, cancellation);
        else await LoadPlacesAsync(units, cancellation);
    }

    private async Task LoadFormAsync(Guid community, CancellationToken cancellation)
    {
        Severities = (await Use<IPlanLookup>().GetInForceAsync(community, cancellation)).Severities;
        if (!RequestKinds.All.Contains(Kind)) Kind = RequestKinds.Repair;
        Items = await Use<ButlerDbContext>().Catalogue.AsNoTracking().Where(i => i.ActiveStatus == 1).OrderBy(i => i.Kind).ThenBy(i => i.Order).Take(300).ToListAsync(cancellation);
    }

    private async Task LoadPlacesAsync(IUnitLookup units, CancellationToken cancellation)
    {
        var communities = await Use<ICommunityLookup>().ListAsync(cancellation);
        var reached = communities.Where(c => Me.Scope.Kind != DataScopeKind.Community || Me.Scope.Ids.Contains(c.Id)).Take(10);
        var places = new List<PlaceSummary>();
        foreach (var community in reached) places.AddRange(await units.ListPlacesAsync(community.Id, cancellation));
        Places = Me.Scope.Kind == DataScopeKind.Cluster ? [.. places.Where(p => p.ClusterId is null || Me.Scope.Ids.Contains(p.ClusterId.Value))] : places;
    }

    private async Task FindAsync(CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(Find)) Hits = await Use<IUnitLookup>().SearchAsync(Find.Trim(), 12, cancellation);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

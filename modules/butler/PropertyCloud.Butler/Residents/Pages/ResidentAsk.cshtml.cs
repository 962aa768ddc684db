using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Catalogue;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Settings;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Butler.Residents.Pages;

/// <summary>Ask for something in three taps: tile, item, send. Words, photos and another place are optional.</summary>
[Permission(ButlerPermissions.Ask)]
public sealed class ResidentAskModel : ButlerPage
{
    public override Frame Frame => Frame.Resident;
    public override string Title => L.Say(KindTexts.Of(Kind));

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "unit")]
    public Guid? Unit { get; set; }

    /// <summary>The archived request that is taken up again.</summary>
    [BindProperty(SupportsGet = true, Name = "again")]
    public Guid? Again { get; set; }

    [BindProperty(SupportsGet = true, Name = "emergency")]
    public bool Emergency { get; set; }

    [BindProperty] public string? ItemCode { get; set; }
    [BindProperty] public string? Description { get; set; }
    [BindProperty] public Guid? PlaceId { get; set; }
    [BindProperty] public List<IFormFile> Photos { get; set; } = [];

    internal ResidentHome? Home { get; private set; }
    internal IReadOnlyList<CatalogueItem> Items { get; private set; } = [];
    internal IReadOnlyList<PlaceSummary> Places { get; private set; } = [];
    internal string? Hotline { get; private set; }
    internal bool MayBeEmergency => Kind is RequestKinds.Repair or RequestKinds.Report or RequestKinds.Complaint;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!RequestKinds.All.Contains(Kind)) return NotFound();
        await LoadAsync(Cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync() => await DoAsync(async () =>
    {
        if (!RequestKinds.All.Contains(Kind)) throw DomainException.NotFound();
        await LoadAsync(Cancel);
        var item = Items.FirstOrDefault(i => i.Code == ItemCode);
        var words = string.IsNullOrWhiteSpace(Description) ? item is null ? "" : NameOf(item) : Description;
        var id = await Use<ReportRequest>().HandleAsync(
            new(Kind, item?.Code, null, Emergency, null, words, PlaceId is null ? Home?.Unit.Id : null, PlaceId, null, RequestChannel.ResidentApp, AgainOfId: Again),
            [.. Photos.Select(f => new Upload(f.OpenReadStream))], Cancel);
        Notice = L.Say("已收到，{butler}会尽快回应您");
        return Redirect($"/home/requests/{id}");
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        Home = await Use<ResidentHomes>().FindAsync(Unit, cancellation);
        Items = await Use<ButlerDbContext>().Catalogue.AsNoTracking().Where(i => i.Kind == Kind && i.ActiveStatus == 1).OrderBy(i => i.Order).ThenBy(i => i.Name).Take(60).ToListAsync(cancellation);
        if (Home is null) return;
        Places = await Use<IUnitLookup>().ListPlacesAsync(Home.Unit.CommunityId, cancellation);
        if (Emergency) Hotline = await HotlineAsync(Home.Butler?.Phone, cancellation);
    }

    /// <summary>The company's hotline; where it has none, somebody at the front desk, else the butler.</summary>
    private async Task<string?> HotlineAsync(string? butler, CancellationToken cancellation)
    {
        if (await Use<ISettings>().GetAsync(ServiceHotline.Setting, cancellation) is { Length: > 0 } hotline) return hotline;
        var desk = await Use<Identity.Contracts.IStaffLookup>().ListAsync(SeededRoles.FrontDesk, cancellation: cancellation);
        return desk.FirstOrDefault(s => s.Phone is not null)?.Phone ?? butler;
    }

    internal string NameOf(CatalogueItem item) => Show.IsEnglish && item.NameEn is { } english ? english : item.Name;
}

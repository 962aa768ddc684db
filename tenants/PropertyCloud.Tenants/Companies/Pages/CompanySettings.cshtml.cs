using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Tenants.Lists;
using PropertyCloud.Theme.Brand;

namespace PropertyCloud.Tenants.Companies.Pages;

[Permission(TenantsPermissions.Company)]
[CompanyOnly]
public sealed class CompanySettingsModel : TenantsPage
{
    [BindProperty] public string? DisplayName { get; set; }
    [BindProperty] public string? Colour { get; set; }
    [BindProperty] public string? Butler { get; set; }
    [BindProperty] public string? ButlerEn { get; set; }
    [BindProperty] public string? TimeZone { get; set; }
    [BindProperty] public long Version { get; set; }
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Entries { get; set; }

    public override string Title => L["公司资料"];
    public IReadOnlyList<CompanyListView> Lists { get; private set; } = [];
    public BrandColour Preview => new(ColourText.TryParse(Colour));

    public async Task OnGetAsync()
    {
        var facts = await UseCase<ChangeCompany>().ReadAsync(Cancelled);
        (DisplayName, Colour, Butler, ButlerEn, TimeZone, Version) = facts;
        Lists = await UseCase<FillList>().ReadAsync(Cancelled);
    }

    /// <summary>What the colour becomes, fetched while it is chosen.</summary>
    public IActionResult OnGetPreview(string? colour, string? butler, string? butlerEn)
    {
        (Colour, Butler, ButlerEn) = (colour, butler, butlerEn);
        return Partial("/Companies/Pages/_BrandPreview.cshtml", this);
    }

    public Task<IActionResult> OnPostAsync() => DoAsync(async () =>
    {
        await UseCase<ChangeCompany>().HandleAsync(new CompanyFacts(DisplayName ?? "", Colour ?? "", Butler ?? "", ButlerEn ?? "", TimeZone ?? "", Version), Cancelled);
        Notice = L["已保存"];
        return Redirect("/company");
    });

    public async Task<IActionResult> OnPostListAsync()
    {
        var saved = await DoAsync(async () =>
        {
            await UseCase<FillList>().HandleAsync(Code ?? "", Entries, Cancelled);
            Notice = L["已保存"];
            return Redirect("/company");
        });
        // The other form was not sent: shown as it is kept.
        if (Problem is not null) await OnGetAsync();
        return saved;
    }

    protected override async Task LoadAsync(CancellationToken cancellation) => Lists = await UseCase<FillList>().ReadAsync(cancellation);

    public string ListName(CompanyListView list) => Show.IsEnglish ? list.NameEn : list.Name;
}

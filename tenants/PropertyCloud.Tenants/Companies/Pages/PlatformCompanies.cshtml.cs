using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Tenants.Templates;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Tenants.Companies.Pages;

[Permission(TenantsPermissions.Operate)]
public sealed class PlatformCompaniesModel : PlatformPage
{
    [BindProperty(SupportsGet = true, Name = "q")] public string? Sought { get; set; }
    [BindProperty(SupportsGet = true)] public CompanyStatus? Status { get; set; }
    // Read by hand: in Razor Pages the name belongs to the route.
    private int Number => int.TryParse(Request.Query["page"], out var page) ? page : 1;

    public override string Title => L["公司"];
    public CompaniesFound Found { get; private set; } = null!;
    public bool IsNarrowed => Status is not null || !string.IsNullOrWhiteSpace(Sought);

    public async Task OnGetAsync() => Found = await UseCase<SearchCompanies>().HandleAsync(Sought, Status, Number, Cancelled);

    public string TemplateName(string code) => UseCase<TemplateCatalogue>().Find(code) is { } template ? UseCase<TemplatePromises>().Name(template) : code;

    public string StatusName(CompanyStatus status) => CompanyWords.Status(L, status);

    public string Filter(CompanyStatus? status) => $"/platform?{(status is { } s ? $"status={s}&" : "")}q={Uri.EscapeDataString(Sought ?? "")}";

    public EmptyState Empty => IsNarrowed
        ? new(L["没有符合的公司"], null, L["清除筛选"], "/platform", "search")
        : new(L["还没有公司"], L["建一家公司，它就有自己的网址和服务方案。"], L["新建公司"], "/platform/new", "building");
}

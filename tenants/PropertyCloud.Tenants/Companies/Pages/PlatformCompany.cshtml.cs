using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Tenants.Templates;

namespace PropertyCloud.Tenants.Companies.Pages;

[Permission(TenantsPermissions.Operate)]
public sealed class PlatformCompanyModel : PlatformPage
{
    [BindProperty(SupportsGet = true)] public int Id { get; set; }
    [BindProperty] public string? Reason { get; set; }

    /// <summary>Shown on this page once, then forgotten.</summary>
    [TempData] public string? AdministratorLink { get; set; }

    public override string Title => Company.DisplayName;
    public CompanyDetails Company { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync(Cancelled);

    public Task<IActionResult> OnPostBlockAsync() => ActAsync(() => UseCase<BlockCompany>().HandleAsync(Id, Reason ?? "", Cancelled), L["已停用|company"]);

    public Task<IActionResult> OnPostReactivateAsync() => ActAsync(() => UseCase<ReactivateCompany>().HandleAsync(Id, Cancelled), L["已恢复使用"]);

    public Task<IActionResult> OnPostLinkAsync() => ActAsync(async () => AdministratorLink = await UseCase<IssueAdministratorLink>().HandleAsync(Id, Cancelled), L["新链接已生成，旧的不能再用"]);

    public string TemplateName => UseCase<TemplateCatalogue>().Find(Company.TemplateCode) is { } template ? UseCase<TemplatePromises>().Name(template) : Company.TemplateCode;
    public string StatusName => CompanyWords.Status(L, Company.Status);
    public string ActName(string action) => CompanyWords.Act(L, action);

    protected override async Task LoadAsync(CancellationToken cancellation) => Company = await UseCase<GetCompany>().HandleAsync(Id, cancellation);

    private Task<IActionResult> ActAsync(Func<Task> act, string notice) => DoAsync(async () =>
    {
        await act();
        Notice = notice;
        return Redirect($"/platform/{Id}");
    });
}

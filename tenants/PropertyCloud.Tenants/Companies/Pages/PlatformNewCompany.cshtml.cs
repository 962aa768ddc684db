using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Tenants.Templates;

namespace PropertyCloud.Tenants.Companies.Pages;

/// <summary>What the operator sees while typing.</summary>
/// <param name="Wrong">True: the text says why it cannot be.</param>
public sealed record LabelHint(string Text, bool Wrong);

[Permission(TenantsPermissions.Operate)]
public sealed class PlatformNewCompanyModel : PlatformPage
{
    [BindProperty] public string? Label { get; set; }
    [BindProperty] public string? DisplayName { get; set; }
    [BindProperty] public string? TemplateCode { get; set; }
    [BindProperty] public string? AdministratorName { get; set; }
    [BindProperty] public string? AdministratorUserName { get; set; } = "admin";
    [BindProperty] public string? AdministratorPhone { get; set; }
    [TempData] public string? AdministratorLink { get; set; }

    public override string Title => L["新建公司"];
    public IReadOnlyList<CompanyTemplate> Templates => UseCase<TemplateCatalogue>().All;
    public TemplatePromises Promises => UseCase<TemplatePromises>();
    public LabelHint? Hint { get; private set; }

    public void OnGet() { }

    /// <summary>The line under the label, fetched while it is typed.</summary>
    public async Task<IActionResult> OnGetAddressAsync(string? label)
    {
        Hint = string.IsNullOrWhiteSpace(label) ? null : await SayAsync(label);
        return Partial("/Companies/Pages/_LabelHint.cshtml", Hint);
    }

    public Task<IActionResult> OnPostAsync() => DoAsync(async () =>
    {
        var created = await UseCase<CreateCompany>().HandleAsync(new CreateCompanyRequest(Label ?? "", DisplayName ?? "", TemplateCode ?? "", AdministratorName ?? "",
            AdministratorUserName ?? "", AdministratorPhone), Cancelled);
        AdministratorLink = created.AdministratorLink;
        Notice = L["公司已建好"];
        return Redirect($"/platform/{created.TenantId}");
    });

    protected override async Task LoadAsync(CancellationToken cancellation) => Hint = string.IsNullOrWhiteSpace(Label) ? null : await SayAsync(Label);

    private async Task<LabelHint> SayAsync(string label)
    {
        var answer = await UseCase<CheckLabel>().HandleAsync(label, Cancelled);
        return answer.Problem is { } problem ? new(L.Say(problem.Text, [.. problem.Args]), true) : new(answer.Address!, false);
    }
}

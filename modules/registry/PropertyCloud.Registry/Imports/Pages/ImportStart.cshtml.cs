using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Imports.Reading;

namespace PropertyCloud.Registry.Imports.Pages;

[Permission(RegistryPermissions.Import)]
[RequestSizeLimit(ImportLimits.FileBytes + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = ImportLimits.FileBytes + (1024 * 1024))]
public sealed class ImportStartModel : RegistryPage
{
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public override string Title => L["导入房产和住户"];
    internal PageOf<ImportRunRow> Runs { get; private set; } = new([], 1, 20, 0);

    public Task OnGetAsync() => LoadAsync(Cancelled);

    public IActionResult OnGetTemplate(string? language) => File(ImportTemplate.Make(language == "en"), ImportTemplate.ContentType, language == "en" ? "registry.xlsx" : @"住户导入模板.xlsx");

    public Task<IActionResult> OnPostAsync(IFormFile? file) => DoAsync(async () =>
    {
        await using var content = file?.OpenReadStream();
        var id = await UseCase<StartImport>().HandleAsync(file?.FileName, content, file?.Length ?? 0, Cancelled);
        return Redirect($"/registry/import/{id}");
    });

    protected override async Task LoadAsync(CancellationToken cancellation) => Runs = await UseCase<ViewImports>().ListAsync(Number, cancellation);
}

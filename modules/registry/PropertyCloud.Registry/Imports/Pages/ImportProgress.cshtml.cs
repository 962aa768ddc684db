using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Registry.Imports.Pages;

[Permission(RegistryPermissions.Import)]
public sealed class ImportProgressModel : RegistryPage
{
    [FromRoute] public Guid Id { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public override string Title => L["导入房产和住户"];
    internal ImportView? Run { get; private set; }
    internal PageOf<ImportFaultView> Faults { get; private set; } = new([], 1, 50, 0);
    internal ImportResult Result => new(Run!.Good, Run.Bad, [.. Faults.Items.Select(f => new ImportProblem(f.Row, f.Column, f.Value, f.Reason))],
        $"/registry/import/{Id}?handler=Choose", $"/registry/import/{Id}?handler=Faults", Id);

    public Task OnGetAsync() => LoadAsync(Cancelled);

    /// <summary>What the open page fetches again.</summary>
    public async Task<IActionResult> OnGetStateAsync()
    {
        await LoadAsync(Cancelled);
        return Partial("_ImportState", this);
    }

    public async Task<IActionResult> OnGetFaultsAsync()
    {
        await FaultFile.WriteAsync(Id, UseCase<ViewImports>(), UseCase<Texts>(), Response, Cancelled);
        return new EmptyResult();
    }

    public Task<IActionResult> OnPostChooseAsync(string? choice) => DoAsync(async () =>
    {
        await UseCase<ChooseImport>().HandleAsync(Id, choice, Cancelled);
        Notice = choice == ChooseImport.Good ? L["开始导入"] : L["没有导入，文件已删除"];
        return Redirect($"/registry/import/{Id}");
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        var imports = UseCase<ViewImports>();
        Run = await imports.GetAsync(Id, cancellation);
        Faults = await imports.FaultsAsync(Id, Number, cancellation);
    }
}

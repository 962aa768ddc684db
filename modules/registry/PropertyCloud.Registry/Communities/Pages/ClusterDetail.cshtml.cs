using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Registry.Communities.Pages;

[Permission(RegistryPermissions.Arrange)]
public sealed class ClusterDetailModel : RegistryPage
{
    public const string AddUnits = "add-units";
    public const string Name = "name";

    [FromRoute] public Guid Id { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    /// <summary>Which form is open: one of the words above.</summary>
    [FromQuery(Name = "edit")] public string? Edit { get; set; }

    public override string Title => Cluster is null ? L["组团"] : $"{Cluster.Name} {Cluster.Community}";
    internal ClusterDetail? Cluster { get; private set; }

    /// <summary>Filled where units are added.</summary>
    internal IReadOnlyList<BuildingView> Buildings { get; private set; } = [];

    internal string Here => $"/registry/clusters/{Id}";
    internal string Act(string handler) => $"{Here}?handler={handler}{(Edit is null ? "" : $"&edit={Uri.EscapeDataString(Edit)}")}";
    internal string Link(string edit) => $"{Here}?edit={edit}#edit";

    public Task OnGetAsync() => LoadAsync(Cancelled);

    public Task<IActionResult> OnPostRenameAsync(Guid communityId, string? name, long? version) => SaveAsync(async () =>
    {
        await UseCase<SaveCluster>().HandleAsync(new(Id, communityId, name, version), Cancelled);
        return L["已保存"];
    });

    public Task<IActionResult> OnPostRemoveAsync(Guid communityId, long? version) => DoAsync(async () =>
    {
        await UseCase<RemoveCluster>().HandleAsync(Id, version, Cancelled);
        Notice = L["已删除"];
        return Redirect($"/registry?community={communityId}");
    });

    public Task<IActionResult> OnPostAddUnitsAsync(Guid communityId, List<Guid> buildingIds, List<Guid> entranceIds, string? plates) => SaveAsync(async () =>
        L["已把 {0} 套房屋分进来", await UseCase<AssignCluster>().HandleAsync(new(communityId, Id, buildingIds, entranceIds, plates), Cancelled)]);

    public Task<IActionResult> OnPostTakeOutAsync(Guid communityId, List<Guid> unitIds) => SaveAsync(async () =>
        L["已把 {0} 套房屋移出组团", await UseCase<AssignCluster>().HandleAsync(new(communityId, null, null, null, null, unitIds), Cancelled)]);

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        Cluster = await UseCase<ViewCluster>().HandleAsync(Id, Number, cancellation);
        if (Edit == AddUnits) Buildings = (await UseCase<ViewCommunity>().HandleAsync(Cluster.CommunityId, cancellation)).Buildings;
    }

    private Task<IActionResult> SaveAsync(Func<Task<string>> save) => DoAsync(async () =>
    {
        Notice = await save();
        return Redirect(Here);
    });
}

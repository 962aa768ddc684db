using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Settings;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.ServiceCards;

namespace PropertyCloud.Registry.Communities.Pages;

[Permission(RegistryPermissions.Arrange)]
public sealed class CommunitySetupModel : RegistryPage
{
    public const string NewCommunity = "new-community";
    public const string NewBuilding = "new-building";
    public const string NewCluster = "new-cluster";
    public const string NewPlace = "new-place";
    public const string ThisCommunity = "community";

    /// <summary>The community whose buildings, clusters and places are shown; the first one when left out.</summary>
    [FromQuery(Name = "community")] public Guid? CommunityId { get; set; }

    /// <summary>What is being edited: one of the words above, or a place's id.</summary>
    [FromQuery(Name = "edit")] public string? Edit { get; set; }

    public override string Title => L["房产与组团"];
    internal IReadOnlyList<CommunitySummary> Communities { get; private set; } = [];
    internal CommunityView? Community { get; private set; }
    internal PlaceView? Place => Community?.Places.FirstOrDefault(p => p.Id.ToString() == Edit);

    /// <summary>Somebody whose work is narrowed to some communities adds none.</summary>
    internal bool MayAddCommunities { get; private set; }
    internal string Hotline { get; private set; } = "";

    internal string Act(string handler) => $"/registry?handler={handler}&community={CommunityId}{(Edit is null ? "" : $"&edit={Uri.EscapeDataString(Edit)}")}";
    internal string Link(string edit) => $"/registry?community={CommunityId}&edit={edit}#edit";

    public Task OnGetAsync() => LoadAsync(Cancelled);

    public Task<IActionResult> OnPostCommunityAsync(Guid? id, string? name, string? grade, string? address, long? version) => SaveAsync(async () =>
        CommunityId = await UseCase<SaveCommunity>().HandleAsync(new(id, name, grade, address, version), Cancelled));

    public Task<IActionResult> OnPostRemoveCommunityAsync(Guid id, long? version) => SaveAsync(async () =>
    {
        await UseCase<RemoveCommunity>().HandleAsync(id, version, Cancelled);
        CommunityId = null;
    }, L["已删除"]);

    public Task<IActionResult> OnPostBuildingAsync(string? name, string? entrances) => DoAsync(async () =>
    {
        var added = await UseCase<AddBuilding>().HandleAsync(new(CommunityId ?? Guid.Empty, name, Several(entrances)), Cancelled);
        Notice = L["已加楼栋，接着加房屋"];
        return Redirect($"/registry/buildings/{added}?edit={BuildingDetailModel.NewUnits}#edit");
    });

    public Task<IActionResult> OnPostClusterAsync(string? name) => DoAsync(async () =>
    {
        var added = await UseCase<SaveCluster>().HandleAsync(new(null, CommunityId ?? Guid.Empty, name), Cancelled);
        Notice = L["已加组团，接着把房屋分进来"];
        return Redirect($"/registry/clusters/{added}?edit={ClusterDetailModel.AddUnits}#edit");
    });

    public Task<IActionResult> OnPostPlaceAsync(Guid? id, string? name, Guid? clusterId, long? version) => SaveAsync(() =>
        UseCase<SavePlace>().HandleAsync(new(id, CommunityId ?? Guid.Empty, name, clusterId, version), Cancelled));

    public Task<IActionResult> OnPostRemovePlaceAsync(Guid id, long? version) => SaveAsync(() => UseCase<RemovePlace>().HandleAsync(id, version, Cancelled), L["已删除"]);

    public Task<IActionResult> OnPostHotlineAsync(string? hotline) => SaveAsync(() => UseCase<SetHotline>().HandleAsync(hotline, Cancelled));

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        var reach = UseCase<RegistryReach>();
        MayAddCommunities = reach.IsWhole;
        Hotline = await UseCase<ISettings>().GetAsync(RegistrySettings.Hotline, cancellation);
        Communities = [.. (await UseCase<ICommunityLookup>().ListAsync(cancellation)).Where(c => reach.Reaches(c.Id))];
        CommunityId ??= Communities.FirstOrDefault()?.Id;
        if (CommunityId is not { } id) return;
        await reach.CommunityAsync(id, null, cancellation);
        Community = await UseCase<ViewCommunity>().HandleAsync(id, cancellation);
    }

    private Task<IActionResult> SaveAsync(Func<Task> save, string? notice = null) => DoAsync(async () =>
    {
        await save();
        Notice = notice ?? L["已保存"];
        return Redirect(CommunityId is { } community ? $"/registry?community={community}" : "/registry");
    });
}

using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Settings;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.ServiceCards;

namespace PropertyCloud.Registry.Communities.Pages;

[Permission(RegistryPermissions.Edit)]
public sealed class RegistrySettingsModel : RegistryPage
{
    /// <summary>The community whose buildings, clusters and places are shown; the first one when left out.</summary>
    [FromQuery(Name = "community")] public Guid? CommunityId { get; set; }

    /// <summary>What is being edited: <c>community</c>, a cluster's or a place's id.</summary>
    [FromQuery(Name = "edit")] public string? Edit { get; set; }

    public override string Title => L["房产与组团"];
    internal IReadOnlyList<CommunitySummary> Communities { get; private set; } = [];
    internal CommunityView? Community { get; private set; }
    internal string Hotline { get; private set; } = "";
    public string? TypedName { get; private set; }

    internal string Act(string handler) => $"/registry?handler={handler}&community={CommunityId}{(Edit is null ? "" : $"&edit={Uri.EscapeDataString(Edit)}")}";
    internal string Link(string edit) => $"/registry?community={CommunityId}&edit={edit}#edit";

    public Task OnGetAsync() => LoadAsync(Cancelled);

    public Task<IActionResult> OnPostCommunityAsync(Guid? id, string? name, string? grade) => SaveAsync(name, async () =>
    {
        var saved = await UseCase<SaveCommunity>().HandleAsync(new(id, name, grade), Cancelled);
        CommunityId = saved;
        return saved;
    });

    public Task<IActionResult> OnPostClusterAsync(Guid? id, string? name) => SaveAsync(name, () =>
        UseCase<SaveCluster>().HandleAsync(new(id, CommunityId ?? Guid.Empty, name), Cancelled));

    public Task<IActionResult> OnPostPlaceAsync(Guid? id, string? name, Guid? clusterId) => SaveAsync(name, () =>
        UseCase<SavePlace>().HandleAsync(new(id, CommunityId ?? Guid.Empty, name, clusterId), Cancelled));

    public Task<IActionResult> OnPostAssignAsync(Guid? clusterId, List<Guid> buildingIds, List<Guid> entranceIds, string? plates) => DoAsync(async () =>
    {
        var changed = await UseCase<AssignCluster>().HandleAsync(new(CommunityId ?? Guid.Empty, clusterId, buildingIds, entranceIds, plates), Cancelled);
        Notice = L["已改 {0} 套房屋的组团", changed];
        return Redirect($"/registry?community={CommunityId}");
    });

    public Task<IActionResult> OnPostHotlineAsync(string? hotline) => DoAsync(async () =>
    {
        await UseCase<SetHotline>().HandleAsync(hotline, Cancelled);
        Notice = L["已保存"];
        return Redirect($"/registry?community={CommunityId}");
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        Hotline = await UseCase<ISettings>().GetAsync(RegistrySettings.Hotline, cancellation);
        Communities = await UseCase<ICommunityLookup>().ListAsync(cancellation);
        CommunityId ??= Communities.FirstOrDefault()?.Id;
        Community = CommunityId is { } id ? await UseCase<ViewCommunity>().HandleAsync(id, cancellation) : null;
    }

    private Task<IActionResult> SaveAsync(string? name, Func<Task<Guid>> save) => DoAsync(async () =>
    {
        TypedName = name;
        await save();
        Notice = L["已保存"];
        return Redirect($"/registry?community={CommunityId}");
    });
}

using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Communities.Pages;

[Permission(RegistryPermissions.Arrange)]
public sealed class BuildingDetailModel : RegistryPage
{
    public const string NewUnits = "new-units";
    public const string NewEntrance = "new-entrance";
    public const string Name = "name";

    [FromRoute] public Guid Id { get; set; }

    /// <summary>Units of this entrance only.</summary>
    [FromQuery(Name = "entrance")] public Guid? EntranceId { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    /// <summary>What is being edited: one of the words above, or an entrance's id.</summary>
    [FromQuery(Name = "edit")] public string? Edit { get; set; }

    public override string Title => Building is null ? L["楼栋"] : $"{BuildingName(Building.Name)} {Building.Community}";
    internal BuildingDetail? Building { get; private set; }
    internal EntranceView? Entrance => Building!.Entrances.FirstOrDefault(e => e.Id.ToString() == Edit);

    internal string Act(string handler) => $"{Here}&handler={handler}{(Edit is null ? "" : $"&edit={Uri.EscapeDataString(Edit)}")}";
    internal string Link(string edit) => $"{Here}&edit={edit}#edit";

    /// <summary>This page without an open form.</summary>
    internal string Here => $"/registry/buildings/{Id}?entrance={EntranceId}";

    public Task OnGetAsync() => LoadAsync(Cancelled);

    public Task<IActionResult> OnPostRenameAsync(string? name, long? version) => SaveAsync(() => UseCase<RenameBuilding>().HandleAsync(new(Id, name, version), Cancelled));

    public Task<IActionResult> OnPostRemoveAsync(long? version) => DoAsync(async () =>
    {
        var community = await UseCase<RemoveBuilding>().HandleAsync(Id, version, Cancelled);
        Notice = L["已删除"];
        return Redirect($"/registry?community={community}");
    });

    public Task<IActionResult> OnPostAddEntranceAsync(string? name) => SaveAsync(() => UseCase<AddEntrance>().HandleAsync(new(Id, name), Cancelled));

    public Task<IActionResult> OnPostRenameEntranceAsync(Guid id, string? name, long? version) => SaveAsync(() => UseCase<RenameEntrance>().HandleAsync(new(id, name, version), Cancelled));

    public Task<IActionResult> OnPostRemoveEntranceAsync(Guid id, long? version) => SaveAsync(async () =>
    {
        await UseCase<RemoveEntrance>().HandleAsync(id, version, Cancelled);
        if (EntranceId == id) EntranceId = null;
    }, L["已删除"]);

    public Task<IActionResult> OnPostAddUnitsAsync(Guid entranceId, string? numbers, int kind, string? area, Guid? clusterId, bool again) => DoAsync(async () =>
    {
        var several = Several(numbers);
        await UseCase<AddUnits>().HandleAsync(new(entranceId, several, (UnitKind)kind, AreaOf(area), clusterId), Cancelled);
        Notice = L["已加 {0} 套房屋", several.Select(DoorPlate.Number).Distinct().Count()];
        return Redirect(again ? Link(NewUnits) : Here);
    });

    protected override async Task LoadAsync(CancellationToken cancellation) => Building = await UseCase<ViewBuilding>().HandleAsync(Id, EntranceId, Number, cancellation);

    private Task<IActionResult> SaveAsync(Func<Task> save, string? notice = null) => DoAsync(async () =>
    {
        await save();
        Notice = notice ?? L["已保存"];
        return Redirect(Here);
    });
}

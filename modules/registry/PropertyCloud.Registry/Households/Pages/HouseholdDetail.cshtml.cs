using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Communities;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.ServiceCards;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Households.Pages;

[Permission(RegistryPermissions.View)]
public sealed class HouseholdDetailModel : RegistryPage
{
    public const string NewPerson = "new";
    public const string TheUnit = "unit";

    [FromRoute] public Guid UnitId { get; set; }

    /// <summary>Whose panel is open: a relation's id, or <see cref="NewPerson"/>.</summary>
    [FromQuery(Name = "person")] public string? Person { get; set; }

    /// <summary><see cref="TheUnit"/> opens the unit's form.</summary>
    [FromQuery(Name = "edit")] public string? Edit { get; set; }

    public override string Title => Household is null ? L["住户"] : $"{Household.Plate} {Household.Community}";
    internal HouseholdView? Household { get; private set; }
    internal PersonView? Chosen => Household!.People.Concat(Household.Former).FirstOrDefault(p => p.RelationId.ToString() == Person);
    internal (Guid Relation, string Phone)? Revealed { get; private set; }

    /// <summary>Shown once and kept nowhere.</summary>
    internal string? Link { get; private set; }

    /// <summary>Where the unit may be put; filled for its form.</summary>
    internal IReadOnlyList<Choice> Clusters { get; private set; } = [];

    /// <summary>The phone is known under another name: only then the page asks whether two people share it.</summary>
    internal bool AsksWhetherShared => Problem?.Code == AddPerson.PhoneKnown || Typed("sharesPhone") is not null;

    internal string Act(string handler) => $"/households/{UnitId}?handler={handler}{(Person is null ? "" : $"&person={Uri.EscapeDataString(Person)}")}{(Edit is null ? "" : $"&edit={Uri.EscapeDataString(Edit)}")}";
    internal bool May(string permission) => Me.Has(permission);

    public Task OnGetAsync() => LoadAsync(Cancelled);

    public Task<IActionResult> OnPostAddAsync(string? name, string? phone, UnitRole? role, DateOnly? from, string? remarks, bool contact, bool sharesPhone, bool again) => ActAsync(RegistryPermissions.Edit, async () =>
    {
        RequireReadableDays(nameof(from));
        await UseCase<AddPerson>().HandleAsync(new(UnitId, name, phone, role, from, contact, remarks, sharesPhone), Cancelled);
        Notice = L["已登记 {0}", name?.Trim()];
        return again ? Redirect($"/households/{UnitId}?person={NewPerson}#person") : Back();
    });

    public Task<IActionResult> OnPostChangeAsync(Guid relation, string? name, string? phone, string? remarks, long? version) => ActAsync(RegistryPermissions.Edit, async () =>
    {
        var waits = await UseCase<ChangePerson>().HandleAsync(new(UnitId, relation, name, phone, remarks ?? "", version), Cancelled);
        Notice = waits ? L["已保存；新手机等另一个人核对，在那之前用原来的"] : L["已保存"];
        return Back();
    });

    public Task<IActionResult> OnPostMoveOutAsync(List<Guid> people, DateOnly? lastDay) => ActAsync(RegistryPermissions.Edit, async () =>
    {
        RequireReadableDays(nameof(lastDay));
        await UseCase<MoveOut>().HandleAsync(new(UnitId, people, lastDay), Cancelled);
        await LoadAsync(Cancelled);
        Notice = Household!.People.Any(p => p.To is null) ? L["已登记搬出"] : L["已登记搬出。新住户来时，要换服务卡就在这里换"];
        return Back();
    });

    public Task<IActionResult> OnPostCorrectAsync(Guid relation, UnitRole? role, DateOnly? from, DateOnly? to) => ActAsync(RegistryPermissions.Edit, async () =>
    {
        RequireReadableDays(nameof(from), nameof(to));
        await UseCase<CorrectRelation>().HandleAsync(new(UnitId, relation, role, from, to), Cancelled);
        Notice = L["已保存"];
        return Back();
    });

    public Task<IActionResult> OnPostUnitAsync(string? number, int kind, string? area, Guid? clusterId, long? version) => ActAsync(RegistryPermissions.Arrange, async () =>
    {
        await UseCase<ChangeUnit>().HandleAsync(new(UnitId, number, (UnitKind)kind, AreaOf(area), clusterId, version), Cancelled);
        Notice = L["已保存"];
        return Back();
    });

    public Task<IActionResult> OnPostRemoveUnitAsync(long? version) => ActAsync(RegistryPermissions.Arrange, async () =>
    {
        var building = await UseCase<RemoveUnit>().HandleAsync(UnitId, version, Cancelled);
        Notice = L["已删除"];
        return Redirect($"/registry/buildings/{building}");
    });

    public Task<IActionResult> OnPostContactAsync(Guid relation) => ActAsync(RegistryPermissions.Edit, async () =>
    {
        await UseCase<MakeContact>().HandleAsync(UnitId, relation, Cancelled);
        Notice = L["已换联系人"];
        return Back();
    });

    public Task<IActionResult> OnPostRotateAsync(string? reason) => ActAsync(RegistryPermissions.Edit, async () =>
    {
        await UseCase<RotateCard>().HandleAsync(UnitId, reason, Cancelled);
        Notice = L["已换卡，旧卡不能再用"];
        return Back();
    });

    public Task<IActionResult> OnPostRevealAsync(Guid relation, string? reason) => ActAsync(RegistryPermissions.Reveal, async () =>
    {
        var phone = await UseCase<RevealPhone>().HandleAsync(UnitId, relation, reason, Cancelled);
        Response.Headers.CacheControl = "no-store";
        if (Request.Headers.ContainsKey("X-Requested-With") || Request.Headers.Accept.ToString().StartsWith("text/plain", StringComparison.Ordinal)) return Content(phone, "text/plain; charset=utf-8");
        Revealed = (relation, phone);
        await LoadAsync(Cancelled);
        return Page();
    });

    public Task<IActionResult> OnPostInviteAsync(Guid relation) => ActAsync(RegistryPermissions.Invite, async () =>
    {
        Link = await UseCase<InviteResident>().HandleAsync(UnitId, relation, Cancelled);
        Response.Headers.CacheControl = "no-store";
        await LoadAsync(Cancelled);
        return Page();
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        Household = await UseCase<ViewHousehold>().HandleAsync(UnitId, cancellation);
        if (Edit == TheUnit && May(RegistryPermissions.Arrange))
            Clusters = [.. (await UseCase<HouseholdQuery>().ClustersAsync(Household.CommunityId, cancellation)).Select(c => new Choice(c.Id, c.Name))];
    }

    private Task<IActionResult> ActAsync(string permission, Func<Task<IActionResult>> act) => DoAsync(() => Me.Has(permission) ? act() : Task.FromResult<IActionResult>(Forbid()));
    private RedirectResult Back() => Redirect($"/households/{UnitId}");
}

using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.ServiceCards;

namespace PropertyCloud.Registry.Households.Pages;

[Permission(RegistryPermissions.View)]
public sealed class HouseholdDetailModel : RegistryPage
{
    public const string NewPerson = "new";

    [FromRoute] public Guid UnitId { get; set; }

    /// <summary>Whose panel is open: a relation's id, or <see cref="NewPerson"/>.</summary>
    [FromQuery(Name = "person")] public string? Person { get; set; }

    public override string Title => Household is null ? L["住户"] : $"{Household.Plate} {Household.Community}";
    internal HouseholdView? Household { get; private set; }
    internal PersonView? Chosen => Household!.People.FirstOrDefault(p => p.RelationId.ToString() == Person);
    internal (Guid Relation, string Phone)? Revealed { get; private set; }

    /// <summary>Shown once and kept nowhere.</summary>
    internal string? Link { get; private set; }

    public string? TypedName { get; private set; }
    public string? TypedPhone { get; private set; }
    public UnitRole? TypedRole { get; private set; }
    public DateOnly? TypedFrom { get; private set; }

    internal string Act(string handler) => $"/households/{UnitId}?handler={handler}{(Person is null ? "" : $"&person={Uri.EscapeDataString(Person)}")}";
    internal bool May(string permission) => Me.Has(permission);

    public Task OnGetAsync() => LoadAsync(Cancelled);

    public Task<IActionResult> OnPostAddAsync(string? name, string? phone, UnitRole? role, DateOnly? from, bool contact) => ActAsync(RegistryPermissions.Edit, async () =>
    {
        (TypedName, TypedPhone, TypedRole, TypedFrom) = (name, phone, role, from);
        await UseCase<AddPerson>().HandleAsync(new(UnitId, name, phone, role, from, contact), Cancelled);
        Notice = L["已登记 {0}", name];
        return Back();
    });

    public Task<IActionResult> OnPostChangeAsync(Guid relation, string? name, string? phone) => ActAsync(RegistryPermissions.Edit, async () =>
    {
        (TypedName, TypedPhone) = (name, phone);
        var waits = await UseCase<ChangePerson>().HandleAsync(new(UnitId, relation, name, phone), Cancelled);
        Notice = waits ? L["已保存；新手机等另一个人核对，在那之前用原来的"] : L["已保存"];
        return Back();
    });

    public Task<IActionResult> OnPostEndAsync(Guid relation, DateOnly? to) => ActAsync(RegistryPermissions.Edit, async () =>
    {
        await UseCase<EndRelation>().HandleAsync(UnitId, relation, to, Cancelled);
        Notice = L["已登记搬出"];
        return Back();
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

    protected override async Task LoadAsync(CancellationToken cancellation) => Household = await UseCase<ViewHousehold>().HandleAsync(UnitId, cancellation);

    private Task<IActionResult> ActAsync(string permission, Func<Task<IActionResult>> act) => DoAsync(() => Me.Has(permission) ? act() : Task.FromResult<IActionResult>(Forbid()));
    private RedirectResult Back() => Redirect($"/households/{UnitId}");
}

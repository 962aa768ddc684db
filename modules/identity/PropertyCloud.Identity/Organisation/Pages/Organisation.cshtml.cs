using PropertyCloud.Kernel.Security;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Identity.Organisation.Pages;

[Permission(IdentityPermissions.Organisation)]
internal sealed class OrganisationModel(GetOrganisation get) : ModulePage
{
    public override string Title => L["组织架构"];
    public OrganisationChart Chart { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Chart = await get.HandleAsync(cancellation);

    public string PostOf(Member member) => member.Title ?? string.Join(' ', member.Roles.Select(r => L.Say(Roles.RoleNames.OfRole(r))));
}

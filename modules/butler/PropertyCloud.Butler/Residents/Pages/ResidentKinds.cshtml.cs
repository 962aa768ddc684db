using PropertyCloud.Kernel.Security;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Butler.Residents.Pages;

/// <summary>All that can be asked for, where somebody comes from a link.</summary>
[Permission(ButlerPermissions.Ask)]
public sealed class ResidentKindsModel : ButlerPage
{
    public override Frame Frame => Frame.Resident;
    public override string Title => L.Say("您需要什么");

    public void OnGet()
    {
    }
}

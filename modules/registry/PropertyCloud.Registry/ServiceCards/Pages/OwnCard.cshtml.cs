using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Settings;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Registry.ServiceCards.Pages;

[Permission(RegistryPermissions.OwnCard)]
public sealed class OwnCardModel : RegistryPage
{
    public override Frame Frame => Frame.Resident;
    public override string Title => L["服务卡"];
    internal IReadOnlyList<CardView> Cards { get; private set; } = [];

    /// <summary>Empty where the company has not named one.</summary>
    internal string Hotline { get; private set; } = "";

    public Task OnGetAsync() => LoadAsync(Cancelled);

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        Cards = await UseCase<OwnCards>().HandleAsync(cancellation);
        Hotline = await UseCase<ISettings>().GetAsync(RegistrySettings.Hotline, cancellation);
    }
}

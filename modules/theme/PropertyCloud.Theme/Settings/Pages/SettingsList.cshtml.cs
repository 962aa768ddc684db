using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme.Components;
using PropertyCloud.Theme.Layout;

namespace PropertyCloud.Theme.Settings.Pages;

/// <summary>What the modules offer to be set, as far as the reader may.</summary>
[AnySignedIn]
public sealed class SettingsListModel(Navigation menu) : ModulePage
{
    public override Frame Frame => menu.FrameOfReader;
    public override string Title => L["设置"];
    public IReadOnlyList<MenuEntry> Entries => menu.Entries(MenuPlace.Setting);
    public EmptyState Nothing => new(L["没有你能改的设置"], L["需要的话，请公司管理员给你开通。"], L["语言和外观"], "/preferences", "settings");

    public void OnGet() { }
}

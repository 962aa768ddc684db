using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Identity.SignIn.Pages;

/// <summary>Signs out by a post; opened as a page it asks first. Repeating is safe.</summary>
[AnySignedIn]
internal sealed class SignOutModel(IUserSession session) : ModulePage
{
    public override Frame Frame => Frame.Plain;
    public override string Title => L["退出登录"];

    public async Task<IActionResult> OnPostAsync()
    {
        await session.SignOutAsync();
        return LocalRedirect("/sign-in");
    }
}

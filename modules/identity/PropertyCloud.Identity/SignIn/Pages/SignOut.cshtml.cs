using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Identity.SignIn.Pages;

/// <summary>Signs out by a post; opened as a page it asks first. Repeating is safe.</summary>
[AllowAnonymous]
internal sealed class SignOutModel(IUserSession session) : ModulePage
{
    public override Frame Frame => Frame.Plain;
    public override string Title => L["退出登录"];

    public IActionResult OnGet() => Me.IsAuthenticated ? Page() : LocalRedirect("/sign-in");

    public async Task<IActionResult> OnPostAsync()
    {
        await session.SignOutAsync();
        return LocalRedirect("/sign-in");
    }
}

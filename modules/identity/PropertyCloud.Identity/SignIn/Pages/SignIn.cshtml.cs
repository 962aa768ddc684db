using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Identity.SignIn.Pages;

[AllowAnonymous]
internal sealed class SignInModel(SignInUser signIn, IUserSession session) : ModulePage
{
    public override Frame Frame => Frame.Plain;
    public override string Title => L["登录"];

    [BindProperty] public string? UserName { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty(Name = "remember")] public bool Remember { get; set; }
    [BindProperty(Name = "returnUrl", SupportsGet = true)] public string? ReturnUrl { get; set; }

    /// <summary>Somebody was sent here from a page that needs a sign-in.</summary>
    public bool Expired => Request.Method == "GET" && Url.IsLocalUrl(ReturnUrl) && ReturnUrl is not "/";

    public IActionResult OnGet() => Me.IsAuthenticated ? GoOn() : Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) => DoAsync(async () =>
    {
        var who = await signIn.HandleAsync(new(UserName, Password), cancellation);
        await session.SignInAsync(who.UserId, who.SecurityStamp, who.IsResident || Remember);
        return GoOn();
    });

    private LocalRedirectResult GoOn() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
}

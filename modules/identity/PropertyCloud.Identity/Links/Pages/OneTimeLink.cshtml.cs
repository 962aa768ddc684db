using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Identity.Links.Pages;

/// <summary>Opening the page changes nothing: messengers open links to preview them. The button uses the link up.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class OneTimeLinkModel(FindLink find, UseLink use, IUserSession session) : ModulePage
{
    public override Frame Frame => Frame.Plain;
    public override string Title => L["一次性链接"];

    [BindProperty(Name = "token", SupportsGet = true)] public string? Token { get; set; }
    [BindProperty(Name = "newPassword")] public string? NewPassword { get; set; }
    [BindProperty(Name = "repeat")] public string? Repeat { get; set; }

    public FoundLink? Found { get; private set; }

    /// <summary>The link may be in the wrong hands: it tells the family name only.</summary>
    public string MaskedName => Found is { User.Name: { Length: > 0 } name } ? name[..1] + new string('*', Math.Max(1, name.Length - 1)) : "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => OrGoneAsync(async () =>
    {
        await LoadAsync(cancellation);
        return Page();
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) => OrGoneAsync(() => DoAsync(async () =>
    {
        var who = await use.HandleAsync(new(Token ?? "", NewPassword, Repeat), cancellation);
        await session.SignInAsync(who.UserId, who.SecurityStamp, who.IsResident);
        Notice = L["登录成功"];
        return LocalRedirect("/");
    }));

    protected override async Task LoadAsync(CancellationToken cancellation) => Found = await find.HandleAsync(Token ?? "", cancellation);

    private async Task<IActionResult> OrGoneAsync(Func<Task<IActionResult>> act)
    {
        try
        {
            return await act();
        }
        catch (DomainException gone) when (gone.Status == 410)
        {
            Found = null;
            Response.StatusCode = 410;
            return Page();
        }
    }
}

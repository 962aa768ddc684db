using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Identity.Accounts.Pages;

[AnySignedIn]
internal sealed class AccountModel(GetAccount account, ChangePassword change, IUserSession session) : ModulePage
{
    public override Frame Frame => Me.Access?.IsResident == true ? Frame.Resident : Tenant.Info?.IsPlatform == true ? Frame.Platform : Frame.Staff;
    public override string Title => L["我的"];

    [BindProperty(Name = "current")] public string? Current { get; set; }
    [BindProperty(Name = "newPassword")] public string? NewPassword { get; set; }
    [BindProperty(Name = "repeat")] public string? Repeat { get; set; }

    public AccountDetails Account { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public Task<IActionResult> OnPostPasswordAsync(CancellationToken cancellation) => DoAsync(async () =>
    {
        var who = await change.HandleAsync(new(Current, NewPassword, Repeat), cancellation);
        await session.SignInAsync(who.UserId, who.SecurityStamp, who.IsResident);
        Notice = L["密码已修改，其他设备上的登录已退出"];
        return LocalRedirect("/account");
    });

    protected override async Task LoadAsync(CancellationToken cancellation) => Account = await account.HandleAsync(cancellation);
}

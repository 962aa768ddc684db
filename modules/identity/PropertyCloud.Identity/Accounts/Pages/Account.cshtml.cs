using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Identity.PhoneChanges;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Identity.Accounts.Pages;

[AnySignedIn]
internal sealed class AccountModel(GetAccount account, ChangePassword change, ViewPhoneChanges phones, AskOwnPhone askPhone, ApprovePhoneChange approve, RefusePhoneChange refuse, WithdrawPhoneChange withdraw, IUserSession session) : ModulePage
{
    public override Frame Frame => Me.Access?.IsResident == true ? Frame.Resident : Tenant.Info?.IsPlatform == true ? Frame.Platform : Frame.Staff;
    public override string Title => L["我的"];

    [BindProperty(Name = "current")] public string? Current { get; set; }
    [BindProperty(Name = "newPassword")] public string? NewPassword { get; set; }
    [BindProperty(Name = "repeat")] public string? Repeat { get; set; }

    [BindProperty(Name = "phone")] public string? Phone { get; set; }

    public AccountDetails Account { get; private set; } = null!;

    /// <summary>What waits for the reader's own phone; null when nothing does.</summary>
    public PhoneChangeView? PhoneChange { get; private set; }

    /// <summary>Which of the page's two forms with the field <c>current</c> was refused.</summary>
    public bool PhoneRefused { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public Task<IActionResult> OnPostPasswordAsync(CancellationToken cancellation) => DoAsync(async () =>
    {
        var who = await change.HandleAsync(new(Current, NewPassword, Repeat), cancellation);
        await session.SignInAsync(who.UserId, who.SecurityStamp, who.IsResident);
        Notice = L["密码已修改，其他设备上的登录已退出"];
        return LocalRedirect("/account");
    });

    public Task<IActionResult> OnPostPhoneAsync(CancellationToken cancellation) => PhoneAsync(async () =>
    {
        await askPhone.HandleAsync(new(Phone, Current), cancellation);
        return L["已提出，等物业核对；在那之前用原来的号码"];
    });

    public Task<IActionResult> OnPostPhoneApproveAsync(Guid change, CancellationToken cancellation) => PhoneAsync(async () =>
    {
        if (await approve.HandleAsync(change, Current, cancellation) is { } own) await session.SignInAsync(own.UserId, own.SecurityStamp, own.IsResident);
        return L["手机号已改，其他设备上的登录已退出"];
    });

    public Task<IActionResult> OnPostPhoneRefuseAsync(Guid change, CancellationToken cancellation) => PhoneAsync(async () =>
    {
        await refuse.HandleAsync(change, L["本人说不是自己要改"], cancellation);
        return L["没有改，手机号不变"];
    });

    public Task<IActionResult> OnPostPhoneWithdrawAsync(Guid change, CancellationToken cancellation) => PhoneAsync(async () =>
    {
        await withdraw.HandleAsync(change, cancellation);
        return L["已撤回，号码不变"];
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        Account = await account.HandleAsync(cancellation);
        PhoneChange = await phones.FindOwnAsync(cancellation);
    }

    private Task<IActionResult> PhoneAsync(Func<Task<string>> act)
    {
        PhoneRefused = true;
        return DoAsync(async () =>
        {
            Notice = await act();
            return LocalRedirect("/account");
        });
    }
}

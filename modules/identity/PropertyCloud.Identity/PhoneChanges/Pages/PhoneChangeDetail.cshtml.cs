using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Identity.PhoneChanges.Pages;

/// <summary>One change for staff: who asked sees how it stands, the second person decides. Residents meet theirs on their account.</summary>
[AnySignedIn]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PhoneChangeDetailModel(ViewPhoneChanges view, RevealPhoneChange reveal, ApprovePhoneChange approve, RefusePhoneChange refuse, WithdrawPhoneChange withdraw, IUserSession session) : ModulePage
{
    public override Frame Frame => Me.Access?.IsResident == true ? Frame.Resident : Frame.Staff;
    public override string Title => L["手机号变更"];

    [BindProperty(Name = "id", SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty(Name = "reason")] public string? Reason { get; set; }
    [BindProperty(Name = "current")] public string? Current { get; set; }

    public PhoneChangeView Change { get; private set; } = null!;

    /// <summary>Right after asking to see them; never kept.</summary>
    public WholePhones? Whole { get; private set; }
    public bool MayReveal => Change.MayDecide && Me.Has(IdentityPermissions.ApprovePhones) && !IsOwner;
    public bool IsOwner { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public Task<IActionResult> OnPostRevealAsync(CancellationToken cancellation) => DoAsync(async () =>
    {
        Whole = await reveal.HandleAsync(Id, cancellation);
        await LoadAsync(cancellation);
        return Page();
    });

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellation) => DoAsync(async () =>
    {
        if (await approve.HandleAsync(Id, Current, cancellation) is { } own) await session.SignInAsync(own.UserId, own.SecurityStamp, own.IsResident);
        return Done(L["已同意，新号码生效"]);
    });

    public Task<IActionResult> OnPostRefuseAsync(CancellationToken cancellation) => DoAsync(async () =>
    {
        await refuse.HandleAsync(Id, Reason, cancellation);
        return Done(L["没有同意，号码不变"]);
    });

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation) => DoAsync(async () =>
    {
        await withdraw.HandleAsync(Id, cancellation);
        return Done(L["已撤回，号码不变"]);
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        Change = await view.GetAsync(Id, cancellation);
        IsOwner = (await view.FindOwnAsync(cancellation))?.Id == Id;
    }

    private LocalRedirectResult Done(string notice)
    {
        Notice = notice;
        return LocalRedirect($"/phone-changes/{Id}");
    }
}

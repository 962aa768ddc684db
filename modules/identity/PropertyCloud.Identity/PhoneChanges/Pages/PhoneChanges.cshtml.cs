using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Identity.PhoneChanges.Pages;

[Permission(IdentityPermissions.Phones)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PhoneChangesModel(ViewPhoneChanges view, ApprovePhoneChanges approve) : ModulePage
{
    public override string Title => L["手机号变更"];

    [BindProperty(Name = "closed", SupportsGet = true)] public bool Closed { get; set; }
    [BindProperty(Name = "ids")] public List<Guid> Chosen { get; set; } = [];

    public PageOf<PhoneChangeView> Result { get; private set; } = null!;
    public int Waiting { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public Task<IActionResult> OnPostChosenAsync(CancellationToken cancellation) => DoAsync(async () =>
    {
        if (!Me.Has(IdentityPermissions.ApprovePhones)) return Forbid();
        Notice = L["同意了 {0} 个手机号变更", await approve.HandleAsync(Chosen, cancellation)];
        return LocalRedirect("/phone-changes");
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        // Not bound: "page" is a route value of Razor Pages.
        var number = int.TryParse(Request.Query["page"], CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        Result = await view.ListAsync(Closed, number, cancellation);
        Waiting = Closed ? await view.CountWaitingAsync(cancellation) : Result.Total;
    }
}

/// <summary>What people read for a change's state.</summary>
internal static class PhoneChangeWords
{
    public static string Of(PhoneChangeView change) => change.State switch
    {
        PhoneChangeState.Waiting => change.MayDecide ? "等你核对" : "等另一个人核对",
        PhoneChangeState.Approved => "已同意",
        PhoneChangeState.Refused => "没有同意",
        _ => "已撤回",
    };
}

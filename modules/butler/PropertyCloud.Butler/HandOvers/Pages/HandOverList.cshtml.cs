using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.HandOvers.Pages;

/// <summary>月度移交: the butler's own months with what is missing; what others handed over to the receiver.</summary>
[AnySignedIn]
public sealed class HandOverListModel : ButlerPage
{
    public override string Title => L.Say("月度移交");

    internal HandOverList List { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync(Cancel);

    public Task<IActionResult> OnPostAsync(int year, int month, string? remark) => DoAsync(async () =>
    {
        if (!Me.Has(ButlerPermissions.HandOver)) throw DomainException.Forbidden();
        var id = await Use<SubmitHandOver>().HandleAsync(year, month, remark, Cancel);
        Notice = L.Say("已移交");
        return Redirect($"/hand-over/{id}");
    });

    protected override async Task LoadAsync(CancellationToken cancellation) => List = await Use<ListHandOvers>().HandleAsync(PageNumber, cancellation);
}

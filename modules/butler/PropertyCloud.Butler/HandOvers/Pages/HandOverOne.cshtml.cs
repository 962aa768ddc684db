using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.HandOvers.Pages;

/// <summary>One month of one butler: figures, what is missing, accepted or returned. Prints on one sheet.</summary>
[AnySignedIn]
public sealed class HandOverOneModel : ButlerPage
{
    public override string Title => View is null ? L.Say("月度移交") : L.Say("{0} {1} 年 {2} 月移交", View.Butler, View.HandOver.Year, View.HandOver.Month);

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    internal HandOverView View { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync(Cancel);

    public Task<IActionResult> OnPostAcceptAsync() => DoAsync(async () =>
    {
        await Use<DecideHandOver>().AcceptAsync(Id, Cancel);
        Notice = L.Say("已接收");
        return Redirect($"/hand-over/{Id}");
    });

    public Task<IActionResult> OnPostReturnAsync(string? reason) => DoAsync(async () =>
    {
        await Use<DecideHandOver>().ReturnAsync(Id, reason ?? "", Cancel);
        Notice = L.Say("已退回");
        return Redirect($"/hand-over/{Id}");
    });

    protected override async Task LoadAsync(CancellationToken cancellation) => View = await Use<ShowHandOver>().HandleAsync(Id, cancellation);
}

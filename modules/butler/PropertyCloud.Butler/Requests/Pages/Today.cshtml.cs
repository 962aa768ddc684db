using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.Requests.Pages;

/// <summary>今日: what is due first, one next action each.</summary>
[Permission(ButlerPermissions.Work)]
public sealed class TodayModel : ButlerPage
{
    public override string Title => L.Say("今日");

    internal DayView Day { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync(Cancel);

    /// <summary>The live part alone.</summary>
    public async Task<IActionResult> OnGetPartAsync()
    {
        await LoadAsync(Cancel);
        return Partial("/Requests/Pages/_TodayPart.cshtml", this);
    }

    public Task<IActionResult> OnPostAcceptAsync(Guid id) => DoAsync(async () =>
    {
        await Use<AcceptRequest>().HandleAsync(id, Cancel);
        Notice = L.Say("已受理");
        return Redirect("/today");
    });

    public Task<IActionResult> OnPostUrgeAsync(Guid id) => DoAsync(async () =>
    {
        await Use<UrgeRequest>().HandleAsync(id, Cancel);
        Notice = L.Say("已催办");
        return Redirect("/today");
    });

    public Task<IActionResult> OnPostCallAsync(Guid id, int who) => DoAsync(async () =>
        Redirect(Dial.To(await Use<CallPerson>().HandleAsync(id, (CallWho)who, Cancel))));

    protected override async Task LoadAsync(CancellationToken cancellation) => Day = await Use<ButlerDay>().HandleAsync(cancellation);
}

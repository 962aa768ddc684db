using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.CallBacks.Pages;

/// <summary>回访: every closed request that is to be called about, and what came of it.</summary>
[Permission(ButlerPermissions.CallBack)]
public sealed class CallBackListModel : ButlerPage
{
    public override string Title => L.Say("回访");

    [BindProperty(SupportsGet = true)] public string? Segment { get; set; }
    [BindProperty(SupportsGet = true)] public bool Mine { get; set; }
    [BindProperty(SupportsGet = true, Name = "request")] public Guid? OneRequest { get; set; }

    internal CallBackList List { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync(Cancel);

    public async Task<IActionResult> OnGetRowsAsync()
    {
        await LoadAsync(Cancel);
        return Partial("/CallBacks/Pages/_CallBackRows.cshtml", this);
    }

    /// <param name="id">The request.</param>
    public Task<IActionResult> OnPostReachedAsync(Guid id, int? satisfaction, string? remark) => DoAsync(async () =>
    {
        if (satisfaction is null) throw new DomainException("butler.bad-rating", "满意度选 1 到 5") { Status = 422, Field = "satisfaction" };
        await Use<RecordCallBack>().HandleAsync(id, true, satisfaction, remark, Cancel);
        Notice = L.Say("回访已记下");
        return Redirect("/call-backs");
    });

    public Task<IActionResult> OnPostMissedAsync(Guid id, string? remark) => DoAsync(async () =>
    {
        await Use<RecordCallBack>().HandleAsync(id, false, null, remark, Cancel);
        Notice = L.Say("已记下没有打通");
        return Redirect("/call-backs");
    });

    public Task<IActionResult> OnPostCallAsync(Guid id) => DoAsync(async () => Redirect(Dial.To(await Use<CallPerson>().HandleAsync(id, CallWho.Reporter, Cancel))));

    protected override async Task LoadAsync(CancellationToken cancellation) =>
        List = await Use<ListCallBacks>().HandleAsync(new(Segment, Mine, OneRequest, PageNumber), cancellation);
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme.Components;
using PropertyCloud.Theme.Layout;

namespace PropertyCloud.Notifications.Notices.Pages;

/// <summary>What happened that concerns the reader; residents and staff have the same page in their own frame.</summary>
[AnySignedIn]
public sealed class InboxModel : ModulePage
{
    public override string Title => L["消息"];
    public override Frame Frame => IsResident ? Frame.Resident : Frame.Staff;

    /// <summary><c>true</c>: only what is unread.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Unread { get; set; }

    private bool IsResident => Me.Access?.IsResident == true;

    internal PageOf<NoticeLine> Result { get; private set; } = new([], 1, ListNotifications.PageSize, 0);
    internal int UnreadCount { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnGetRowsAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Partial("/Notices/Pages/_InboxRows.cshtml", this);
    }

    /// <summary>Opening is reading: a post, so that nothing that merely fetches links marks anything.</summary>
    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken cancellation) =>
        LocalRedirect(await Use<MarkRead>().HandleAsync(id, cancellation));

    public async Task<IActionResult> OnPostReadAsync(Guid id, CancellationToken cancellation)
    {
        await Use<MarkRead>().HandleAsync(id, cancellation);
        return Redirect(Address);
    }

    public async Task<IActionResult> OnPostReadAllAsync(CancellationToken cancellation)
    {
        await Use<MarkAllRead>().HandleAsync(cancellation);
        Notice = L["全部标为已读"];
        return Redirect("/inbox");
    }

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        Result = await Use<ListNotifications>().HandleAsync(Unread, PageNumber, cancellation);
        UnreadCount = (await Use<IBellSource>().ReadAsync()).Unread;
    }

    internal string Address => (Unread, PageNumber) switch
    {
        (false, 1) => "/inbox",
        (true, 1) => "/inbox?unread=true",
        var (unread, page) => $"/inbox?{(unread ? "unread=true&" : "")}page={page}",
    };

    internal string RowsUrl => Address + (Address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=Rows";

    internal string PostUrl(string handler, Guid id) => Address + (Address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + $"handler={handler}&id={id}";

    internal EmptyState Empty => Unread && UnreadCount == 0
        ? new(L["没有未读的消息"], null, L["看全部消息"], "/inbox", "bell")
        : new(L["还没有消息"], IsResident ? L["您的事有进展时，这里会告诉您"] : L["有新的工作、消息或快到的时限时，这里会告诉你"], null, null, "bell");

    // Read by hand: in Razor Pages the name belongs to the route.
    private int PageNumber => int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    private T Use<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}

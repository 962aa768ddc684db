using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Settings;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.LostAndFound.Items.Pages;

/// <summary>失物招领: register, see what is kept, hand out.</summary>
[Permission(LostAndFoundModule.KeepPermission)]
public sealed class FoundItemsModel : ModulePage
{
    public override string Title => L.Say("失物招领");

    internal PageOf<FoundItem> Result { get; private set; } = new([], 1, 1, 0);
    internal int KeepDays { get; private set; }
    public string? What { get; private set; }
    public string? Where { get; private set; }

    public Task OnGetAsync() => LoadAsync(HttpContext.RequestAborted);

    public Task<IActionResult> OnPostAsync(string? what, string? where) => DoAsync(async () =>
    {
        (What, Where) = (what, where);
        await Use<RegisterItem>().HandleAsync(new(what, where, null), HttpContext.RequestAborted);
        Notice = L.Say("已登记");
        return Redirect("/lost-and-found");
    });

    public Task<IActionResult> OnPostHandOutAsync(Guid id) => DoAsync(async () =>
    {
        await Use<HandOutItem>().HandleAsync(id, HttpContext.RequestAborted);
        Notice = L.Say("已发还");
        return Redirect("/lost-and-found");
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        // `page` is a route value of Razor Pages: the query's own is read by hand.
        Result = await Use<ListItems>().HandleAsync(int.TryParse(Request.Query["page"], out var page) ? page : 1, cancellation);
        KeepDays = await Use<ISettings>().GetAsync(LostAndFoundModule.KeepDays, cancellation);
    }

    private T Use<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}

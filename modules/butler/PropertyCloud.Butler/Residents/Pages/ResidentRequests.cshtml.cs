using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Butler.Residents.Pages;

/// <summary>我的服务: everything the resident's household asked for during their own time there.</summary>
[Permission(ButlerPermissions.Ask)]
public sealed class ResidentRequestsModel : ButlerPage
{
    public override Frame Frame => Frame.Resident;
    public override string Title => L.Say("我的服务");

    /// <summary><c>open</c>, <c>done</c> or empty for all.</summary>
    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Filter { get; set; }

    internal MyRequests Mine { get; private set; } = null!;

    public async Task OnGetAsync() => Mine = await Use<ListMyRequests>().HandleAsync(Filter, PageNumber, Cancel);
}

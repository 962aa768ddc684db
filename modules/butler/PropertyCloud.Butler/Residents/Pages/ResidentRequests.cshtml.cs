using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Butler.Residents.Pages;

/// <summary>我的服务: everything the resident's household asked for during their own time there.</summary>
[Permission(ButlerPermissions.Ask)]
public sealed class ResidentRequestsModel : ButlerPage
{
    private const int Size = 20;
    public override Frame Frame => Frame.Resident;
    public override string Title => L.Say("我的服务");

    /// <summary><c>open</c>, <c>done</c> or empty for all.</summary>
    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Filter { get; set; }

    // Read by hand: in Razor Pages the name belongs to the route.
    private int PageNumber => int.TryParse(Request.Query["page"], out var page) ? page : 1;

    internal PageOf<Request> Result { get; private set; } = new([], 1, Size, 0);
    internal int OpenCount { get; private set; }
    internal int DoneCount { get; private set; }

    public async Task OnGetAsync()
    {
        var mine = await Use<RequestAccess>().VisibleAsync(Use<ButlerDbContext>().Requests.AsNoTracking(), Cancel);
        var counts = await mine.GroupBy(r => r.OpenStatus).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(Cancel);
        OpenCount = counts.Where(c => c.Key == 1).Sum(c => c.Count);
        DoneCount = counts.Where(c => c.Key != 1).Sum(c => c.Count);
        var chosen = Filter switch { "open" => mine.Where(r => r.OpenStatus == 1), "done" => mine.Where(r => r.OpenStatus != 1), _ => mine };
        var number = Math.Clamp(PageNumber, 1, 500);
        var total = Filter switch { "open" => OpenCount, "done" => DoneCount, _ => OpenCount + DoneCount };
        var rows = await chosen.OrderByDescending(r => r.OpenStatus).ThenByDescending(r => r.ReportedAt).Skip((number - 1) * Size).Take(Size).ToListAsync(Cancel);
        Result = new(rows, number, Size, total);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Butler.Residents.Pages;

/// <summary>The resident's first page: my butler, what is being done for me, ask for something.</summary>
[Permission(ButlerPermissions.Ask)]
public sealed class ResidentHomeModel : ButlerPage
{
    public override Frame Frame => Frame.Resident;
    public override string Title => Home?.Unit.CommunityName ?? L.Say("首页");

    internal ResidentHome? Home { get; private set; }
    internal IReadOnlyList<UnitSummary> Homes { get; private set; } = [];
    internal IReadOnlyList<Request> Open { get; private set; } = [];
    internal int OpenCount { get; private set; }
    internal IReadOnlyList<ServiceTile> Tiles { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "unit")]
    public Guid? Unit { get; set; }

    public Task OnGetAsync() => LoadAsync(Cancel);

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        Homes = await Use<ResidentHomes>().ListAsync(cancellation);
        Home = await Use<ResidentHomes>().FindAsync(Unit, cancellation);
        var mine = (await Use<RequestAccess>().VisibleAsync(Use<ButlerDbContext>().Requests.AsNoTracking(), cancellation))
            .Where(r => r.OpenStatus == 1 && r.Status != RequestStatus.CallBack && r.Status != RequestStatus.Confirmed);
        OpenCount = await mine.CountAsync(cancellation);
        Open = await mine.OrderByDescending(r => r.Status == RequestStatus.AwaitingConfirmation).ThenBy(r => r.SortAt).ThenByDescending(r => r.ReportedAt).Take(3).ToListAsync(cancellation);
        var features = Tenant.Info?.Features;
        Tiles = [.. Use<ModuleCatalog>().Menu
            .Where(x => x.Entry.Place == MenuPlace.ResidentTile && (x.Module.AlwaysOn || features?.Contains(x.Module.Name) != false) && (x.Entry.Permission is null || Me.Has(x.Entry.Permission)))
            .Select(x => new ServiceTile(L.Say(x.Entry.Text), x.Entry.Icon, Home is null ? x.Entry.Url : $"{x.Entry.Url}?unit={Home.Unit.Id}"))];
    }
}

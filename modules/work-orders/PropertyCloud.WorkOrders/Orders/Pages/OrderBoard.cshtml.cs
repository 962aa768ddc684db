using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.WorkOrders.Orders.Pages;

/// <summary>The worker's day on the phone, the department's board on the desk.</summary>
[Permission(WorkOrdersPermissions.View)]
public sealed class OrderBoardModel : ModulePage
{
    public override string Title => L["工单|部门"];

    /// <summary><c>mine</c>, <c>open</c>, <c>board</c> or <c>list</c>; whoever takes orders begins with their own.</summary>
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Department { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Column { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Overdue { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    internal PageOf<WorkOrder>? Result { get; private set; }
    internal ShowBoard.Board? Board { get; private set; }
    internal IReadOnlyDictionary<Guid, string> People { get; private set; } = new Dictionary<Guid, string>();
    internal int MineCount { get; private set; }
    internal int TakeableCount { get; private set; }
    internal OrderWords Words => this.Use<OrderWords>();
    internal OrderNames Names => this.Use<OrderNames>();
    internal OrderChips Chips => this.Use<OrderChips>();

    internal bool Works => Me.Has(WorkOrdersPermissions.Take);
    internal bool Directs => Me.Has(WorkOrdersPermissions.Assign);
    internal bool SeesDepartments => Me.Scope.Kind is DataScopeKind.Company or DataScopeKind.Community || Me.Has(WorkOrdersPermissions.ViewAll);
    internal string Current => View is "mine" or "open" or "board" or "list" ? View : Works ? "mine" : "board";
    internal OrderFilter Filter => new(Departments.All.Contains(Department) ? Department : null, Overdue, Q);
    internal OrderColumn? InColumn => Enum.TryParse<OrderColumn>(Column, true, out var column) && Enum.IsDefined(column) ? column : null;

    public async Task OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation);

    /// <summary>The changing part of the page, fetched again when somebody changed an order.</summary>
    public async Task<IActionResult> OnGetCardsAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Partial("/Orders/Pages/_OrderCards.cshtml", this);
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellation) =>
        File(await this.Use<ExportOrders>().HandleAsync(Filter, cancellation), "text/csv", $"orders-{Show.Today:yyyyMMdd}.csv");

    public Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken cancellation) => DoAsync(async () =>
    {
        await this.Use<TakeOrder>().HandleAsync(id, cancellation);
        Notice = L["已接单"];
        return Redirect($"/orders/{id}");
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        var list = this.Use<ListOrders>();
        (MineCount, TakeableCount) = await list.CountAsync(cancellation);
        if (Current == "board") Board = await this.Use<ShowBoard>().HandleAsync(Filter, cancellation);
        else Result = await list.HandleAsync(ListKind, Filter, InColumn, PageNumber, cancellation);
        var shown = Board?.Columns.SelectMany(c => c.Orders) ?? Result!.Items;
        People = await Names.PeopleAsync(shown.Select(o => o.AssigneeId), cancellation);
    }

    private OrderList ListKind => Current switch { "mine" => OrderList.Mine, "open" => OrderList.Takeable, _ => OrderList.All };

    // Read by hand: in Razor Pages the name belongs to the route.
    private int PageNumber => int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    /// <summary>The page's address with one thing changed; an empty value leaves it out, the page number starts anew.</summary>
    internal string Link(string name, string? value)
    {
        var parts = new Dictionary<string, string?> { ["view"] = View, ["department"] = Department, ["column"] = Column, ["overdue"] = Overdue ? "true" : null, ["q"] = Q };
        parts[name] = value;
        if (name == "view" && value != "list") parts["column"] = null;
        var query = string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "/orders" : $"/orders?{query}";
    }

    internal string CardsUrl => Link("handler", "Cards") + (PageNumber > 1 ? $"&page={PageNumber}" : "");

    internal string Assignee(WorkOrder order) =>
        order.AssigneeId is { } id ? People.GetValueOrDefault(id) ?? L["同事"] : L["未派人"];

    /// <summary>报修, or what matters more: 返工, why it rests, 催办.</summary>
    internal string Mark(WorkOrder order) =>
        order.HoldReason ?? (order.IsRework ? L["返工"] : order.UrgedCount > 0 ? L["催办 {0} 次", order.UrgedCount] : Words.Kind(order.Kind));

    internal BoardCard Card(WorkOrder order) =>
        new(new(order.Plate, IsPublic: order.PlateIsPublic), order.Title, $"/orders/{order.Id}", order.AssigneeId is null ? "" : Assignee(order), Chips.Next(order), Mark(order));

    internal EmptyState Empty => !Filter.IsEmpty
        ? new(L["没有符合的工单|部门"], L["换个条件，或清除筛选"], L["清除筛选"], $"/orders?view={Current}", "search")
        : Current switch
        {
            "mine" => new(L["你手上没有工单"], L["派给你的和你接的都会到这里"], L["看可接的"], "/orders?view=open"),
            "open" => new(L["现在没有可接的"], L["部门有新工单时，这里自己会更新"]),
            _ => new(L["还没有工单"], L["{butler}派给部门的工作会到这里"], null, null, "clipboard-list"),
        };
}

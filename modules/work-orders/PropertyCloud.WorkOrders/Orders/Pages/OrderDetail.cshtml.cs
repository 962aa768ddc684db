using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Theme.Components;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.WorkOrders.Orders.Pages;

/// <summary>One order: where, what, by when, who, and the one next act.</summary>
[Permission(WorkOrdersPermissions.View)]
public sealed class OrderDetailModel : ModulePage
{
    private GetOrder.Detail? _detail;

    public override string Title => _detail?.Order.Title ?? L["工单|部门"];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What was typed, shown again when an act was refused.</summary>
    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    internal WorkOrder Order => _detail!.Order;
    internal IReadOnlyList<ListReceivers.Receiver> Receivers { get; private set; } = [];
    internal string SeverityName { get; private set; } = "";
    internal OrderWords Words => this.Use<OrderWords>();
    internal OrderNames Names => this.Use<OrderNames>();
    internal OrderChips Chips => this.Use<OrderChips>();

    internal bool Holds => Order.AssigneeId == Me.Id && Order.Status != OrderStatus.Dispatched;
    internal bool Directs => Me.Has(WorkOrdersPermissions.Assign);
    internal bool CanTake => Order.Status == OrderStatus.Dispatched && (Order.AssigneeId == Me.Id || (Order.AssigneeId is null && IsMember));
    internal bool CanDecline => Order.IsOpen && Order.Status != OrderStatus.OnHold && (Holds || CanTake || (Directs && Order.Status == OrderStatus.Dispatched));
    internal bool CanHold => Holds && Order.Status is OrderStatus.Taken or OrderStatus.Arrived or OrderStatus.InProgress;
    internal bool CanComplete => CanHold;
    internal bool CanAssign => Directs && Order.Status == OrderStatus.Dispatched;
    internal bool CanTransfer => Order.IsOpen && Order.Status != OrderStatus.OnHold && (Directs || Holds || CanTake);
    internal bool HasMore => CanDecline || CanHold || CanAssign || CanTransfer;
    private bool IsMember => Me.Has(WorkOrdersPermissions.Take) && Order.Department == Me.Access?.Department;

    internal PlateView Plate => new(Order.Plate, IsPublic: Order.PlateIsPublic);

    internal string Who => Order.AssigneeId is { } id ? Person(id) : L["未派人"];

    /// <summary>Who is asked, where a person may be chosen.</summary>
    internal IReadOnlyList<ListReceivers.Person> Colleagues => Receivers.FirstOrDefault(r => r.Department == Order.Department)?.People ?? [];

    internal IReadOnlyList<TimelineStep> Steps { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnGetLiveAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Partial("/Orders/Pages/_OrderLive.cshtml", this);
    }

    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancellation) =>
        ActAsync(() => this.Use<TakeOrder>().HandleAsync(Id, cancellation), "已接单");

    public Task<IActionResult> OnPostArriveAsync(CancellationToken cancellation) =>
        ActAsync(() => this.Use<ArriveOrder>().HandleAsync(Id, cancellation), "已到场");

    public Task<IActionResult> OnPostStartAsync(CancellationToken cancellation) =>
        ActAsync(() => this.Use<StartOrder>().HandleAsync(Id, cancellation), "已开工");

    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancellation) =>
        ActAsync(() => this.Use<ResumeOrder>().HandleAsync(Id, cancellation), "已恢复办理");

    public Task<IActionResult> OnPostHoldAsync(CancellationToken cancellation) =>
        ActAsync(() => this.Use<HoldOrder>().HandleAsync(Id, new(Reason), cancellation), "已挂起");

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellation) =>
        ActAsync(() => this.Use<DeclineOrder>().HandleAsync(Id, new(Reason), cancellation), "已退单");

    public Task<IActionResult> OnPostAssignAsync(Guid? assignee, CancellationToken cancellation) =>
        ActAsync(() => this.Use<AssignOrder>().HandleAsync(Id, new(assignee), cancellation), "已指派");

    public Task<IActionResult> OnPostCompleteAsync(List<IFormFile>? photos, CancellationToken cancellation) =>
        ActAsync(() => this.Use<CompleteOrder>().HandleAsync(Id, new(Note, OrderEndpoints.Uploads(photos ?? [])), cancellation), "已完工");

    /// <param name="receiver">A department code, or department and person as <c>engineering:ID</c>.</param>
    public Task<IActionResult> OnPostTransferAsync(string? receiver, CancellationToken cancellation) => ActAsync(() =>
    {
        var parts = (receiver ?? "").Split(':');
        Guid? person = parts.Length > 1 && Guid.TryParse(parts[1], out var id) ? id : null;
        return this.Use<TransferOrder>().HandleAsync(Id, new(parts[0], person, Reason), cancellation);
    }, "已转派", leaves: true);

    /// <param name="leaves">The order may be out of the actor's reach afterwards.</param>
    private Task<IActionResult> ActAsync(Func<Task> act, string done, bool leaves = false) => DoAsync(async () =>
    {
        await act();
        Notice = L[done];
        return Redirect(leaves && !Directs ? "/orders" : $"/orders/{Id}");
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        _detail = await this.Use<GetOrder>().HandleAsync(Id, cancellation);
        var plan = await this.Use<IPlanLookup>().GetInForceAsync(Order.CommunityId, cancellation);
        var severity = plan.Severities.FirstOrDefault(s => s.Code == Order.Severity);
        SeverityName = severity is null ? "" : Show.IsEnglish && severity.NameEn is { } english ? english : severity.Name;
        if (CanAssign || CanTransfer) Receivers = await this.Use<ListReceivers>().HandleAsync(cancellation);
        Steps = [.. _detail.Entries.Select(Step), .. Ahead()];
    }

    private TimelineStep Step(OrderEntry entry)
    {
        var receiver = entry.AssigneeId is { } id ? Person(id) : Names.Department(entry.Department);
        var text = (entry.Reason, entry.Note) switch
        {
            ({ } reason, { } note) => $"{reason}\n{note}",
            var (reason, note) => reason ?? note,
        };
        var photos = entry.PhotoIds.Select((photo, i) => new PhotoView($"/files/{photo}", L["完工照片 {0}", i + 1])).ToList();
        return new(Words.Entry(entry.Kind, entry.ActorId is { } actor ? Person(actor) : null, receiver), StepState.Done, Show.When(entry.At), Photos: photos, Text: text);
    }

    private IEnumerable<TimelineStep> Ahead()
    {
        if (!Order.IsOpen) yield break;
        if (Order.Status == OrderStatus.Dispatched) yield return new(L["接单"], StepState.Here);
        if (Order.Status is OrderStatus.Dispatched or OrderStatus.Taken)
            yield return Promised(L["到场|动作"], Order.Status == OrderStatus.Taken, Order.ArriveClock, L["方案没有承诺到场时限"]);
        if (Order.Status == OrderStatus.OnHold) yield return new(L["恢复办理"], StepState.Here, Text: Order.HoldReason);
        yield return Promised(L["完工|动作"], Order.Status is OrderStatus.Arrived or OrderStatus.InProgress, Order.ResolveClock, L["方案没有承诺解决时限"]);
    }

    private TimelineStep Promised(string title, bool here, OrderClock clock, string unset) => clock.State switch
    {
        ClockState.Unset => new(title, here ? StepState.Here : StepState.Unset, Promise: unset),
        _ when clock.DueAt is { } due => new(title, here ? StepState.Here : StepState.ToCome, L["{0} 前", Show.When(due)]),
        _ => new(title, here ? StepState.Here : StepState.ToCome),
    };

    private string Person(Guid id) => _detail!.Names.GetValueOrDefault(id) ?? L["同事"];
}

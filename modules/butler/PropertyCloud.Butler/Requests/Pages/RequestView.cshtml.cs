using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Requests.Pages;

/// <summary>One request for staff: queue, promises, log, what to do next.</summary>
[Permission(ButlerPermissions.Work)]
public sealed partial class RequestViewModel : ButlerPage
{
    public override string Title => View is null ? L.Say("工单") : View.Request.Title;

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    internal RequestDetailView View { get; private set; } = null!;
    internal IReadOnlyList<StaffSummary> Staff { get; private set; } = [];
    internal string? Typed { get; private set; }

    internal Request One => View.Request;
    internal bool CallsBack => View.Plan.Policies.CallBack != CallBackMode.None || View.CallBack is not null;
    internal bool MayAct => Me.Has(ButlerPermissions.Accept);
    internal bool MayDispatch => Me.Has(ButlerPermissions.Dispatch) && One.Status is RequestStatus.Reported or RequestStatus.Accepted or RequestStatus.InProgress;
    internal string Here => $"/requests/{Id}";
    internal string AssigneeName => View.Names.OfStaff(One.AssigneeId) ?? "";

    public async Task OnGetAsync()
    {
        await LoadAsync(Cancel);
        await Use<MarkRead>().HandleAsync(Id, Cancel);
    }

    /// <summary>Head and log alone.</summary>
    public async Task<IActionResult> OnGetPartAsync()
    {
        View = await Use<RequestDetail>().HandleAsync(Id, Cancel);
        return Partial("/Requests/Pages/_RequestPart.cshtml", this);
    }

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        View = await Use<RequestDetail>().HandleAsync(Id, cancellation);
        if (One.OpenStatus == 1) Staff = await Use<IStaffLookup>().ListAsync(cancellation: cancellation);
    }

    private Task<IActionResult> ActAsync(string permission, string done, Func<Task> act) => DoAsync(async () =>
    {
        if (!Me.Has(permission)) throw DomainException.Forbidden();
        await act();
        Notice = L.Say(done);
        return Redirect(Here);
    });
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Security;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Butler.Residents.Pages;

/// <summary>One request as its resident follows it.</summary>
[Permission(ButlerPermissions.Ask)]
public sealed class ResidentRequestModel : ButlerPage
{
    public override Frame Frame => Frame.Resident;
    public override string Title => One?.Title ?? L.Say("我的服务");

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    internal Request? One { get; private set; }
    internal IReadOnlyList<RequestEntry> Entries { get; private set; } = [];
    internal Names Names { get; private set; } = new(new Dictionary<Guid, StaffSummary>(), new Dictionary<Guid, Registry.Contracts.PartySummary>());
    internal IReadOnlyList<TimelineStep> Steps { get; private set; } = [];
    internal string SeverityName { get; private set; } = "";
    internal ClockFace? Next { get; private set; }
    internal StaffSummary? Worker { get; private set; }
    internal StaffSummary? Butler { get; private set; }
    internal bool MayCancel => One?.Status is RequestStatus.Reported or RequestStatus.Accepted or RequestStatus.InProgress;

    public async Task OnGetAsync()
    {
        await LoadAsync(Cancel);
        await Use<MarkRead>().HandleAsync(Id, Cancel);
    }

    public Task<IActionResult> OnPostConfirmAsync(int? rating, string? comment) => ActAsync("已验收，谢谢您", () => Use<ConfirmRequest>().HandleAsync(Id, rating, comment, Cancel));

    public Task<IActionResult> OnPostSendBackAsync(string reason, List<IFormFile> photos) =>
        ActAsync("已退回返工，{butler}会重新安排", () => Use<SendBackRequest>().HandleAsync(Id, reason ?? "", Uploads(photos), Cancel));

    public Task<IActionResult> OnPostMessageAsync(string text, List<IFormFile> photos) => ActAsync("已发送", () => Use<PostMessage>().HandleAsync(Id, text ?? "", Uploads(photos), Cancel));

    public Task<IActionResult> OnPostCancelAsync(string? reason) => ActAsync("已取消", () => Use<CancelRequest>().HandleAsync(Id, reason, Cancel));

    /// <summary>Dials the butler or the worker; the number comes from the server only when it is called.</summary>
    public Task<IActionResult> OnPostCallAsync(string who) => DoAsync(async () =>
        Redirect(Dial.To(await Use<CallPerson>().HandleAsync(Id, who == "worker" ? CallWho.Assignee : CallWho.Responsible, Cancel))));

    private Task<IActionResult> ActAsync(string notice, Func<Task> act) => DoAsync(async () =>
    {
        await act();
        Notice = L.Say(notice);
        return Redirect($"/home/requests/{Id}");
    });

    private static List<Upload> Uploads(List<IFormFile>? photos) => [.. (photos ?? []).Select(f => new Upload(f.OpenReadStream))];

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        (One, Entries) = await Use<ReadTimeline>().HandleAsync(Id, cancellation);
        Names = await Use<RequestNames>().GetAsync([.. Entries.SelectMany(e => new[] { e.AuthorId, e.PersonId }), One.ResponsibleId, One.AssigneeId], [], cancellation);
        Steps = new ResidentTimeline(One, Entries, Names, L, Show).Build();
        var severity = (await Use<IPlanLookup>().GetAsync(One.PlanVersionId, cancellation)).Severities.FirstOrDefault(s => s.Code == One.Severity);
        SeverityName = severity is null ? "" : Show.IsEnglish && severity.NameEn is { } english ? english : severity.Name;
        Next = One.Clocks.FirstOrDefault(c => c.Kind == One.NextClock && c.State == ClockState.Running);
        Worker = One.AssigneeId is { } worker ? Names.Staff.GetValueOrDefault(worker) : null;
        Butler = One.ResponsibleId is { } butler ? Names.Staff.GetValueOrDefault(butler) : null;
    }

    internal string NextTitle => One!.NextClock switch
    {
        ClockKind.Respond => L.Say("{butler}回应"),
        ClockKind.Arrive => L.Say("师傅到场"),
        ClockKind.Resolve => L.Say("办好"),
        ClockKind.FeedBack => L.Say("书面答复"),
        _ => L.Say("{butler}回访"),
    };
}

using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.Assignments.Pages;

/// <summary>管家与组团: who looks after which cluster, with backup and ratio.</summary>
[Permission(ButlerPermissions.Assign)]
public sealed class AssignmentListModel : ButlerPage
{
    public override string Title => L.Say("管家与组团");

    internal AssignmentList List { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync(Cancel);

    public Task<IActionResult> OnPostAsync(Guid clusterId, Guid? butlerId, Guid? backupId, DateOnly? from, DateOnly? to) => DoAsync(async () =>
    {
        await Use<AssignButler>().HandleAsync(new(clusterId, butlerId, backupId, from ?? Show.Today, to), Cancel);
        Notice = L.Say("已安排");
        return Redirect("/assignments");
    });

    public Task<IActionResult> OnPostBackupAsync(Guid id, Guid? backupId) => DoAsync(async () =>
    {
        await Use<AssignButler>().ChangeBackupAsync(id, backupId, Cancel);
        Notice = L.Say("后备已换");
        return Redirect("/assignments");
    });

    public Task<IActionResult> OnPostEndAsync(Guid id, DateOnly? lastDay) => DoAsync(async () =>
    {
        await Use<AssignButler>().EndAsync(id, lastDay ?? Show.Today, Cancel);
        Notice = L.Say("已结束安排");
        return Redirect("/assignments");
    });

    protected override async Task LoadAsync(CancellationToken cancellation) => List = await Use<ListAssignments>().HandleAsync(PageNumber, cancellation);

    internal string NameOf(Guid? id) => List.Names.OfStaff(id) ?? "—";
}

using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Errors;
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
        if (butlerId is null) throw new DomainException("butler.not-a-butler", "选一位在职的管家") { Status = 422, Field = "ButlerId" };
        await Use<AssignButler>().HandleAsync(clusterId, butlerId.Value, backupId, from ?? Show.Today, to, Cancel);
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

    protected override async Task LoadAsync(CancellationToken cancellation) => List = await Use<ListAssignments>().HandleAsync(cancellation);

    internal string NameOf(Guid? id) => id is { } known && List.Staff.TryGetValue(known, out var person) ? person.Name : "—";
}

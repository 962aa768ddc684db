using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Identity.PhoneChanges;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Staff.Pages;

[Permission(IdentityPermissions.Staff)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class StaffDetailModel(GetStaff get, EditStaff edit, DeactivateStaff deactivate, ReactivateStaff reactivate, IssueStaffLink issue, ViewPhoneChanges phones) : StaffForm
{
    public override string Title => Staff.Name;
    public override bool IsNew => false;

    [BindProperty(Name = "id", SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty(Name = "reason")] public string? Reason { get; set; }

    public StaffDetails Staff { get; private set; } = null!;
    public override PhoneChangeView? WaitingPhone => _waitingPhone;
    private PhoneChangeView? _waitingPhone;

    /// <summary>Right after issuing and never again: only its hash is kept.</summary>
    public string? LinkAddress { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        ShowSaved();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) => DoAsync(async () =>
    {
        return Done(await edit.HandleAsync(Id, Input, cancellation) is null ? L["已保存"] : L["已保存；新手机号等另一个人核对，在那之前用原来的"]);
    });

    public Task<IActionResult> OnPostLinkAsync(CancellationToken cancellation) => DoAsync(async () =>
    {
        LinkAddress = await issue.HandleAsync(Id, cancellation);
        await OnGetAsync(cancellation);
        return Page();
    });

    public Task<IActionResult> OnPostDeactivateAsync(CancellationToken cancellation) => ActAsync(async () =>
    {
        await deactivate.HandleAsync(Id, Reason, cancellation);
        return Done(L["已停用"]);
    });

    public Task<IActionResult> OnPostReactivateAsync(CancellationToken cancellation) => ActAsync(async () =>
    {
        await reactivate.HandleAsync(Id, cancellation);
        return Done(L["已恢复使用"]);
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        Staff = await get.HandleAsync(Id, cancellation);
        _waitingPhone = await phones.FindOfStaffAsync(Id, cancellation);
    }

    // These forms carry no fields of the staff member: when refused, the page shows what is saved.
    private async Task<IActionResult> ActAsync(Func<Task<IActionResult>> act)
    {
        var result = await DoAsync(act);
        if (Problem is not null) ShowSaved();
        return result;
    }

    private LocalRedirectResult Done(string notice)
    {
        Notice = notice;
        return LocalRedirect($"/staff/{Id}");
    }

    private void ShowSaved()
    {
        (UserName, Name, Phone, Department, Post) = (Staff.UserName, Staff.Name, Staff.Phone, Staff.Department, Staff.Title);
        (EmployeeNumber, Portrait, FormVersion) = (Staff.EmployeeNumber, Staff.Portrait, Staff.Version);
        (RoleCodes, CommunityIds) = ([.. Staff.Roles], [.. Staff.CommunityIds]);
    }
}

using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Identity.Staff;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Identity.Operators.Pages;

/// <summary>One operator: their link, whether they may sign in, and what was done about it.</summary>
[Permission(IdentityPermissions.Operators)]
[PlatformOnly]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class OperatorDetailModel(GetOperator get, ManageOperator manage) : ModulePage
{
    public override Frame Frame => Frame.Platform;
    public override string Title => Operator.Account.Name;

    [BindProperty(Name = "id", SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty(Name = "reason")] public string? Reason { get; set; }

    /// <summary>Right after issuing and never again: only its hash is kept.</summary>
    [TempData] public string? OperatorLink { get; set; }

    public OperatorDetails Operator { get; private set; } = null!;
    public StaffDetails Account => Operator.Account;
    public bool IsMe => Id == Me.Id;

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public Task<IActionResult> OnPostLinkAsync(CancellationToken cancellation) =>
        ActAsync(async () => OperatorLink = await manage.IssueLinkAsync(Id, cancellation), L["新链接已生成，旧的不能再用"]);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation) => ActAsync(() => manage.WithdrawLinkAsync(Id, cancellation), L["链接已作废"]);

    public Task<IActionResult> OnPostDeactivateAsync(CancellationToken cancellation) => ActAsync(() => manage.DeactivateAsync(Id, Reason, cancellation), L["已停用"]);

    public Task<IActionResult> OnPostReactivateAsync(CancellationToken cancellation) => ActAsync(() => manage.ReactivateAsync(Id, cancellation), L["已恢复使用"]);

    public string ActName(string action) => L[action switch
    {
        "identity.staff-created" => "邀请",
        "identity.link-issued" => "发一次性链接",
        "identity.link-withdrawn" => "作废链接",
        "identity.link-used" => "用链接设了密码",
        "identity.staff-deactivated" => "停用|动作",
        "identity.staff-reactivated" => "恢复使用",
        "identity.locked" => "密码连错，已锁 10 分钟",
        "identity.password-changed" => "修改密码",
        _ => "登录账号有变动",
    }];

    protected override async Task LoadAsync(CancellationToken cancellation) => Operator = await get.HandleAsync(Id, cancellation);

    private Task<IActionResult> ActAsync(Func<Task> act, string notice) => DoAsync(async () =>
    {
        await act();
        Notice = notice;
        return LocalRedirect($"/platform/operators/{Id}");
    });
}

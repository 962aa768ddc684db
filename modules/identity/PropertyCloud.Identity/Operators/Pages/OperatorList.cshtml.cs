using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Identity.Staff;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Identity.Operators.Pages;

/// <summary>Who operates the platform, and the form that invites one more.</summary>
[Permission(IdentityPermissions.Operators)]
[PlatformOnly]
internal sealed class OperatorListModel(SearchStaff search, InviteOperator invite) : ModulePage
{
    public override Frame Frame => Frame.Platform;
    public override string Title => L["运营人员"];

    [BindProperty(Name = "q", SupportsGet = true)] public string? Text { get; set; }
    [BindProperty(Name = "state", SupportsGet = true)] public string? State { get; set; }
    [BindProperty(Name = "name")] public string? Name { get; set; }
    [BindProperty(Name = "userName")] public string? UserName { get; set; }
    [BindProperty(Name = "phone")] public string? Phone { get; set; }

    /// <summary>On its way to the operator's page, which shows it once.</summary>
    [TempData] public string? OperatorLink { get; set; }

    public PageOf<StaffRow> Result { get; private set; } = null!;
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrEmpty(State);

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) => DoAsync(async () =>
    {
        var invited = await invite.HandleAsync(new(UserName, Name, Phone), cancellation);
        OperatorLink = invited.Link;
        Notice = L["已邀请 {0}，现在把链接交给本人", Name];
        return LocalRedirect($"/platform/operators/{invited.Id}");
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        // Not bound: "page" is a route value of Razor Pages.
        var number = int.TryParse(Request.Query["page"], CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        Result = await search.HandleAsync(new(Text, State: State, Page: number), cancellation);
    }
}

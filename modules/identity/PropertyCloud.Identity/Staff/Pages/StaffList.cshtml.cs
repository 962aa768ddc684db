using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Identity.Staff.Pages;

[Permission(IdentityPermissions.Staff)]
internal sealed class StaffListModel(SearchStaff search, ExportStaff export) : ModulePage
{
    public override string Title => L["员工与角色"];

    [BindProperty(Name = "q", SupportsGet = true)] public string? Text { get; set; }
    [BindProperty(Name = "department", SupportsGet = true)] public string? Department { get; set; }
    [BindProperty(Name = "role", SupportsGet = true)] public string? Role { get; set; }
    [BindProperty(Name = "state", SupportsGet = true)] public string? State { get; set; }

    public PageOf<StaffRow> Result { get; private set; } = null!;
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrEmpty(Department) || !string.IsNullOrEmpty(Role) || !string.IsNullOrEmpty(State);
    public string ExportUrl => "/staff" + QueryString.Create(new Dictionary<string, string?> { ["handler"] = "Export", ["q"] = Text, ["department"] = Department, ["role"] = Role, ["state"] = State });

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        // Not bound: "page" is a route value of Razor Pages.
        var number = int.TryParse(Request.Query["page"], CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        Result = await search.HandleAsync(new(Text, Department, Role, State, number), cancellation);
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellation) =>
        File(await export.HandleAsync(new(Text, Department, Role, State), cancellation), "text/csv; charset=utf-8", "staff.csv");
}

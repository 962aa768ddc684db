using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Tenants.Companies.Pages;

/// <summary>All that the people of a blocked company see.</summary>
[AllowAnonymous]
[CompanyOnly]
public sealed class SuspendedModel(IConfiguration configuration) : TenantsPage
{
    public override Frame Frame => Frame.Plain;
    public override string Title => L["暂停使用"];
    public string CompanyName => Tenant.Info?.DisplayName ?? "";

    /// <summary>How the platform is reached, from configuration; null where the operator gave nothing.</summary>
    public string? Contact => configuration["App:Contact"];

    public IActionResult OnGet() => Answer();

    /// <summary>A form that was open when the company was blocked comes here too.</summary>
    public IActionResult OnPost() => Answer();

    private IActionResult Answer()
    {
        if (Tenant.Info is not { IsBlocked: true }) return Redirect("/");
        Response.StatusCode = 403;
        return Page();
    }
}

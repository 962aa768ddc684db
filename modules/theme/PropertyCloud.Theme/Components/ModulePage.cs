using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Theme.Components;

/// <summary>Which frame is drawn around a page.</summary>
public enum Frame
{
    /// <summary>Residents: large text, four tabs at the bottom.</summary>
    Resident,

    /// <summary>Staff: rail and top bar on desks, five tabs on phones.</summary>
    Staff,

    /// <summary>The platform's operator.</summary>
    Platform,

    /// <summary>Signed out: sign-in, links, public promises.</summary>
    Plain,
}

/// <summary>Base of all pages. Handlers load through <see cref="LoadAsync"/> and act through <see cref="DoAsync"/>, so that a
/// refused act shows the page again with what was typed, the error summary on top and the right status.</summary>
public abstract class ModulePage : PageModel
{
    private IServiceProvider Services => HttpContext.RequestServices;

    public Texts L => Services.GetRequiredService<Texts>();
    public Display Show => Services.GetRequiredService<Display>();
    public ICurrentUser Me => Services.GetRequiredService<ICurrentUser>();
    public ICurrentTenant Tenant => Services.GetRequiredService<ICurrentTenant>();

    public virtual Frame Frame => Frame.Staff;

    /// <summary>The window's title.</summary>
    public virtual string Title => "PropertyCloud";

    /// <summary>What was refused, for the error summary; null when nothing was.</summary>
    public DomainException? Problem { get; private set; }

    /// <summary>Said once on the next page after a redirect, as in «已受理».</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Fills what the page shows; called for GET and again when an act was refused.</summary>
    protected virtual Task LoadAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Runs a handler's act. Errors that a person can mend (409, 422, 412) show the page again; others pass on.</summary>
    protected async Task<IActionResult> DoAsync(Func<Task<IActionResult>> act)
    {
        try
        {
            return await act();
        }
        catch (DomainException refused) when (refused.Status is 409 or 412 or 422)
        {
            Problem = refused;
            Response.StatusCode = refused.Status;
            await LoadAsync(HttpContext.RequestAborted);
            return Page();
        }
    }
}

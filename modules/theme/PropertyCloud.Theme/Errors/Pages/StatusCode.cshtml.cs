using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Theme.Errors.Pages;

/// <summary>Where failed requests are sent inside the host; asked for directly it answers with the code it shows. A failed post
/// comes here as a post, so there is no token to check.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class StatusCodeModel : ModulePage
{
    [FromRoute] public int Code { get; set; }

    public override Frame Frame => Frame.Plain;
    public override string Title => L[Words.Title];

    public StatusWords Words => field ??= StatusWords.For(Code, Reference());

    public void OnGet() => Answer();
    public void OnPost() => Answer();

    private void Answer()
    {
        if (Response.StatusCode is 200) Response.StatusCode = Code is >= 400 and < 600 ? Code : 404;
    }

    /// <summary>The trace under which the host's log holds this request.</summary>
    private string Reference()
    {
        var id = Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier.Replace(":", "", StringComparison.Ordinal);
        return id[..Math.Min(8, id.Length)].ToUpperInvariant();
    }
}

using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Errors;
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

    public StatusWords Words => field ??= Told();

    public void OnGet() => Answer();
    public void OnPost() => Answer();

    private void Answer()
    {
        if (Response.StatusCode is 200) Response.StatusCode = Code is >= 400 and < 600 ? Code : 404;
    }

    /// <summary>A rule's own words say more than the code's; a code's words say more than "refused".</summary>
    private StatusWords Told()
    {
        var details = HttpContext.Features.Get<ErrorDetails>();
        var words = StatusWords.For(Code, Short(details?.Reference ?? Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier));
        return details is null || details.Code.StartsWith("kernel.", StringComparison.Ordinal) ? words : words with { Title = details.Text };
    }

    /// <summary>The beginning of the trace under which the host's log holds this request.</summary>
    private static string Short(string trace) => trace[..Math.Min(8, trace.Length)];
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Logging;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Kernel.Errors;

/// <summary>Answers for everything that was refused or failed: problem details for programs, the page <c>/error/{status}</c> for people.</summary>
internal sealed class ErrorPages(RequestDelegate next, ProblemWriter problems, ILogger<ErrorPages> log)
{
    private const int ClientWentAway = 499;

    public async Task InvokeAsync(HttpContext http)
    {
        DomainException failure;
        try
        {
            await next(http);
            if (!IsBare(http.Response)) return;
            failure = ErrorTranslation.OfStatus(http.Response.StatusCode);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            if (!http.Response.HasStarted) http.Response.StatusCode = ClientWentAway;
            return;
        }
        catch (Exception thrown) when (!http.Response.HasStarted)
        {
            failure = ErrorTranslation.Of(thrown);
            if (failure.Status >= 500) log.LogError(thrown, "{Method} {Path} failed: {Code}, reference {Reference}", http.Request.Method, http.Request.Path, failure.Code, ProblemWriter.Reference(http));
            else log.LogInformation("{Method} {Path} was refused: {Code}", http.Request.Method, http.Request.Path, failure.Code);
        }

        await AnswerAsync(http, failure);
    }

    /// <summary>Programs and scripts read problem details, people read pages.</summary>
    public static bool IsForPrograms(HttpContext http)
    {
        var path = http.Features.Get<OriginalPath>()?.Path ?? http.Request.Path;
        if (path.StartsWithSegments("/api") || path.StartsWithSegments("/live") || path.StartsWithSegments("/health")) return true;
        var accept = http.Request.Headers.Accept.ToString();
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("html", StringComparison.OrdinalIgnoreCase);
    }

    private async Task AnswerAsync(HttpContext http, DomainException failure)
    {
        if (IsForPrograms(http))
        {
            await problems.WriteAsync(http, failure);
            return;
        }

        // Without a tenant, or where the limit would refuse the page as well, no page of the product can be shown.
        var plain = failure.Status is 429 || http.Features.Get<TenantEntered>() is null;
        if (!plain && await ShowPageAsync(http, failure)) return;
        await problems.WriteAsync(http, failure, plain: true);
    }

    private async Task<bool> ShowPageAsync(HttpContext http, DomainException failure)
    {
        ProblemWriter.Begin(http, failure);
        http.Features.Set(new OriginalPath(http.Request.Path));
        http.Features.Set(ProblemWriter.Details(http, failure));
        http.SetEndpoint(null);
        http.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        http.Request.Path = $"/error/{failure.Status}";
        http.Request.QueryString = QueryString.Empty;
        http.Request.Method = HttpMethods.Get;
        try
        {
            await next(http);
            if (http.Response.StatusCode == StatusCodes.Status200OK && !http.Response.HasStarted) http.Response.StatusCode = failure.Status;
            return !IsBare(http.Response);
        }
        catch (Exception again) when (!http.Response.HasStarted)
        {
            log.LogError(again, "The error page for {Status} failed", failure.Status);
            return false;
        }
    }

    private static bool IsBare(HttpResponse response) =>
        response.StatusCode >= 400 && !response.HasStarted && response.ContentLength is null or 0 && string.IsNullOrEmpty(response.ContentType);
}

/// <summary>The address that was asked before the error page was run in its place.</summary>
internal sealed record OriginalPath(PathString Path);

/// <summary>Set while a request is inside its tenant.</summary>
internal sealed record TenantEntered;

/// <summary>A form whose token is stale gets a clear page instead of an empty 400.</summary>
internal sealed class ExpiredForms : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult) throw ErrorTranslation.FormExpired();
    }

    public void OnResultExecuted(ResultExecutedContext context) { }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Kernel.Errors;

/// <summary>Writes a failure for programs (problem details) and, where no page of the product can be shown, a bare page for people.</summary>
internal sealed class ProblemWriter
{
    private const int DatabaseRetrySeconds = 5;

    public Task WriteAsync(HttpContext http, DomainException failure, bool plain = false)
    {
        Begin(http, failure);
        return ErrorPages.IsForPrograms(http) || !plain ? WriteProblemAsync(http, failure) : WritePlainAsync(http, failure);
    }

    public static ErrorDetails Details(HttpContext http, DomainException failure) =>
        new(failure.Status, failure.Code, Say(http, failure.Text, failure.Args), Reference(http));

    /// <summary>Number under which the log knows this request.</summary>
    public static string Reference(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    public static void Begin(HttpContext http, DomainException failure)
    {
        // What a pipeline step announced for the refused answer (when to come again, which code) outlives the clearing.
        var retry = http.Response.Headers.RetryAfter;
        if (!http.Response.HasStarted) http.Response.Clear();
        http.Response.StatusCode = failure.Status;
        http.Response.Headers.CacheControl = "no-store";
        if (retry.Count > 0) http.Response.Headers.RetryAfter = retry;
        else if (failure.Status == 503) http.Response.Headers.RetryAfter = DatabaseRetrySeconds.ToString(CultureInfo.InvariantCulture);
    }

    private static Task WriteProblemAsync(HttpContext http, DomainException failure)
    {
        http.Response.ContentType = "application/problem+json";
        var problem = new Problem($"urn:propertycloud:{failure.Code}", Say(http, failure.Text, failure.Args), failure.Status, failure.Code, ErrorsOf(http, failure), Reference(http));
        return http.Response.WriteAsync(JsonSerializer.Serialize(problem, Json.Options), http.RequestAborted);
    }

    private static Dictionary<string, string[]>? ErrorsOf(HttpContext http, DomainException failure) => failure switch
    {
        InvalidInputException input => input.Errors.GroupBy(e => e.Field).ToDictionary(g => g.Key, g => g.Select(e => Say(http, e.Text, e.Args)).ToArray()),
        { Field: { } field } => new() { [field] = [Say(http, failure.Text, failure.Args)] },
        _ => null,
    };

    private static Task WritePlainAsync(HttpContext http, DomainException failure)
    {
        var english = ReaderLanguage.Choose(http.Request) == ReaderLanguage.English;
        var text = WebUtility.HtmlEncode(Say(http, failure.Text, failure.Args));
        var page = new StringBuilder("<!doctype html><html lang=\"").Append(english ? "en" : "zh-CN")
            .Append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>").Append(text)
            .Append("</title></head><body><main><h1>").Append(text).Append("</h1><p>").Append(english ? "Reference" : "编号").Append(' ')
            .Append(WebUtility.HtmlEncode(Reference(http))).Append("</p></main></body></html>");
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(page.ToString(), http.RequestAborted);
    }

    private static string Say(HttpContext http, string text, IReadOnlyList<object?> args) =>
        http.RequestServices.GetRequiredService<Texts>().Say(ReaderLanguage.Choose(http.Request), text, [.. args]);

    private sealed record Problem(string Type, string Title, int Status, string Code,
        [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] Dictionary<string, string[]>? Errors, string TraceId);
}

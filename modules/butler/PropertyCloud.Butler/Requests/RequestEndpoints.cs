using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Butler.CallBacks;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.Requests;

internal sealed record TextBody(string Text);
internal sealed record ReasonBody(string? Reason);
internal sealed record DispatchBody(IReadOnlyList<DispatchTarget> Targets);
internal sealed record ReclassifyBody(string Severity, string Reason);
internal sealed record ArrangeBody(DateTime From, DateTime Until);
internal sealed record ReassignBody(Guid ResponsibleId);
internal sealed record ConfirmBody(int? Rating, string? Comment);
internal sealed record CallBackBody(bool Reached, int? Satisfaction, string? Remark);

/// <summary>A request as the interface for programs shows it: no personal data beyond what the caller's scope reaches.</summary>
internal sealed record RequestResource(Guid Id, string Number, string Kind, string? ItemCode, string Severity, string Title, string Status, string Plate, DateTime ReportedAt,
    Guid? ResponsibleId, Guid? AssigneeId, DateTime? NextDueAt, long Version)
{
    public static RequestResource Of(Request r) => new(r.Id, r.Number, r.Kind, r.ItemCode, r.Severity, r.Title, r.Status.ToString(), r.Plate, r.ReportedAt, r.ResponsibleId, r.AssigneeId, r.NextDueAt, r.Version);
}

/// <summary>/api/butler/requests: everything the pages do, by the same use cases. Acts take <c>If-Match</c> with the version.</summary>
internal static class RequestEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var requests = api.MapGroup("/requests");
        requests.MapGet("/", async ([AsParameters] RequestFilter filter, SearchRequests search, CancellationToken c) => await search.HandleAsync(filter, c)).RequirePermission(ButlerPermissions.Work);
        requests.MapGet("/{id:guid}", async (Guid id, RequestEditor editor, HttpContext http, CancellationToken c) => Answer(await editor.FindAsync(id, c), http)).RequirePermission(ButlerPermissions.Work);
        requests.MapPost("/", async (ReportInput input, ReportRequest report, CancellationToken c) => TypedResults.Created((string?)null, new { id = await report.HandleAsync(input, null, c) })).RequirePermission(ButlerPermissions.ReportFor);
        requests.MapPost("/mine", async (ReportInput input, ReportRequest report, CancellationToken c) => TypedResults.Created((string?)null, new { id = await report.HandleAsync(input, null, c) })).RequirePermission(ButlerPermissions.Ask);
        api.MapGet("/board", async ([AsParameters] BoardFilter filter, Board board, CancellationToken c) => await board.HandleAsync(filter, c)).RequirePermission(ButlerPermissions.Board);
        MapStaff(requests.MapGroup("/{id:guid}"));
        MapResident(api.MapGroup("/my-requests/{id:guid}"));
    }

    private static void MapStaff(RouteGroupBuilder one)
    {
        one.MapPost("/accept", async (Guid id, AcceptRequest use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/dispatch", async (Guid id, DispatchBody body, DispatchRequest use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, body.Targets ?? [], c, Seen(http)), http)).RequirePermission(ButlerPermissions.Dispatch);
        one.MapPost("/complete", async (Guid id, TextBody body, CompleteRequest use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, body.Text, null, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/answer", async (Guid id, TextBody body, AnswerRequest use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, body.Text, null, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/messages", async (Guid id, TextBody body, PostMessage use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, body.Text, null, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/notes", async (Guid id, TextBody body, AddNote use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, body.Text, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Note);
        one.MapPost("/urge", async (Guid id, UrgeRequest use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/reclassify", async (Guid id, ReclassifyBody body, ReclassifyRequest use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, body.Severity, body.Reason, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/arrange", async (Guid id, ArrangeBody body, ArrangeVisit use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, body.From.ToUniversalTime(), body.Until.ToUniversalTime(), c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/decline", async (Guid id, ReasonBody body, DeclineRequest use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, body.Reason ?? "", c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/cancel", async (Guid id, ReasonBody body, CancelRequest use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, body.Reason, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/confirm", async (Guid id, ConfirmBody body, ConfirmRequest use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, body.Rating, body.Comment, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/send-back", async (Guid id, ReasonBody body, SendBackRequest use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, body.Reason ?? "", null, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/reassign", async (Guid id, ReassignBody body, ReassignRequest use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, body.ResponsibleId, c), http)).RequirePermission(ButlerPermissions.Dispatch);
        one.MapPost("/orders/{orderId:guid}/withdraw", async (Guid id, Guid orderId, ReasonBody body, WithdrawOrder use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, orderId, body.Reason, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Dispatch);
        one.MapPost("/call-back", async (Guid id, CallBackBody body, RecordCallBack use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, body.Reached, body.Satisfaction, body.Remark, c), http)).RequirePermission(ButlerPermissions.CallBack);
        one.MapPost("/reveal-phone", async (Guid id, ReasonBody body, RevealPhone use, CancellationToken c) => TypedResults.Ok(new { phone = await use.HandleAsync(id, body.Reason ?? "", c) })).RequirePermission(ButlerPermissions.Reveal);
    }

    /// <summary>The resident's own acts; which requests are theirs is ruling 16, in one place.</summary>
    private static void MapResident(RouteGroupBuilder one)
    {
        one.MapGet("/", async (Guid id, RequestEditor editor, HttpContext http, CancellationToken c) => Answer(await editor.FindAsync(id, c), http)).RequirePermission(ButlerPermissions.Ask);
        one.MapPost("/messages", async (Guid id, TextBody body, PostMessage use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, body.Text, null, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Ask);
        one.MapPost("/urge", async (Guid id, UrgeRequest use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Ask);
        one.MapPost("/cancel", async (Guid id, ReasonBody body, CancelRequest use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, body.Reason, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Ask);
        one.MapPost("/confirm", async (Guid id, ConfirmBody body, ConfirmRequest use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, body.Rating, body.Comment, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Ask);
        one.MapPost("/send-back", async (Guid id, ReasonBody body, SendBackRequest use, HttpContext http, CancellationToken c) => Answer(await use.HandleAsync(id, body.Reason ?? "", null, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Ask);
    }

    private static RequestResource Answer(Request request, HttpContext http)
    {
        http.Response.Headers.ETag = $"\"{request.Version}\"";
        return RequestResource.Of(request);
    }

    /// <summary>The version in <c>If-Match</c>; null where none was sent. What is no version of ours can match nothing.</summary>
    private static long? Seen(HttpContext http)
    {
        var tag = http.Request.Headers.IfMatch.ToString();
        if (tag.Length == 0 || tag == "*") return null;
        return long.TryParse(tag.Trim('"'), out var version) ? version : throw new DomainException("butler.bad-if-match", "If-Match 要带上次读到的 ETag") { Status = 412 };
    }
}

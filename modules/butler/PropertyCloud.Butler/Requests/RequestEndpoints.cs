using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Butler.CallBacks;
using PropertyCloud.Butler.Residents;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.Requests;

internal sealed record TextBody(string? Text);
internal sealed record ReasonBody(string? Reason);
internal sealed record DispatchBody(IReadOnlyList<DispatchTarget>? Targets);
internal sealed record ReclassifyBody(string? Severity, string? Reason);
internal sealed record ArrangeBody(DateTime From, DateTime Until);
internal sealed record ReassignBody(Guid ResponsibleId);
internal sealed record ConfirmBody(int? Rating, string? Comment);
internal sealed record CallBackBody(bool Reached, int? Satisfaction, string? Remark);

/// <param name="Who">1 the reporter, 2 who has the order, 3 who is responsible.</param>
internal sealed record CallBody(CallWho Who);

/// <summary>/api/butler/requests and my-requests: everything the pages do, by the same use cases. Acts take <c>If-Match</c> with the version and
/// answer with the request as it now stands; those that make something take <c>Idempotency-Key</c>.</summary>
internal static class RequestEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/board", ([AsParameters] BoardFilter filter, Board board, CancellationToken c) => board.HandleAsync(filter, c)).RequirePermission(ButlerPermissions.Board);
        api.MapGet("/today", async (ButlerDay day, CancellationToken c) => DayResource.Of(await day.HandleAsync(c))).RequirePermission(ButlerPermissions.Work);
        var requests = api.MapGroup("/requests");
        requests.MapGet("/", ([AsParameters] RequestFilter filter, SearchRequests search, CancellationToken c) => search.HandleAsync(filter, c)).RequirePermission(ButlerPermissions.Work);
        requests.MapGet("/export", async ([AsParameters] RequestFilter filter, ExportRequests export, CancellationToken c) =>
            TypedResults.File(await export.HandleAsync(filter, c), "text/csv; charset=utf-8", "requests.csv")).RequirePermission(ButlerPermissions.Export);
        requests.MapPost("/", (ReportInput input, ReportRequest report, CancellationToken c) => Created(report.HandleAsync(input, null, c))).RequirePermission(ButlerPermissions.ReportFor);
        requests.MapPost("/mine", (ReportInput input, ReportRequest report, CancellationToken c) => Created(report.HandleAsync(input, null, c))).RequirePermission(ButlerPermissions.Ask);
        MapReading(requests.MapGroup("/{id:guid}"));
        MapStaff(requests.MapGroup("/{id:guid}"));
        api.MapGet("/my-requests", async (string? show, int? page, ListMyRequests list, CancellationToken c) => MyRequestsResource.Of(await list.HandleAsync(show, page ?? 1, c))).RequirePermission(ButlerPermissions.Ask);
        MapResident(api.MapGroup("/my-requests/{id:guid}").RequirePermission(ButlerPermissions.Ask));
    }

    private static void MapReading(RouteGroupBuilder one)
    {
        one.MapGet("/", (Guid id, RequestEditor editor, HttpContext http, CancellationToken c) => Answer(editor.FindAsync(id, c), http)).RequirePermission(ButlerPermissions.Work);
        one.MapGet("/log", async (Guid id, RequestDetail detail, CancellationToken c) => (await detail.HandleAsync(id, c)).Log.Select(LogResource.Of)).RequirePermission(ButlerPermissions.Work);
        one.MapPost("/read", (Guid id, MarkRead use, CancellationToken c) => Done(use.HandleAsync(id, c))).RequirePermission(ButlerPermissions.Work);
        one.MapPost("/call", async (Guid id, CallBody body, CallPerson use, CancellationToken c) => new { phone = await use.HandleAsync(id, body.Who, c) }).RequirePermission(ButlerPermissions.Work);
        one.MapPost("/reveal-phone", async (Guid id, ReasonBody body, RevealPhone use, CancellationToken c) => new { phone = await use.HandleAsync(id, body.Reason ?? "", c) }).RequirePermission(ButlerPermissions.Reveal);
    }

    private static void MapStaff(RouteGroupBuilder one)
    {
        one.MapPost("/accept", (Guid id, AcceptRequest use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/complete", (Guid id, TextBody body, CompleteRequest use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, body.Text, null, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/answer", (Guid id, TextBody body, AnswerRequest use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, body.Text ?? "", null, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/messages", (Guid id, TextBody body, PostMessage use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, body.Text ?? "", null, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/notes", (Guid id, TextBody body, AddNote use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, body.Text ?? "", c, Seen(http)), http)).RequirePermission(ButlerPermissions.Note);
        one.MapPost("/urge", (Guid id, UrgeRequest use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/reclassify", (Guid id, ReclassifyBody body, ReclassifyRequest use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, body.Severity ?? "", body.Reason ?? "", c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/arrange", (Guid id, ArrangeBody body, ArrangeVisit use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, body.From.ToUniversalTime(), body.Until.ToUniversalTime(), c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/decline", (Guid id, ReasonBody body, DeclineRequest use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, body.Reason ?? "", c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/cancel", (Guid id, ReasonBody body, CancelRequest use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, body.Reason, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/confirm", (Guid id, ConfirmBody body, ConfirmRequest use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, body.Rating, body.Comment, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/send-back", (Guid id, ReasonBody body, SendBackRequest use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, body.Reason ?? "", null, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Accept);
        one.MapPost("/dispatch", (Guid id, DispatchBody body, DispatchRequest use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, body.Targets ?? [], c, Seen(http)), http)).RequirePermission(ButlerPermissions.Dispatch);
        one.MapPost("/reassign", (Guid id, ReassignBody body, ReassignRequest use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, body.ResponsibleId, c), http)).RequirePermission(ButlerPermissions.Dispatch);
        one.MapPost("/orders/{orderId:guid}/withdraw", (Guid id, Guid orderId, ReasonBody body, WithdrawOrder use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, orderId, body.Reason, c, Seen(http)), http)).RequirePermission(ButlerPermissions.Dispatch);
        one.MapPost("/call-back", (Guid id, CallBackBody body, RecordCallBack use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, body.Reached, body.Satisfaction, body.Remark, c), http)).RequirePermission(ButlerPermissions.CallBack);
    }

    /// <summary>The resident's own acts; which requests are theirs is ruling 16, in one place.</summary>
    private static void MapResident(RouteGroupBuilder one)
    {
        one.MapGet("/", (Guid id, RequestEditor editor, HttpContext http, CancellationToken c) => Answer(editor.FindAsync(id, c), http));
        one.MapGet("/timeline", async (Guid id, ReadTimeline read, CancellationToken c) => (await read.HandleAsync(id, c)).Entries.Select(TimelineResource.Of));
        one.MapPost("/read", (Guid id, MarkRead use, CancellationToken c) => Done(use.HandleAsync(id, c)));
        one.MapPost("/messages", (Guid id, TextBody body, PostMessage use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, body.Text ?? "", null, c, Seen(http)), http));
        one.MapPost("/urge", (Guid id, UrgeRequest use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, c, Seen(http)), http));
        one.MapPost("/cancel", (Guid id, ReasonBody body, CancelRequest use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, body.Reason, c, Seen(http)), http));
        one.MapPost("/confirm", (Guid id, ConfirmBody body, ConfirmRequest use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, body.Rating, body.Comment, c, Seen(http)), http));
        one.MapPost("/send-back", (Guid id, ReasonBody body, SendBackRequest use, HttpContext http, CancellationToken c) => Answer(use.HandleAsync(id, body.Reason ?? "", null, c, Seen(http)), http));
    }

    private static async Task<RequestResource> Answer(Task<Request> work, HttpContext http)
    {
        var request = await work;
        http.Response.Headers.ETag = $"\"{request.Version}\"";
        return RequestResource.Of(request);
    }

    private static async Task<Created<CreatedResource>> Created(Task<Guid> work) => TypedResults.Created((string?)null, new CreatedResource(await work));

    private static async Task<NoContent> Done(Task work)
    {
        await work;
        return TypedResults.NoContent();
    }

    /// <summary>The version in <c>If-Match</c>; null where none was sent. What is no version of ours can match nothing.</summary>
    private static long? Seen(HttpContext http)
    {
        var tag = http.Request.Headers.IfMatch.ToString();
        if (tag.Length == 0 || tag == "*") return null;
        return long.TryParse(tag.Trim('"'), out var version) ? version : throw new DomainException("butler.bad-if-match", "If-Match 要带上次读到的 ETag") { Status = 412 };
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Butler.HandOvers;

internal sealed record SubmitBody(int Year, int Month, string? Remark);
internal sealed record ReturnBody(string? Reason);

/// <param name="Id">Null while nothing was submitted.</param>
internal sealed record HandOverLineResource(Guid? Id, Guid ButlerId, int Year, int Month, string Status, DateTime? SubmittedAt, int Missing, bool IsOver, string? ReturnReason)
{
    public static HandOverLineResource Of(HandOverLine line) => new(line.Id, line.ButlerId, line.Year, line.Month, line.Status.ToString(), line.SubmittedAt, line.Missing, line.IsOver, line.ReturnReason);
}

/// <param name="ReceiverRole">Null where the plan asks for no hand-over.</param>
internal sealed record HandOverListResource(string? ReceiverRole, IReadOnlyList<HandOverLineResource> Mine, PageOf<HandOverLineResource> Received);

internal sealed record HandOverResource(Guid Id, Guid ButlerId, int Year, int Month, string Status, string ReceiverRole, Guid? ReceiverId, DateTime? SubmittedAt, DateTime? DecidedAt, string? Remark, string? ReturnReason,
    HandOverFigures Figures, IReadOnlyList<MissingCallBack> Missing, bool MayDecide)
{
    public static HandOverResource Of(HandOverView view)
    {
        var one = view.HandOver;
        return new(one.Id, one.ButlerId, one.Year, one.Month, one.Status.ToString(), one.ReceiverRole, one.ReceiverId, one.SubmittedAt, one.DecidedAt, one.Remark, one.ReturnReason, view.Figures, view.Missing, view.MayDecide);
    }
}

/// <summary>/api/butler/hand-overs: months handed over, accepted or returned.</summary>
internal static class HandOverEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        // Butlers hand over and others receive: the list shows each their own side and refuses who has neither.
        var handOvers = api.MapGroup("/hand-overs").RequireAuthorization(new AnySignedInAttribute());
        handOvers.MapGet("/", async (int? page, ListHandOvers list, CancellationToken c) =>
        {
            var found = await list.HandleAsync(page ?? 1, c);
            return new HandOverListResource(found.ReceiverRole, [.. found.Mine.Select(HandOverLineResource.Of)],
                new([.. found.Received.Items.Select(HandOverLineResource.Of)], found.Received.Number, found.Received.Size, found.Received.Total));
        });
        handOvers.MapGet("/{id:guid}", async (Guid id, ShowHandOver show, CancellationToken c) => HandOverResource.Of(await show.HandleAsync(id, c)));
        handOvers.MapPost("/", async (SubmitBody body, SubmitHandOver submit, CancellationToken c) =>
            TypedResults.Created((string?)null, new { id = await submit.HandleAsync(body.Year, body.Month, body.Remark, c) })).RequirePermission(ButlerPermissions.HandOver);
        handOvers.MapPost("/{id:guid}/accept", async (Guid id, DecideHandOver decide, ShowHandOver show, CancellationToken c) =>
        {
            await decide.AcceptAsync(id, c);
            return HandOverResource.Of(await show.HandleAsync(id, c));
        }).RequirePermission(ButlerPermissions.HandOverReceive);
        handOvers.MapPost("/{id:guid}/return", async (Guid id, ReturnBody body, DecideHandOver decide, ShowHandOver show, CancellationToken c) =>
        {
            await decide.ReturnAsync(id, body.Reason ?? "", c);
            return HandOverResource.Of(await show.HandleAsync(id, c));
        }).RequirePermission(ButlerPermissions.HandOverReceive);
    }
}

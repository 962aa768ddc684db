using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Communities;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Registry.Households;

internal static class HouseholdEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/households", (string? q, Guid? community, Guid? cluster, string? living, int? page, HouseholdQuery query, CancellationToken token) =>
            query.PageAsync(new(q, community, cluster, living), page ?? 1, token)).RequirePermission(RegistryPermissions.View);
        api.MapGet("/households/{id:guid}", (Guid id, ViewHousehold view, CancellationToken token) => view.HandleAsync(id, token)).RequirePermission(RegistryPermissions.View);
        api.MapGet("/households.csv", (string? q, Guid? community, Guid? cluster, string? living, ExportHouseholds export, HttpResponse response, CancellationToken token) =>
            export.MaskedAsync(new(q, community, cluster, living), response, token)).RequirePermission(RegistryPermissions.View);
        api.MapPost("/households/export-unmasked", (ExportBody body, ExportHouseholds export, HttpResponse response, CancellationToken token) =>
            export.UnmaskedAsync(new(body.Q, body.Community, body.Cluster, body.Living), body.Reason, response, token)).RequirePermission(RegistryPermissions.ExportUnmasked);
        MapPeople(api);
    }

    private static void MapPeople(IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/households/{id:guid}/people");
        people.MapPost("", async (Guid id, PersonBody body, AddPerson add, CancellationToken token) =>
            Results.Ok(new Made(await add.HandleAsync(new(id, body.Name, body.Phone, body.Role, body.From, body.IsContact, body.Remarks, body.SharesPhone), token)))).RequirePermission(RegistryPermissions.Edit);
        people.MapPut("/{relation:guid}", async (Guid id, Guid relation, PersonBody body, [FromHeader(Name = "If-Match")] string? ifMatch, ChangePerson change, CancellationToken token) =>
        {
            // 202: the name is saved, the phone waits for a second person.
            return await change.HandleAsync(new(id, relation, body.Name, body.Phone, body.Remarks, SeenVersion.Parse(ifMatch)), token) ? Results.Accepted() : Results.NoContent();
        }).RequirePermission(RegistryPermissions.Edit);
        people.MapPost("/{relation:guid}/end", async (Guid id, Guid relation, EndBody body, MoveOut moveOut, CancellationToken token) =>
        {
            await moveOut.HandleAsync(new(id, [relation], body.To), token);
            return Results.NoContent();
        }).RequirePermission(RegistryPermissions.Edit);
        people.MapPut("/{relation:guid}/dates", async (Guid id, Guid relation, RelationBody body, CorrectRelation correct, CancellationToken token) =>
        {
            await correct.HandleAsync(new(id, relation, body.Role, body.From, body.To), token);
            return Results.NoContent();
        }).RequirePermission(RegistryPermissions.Edit);
        api.MapPost("/households/{id:guid}/move-out", async (Guid id, MoveOutBody body, MoveOut moveOut, CancellationToken token) =>
        {
            await moveOut.HandleAsync(new(id, body.Relations, body.To), token);
            return Results.NoContent();
        }).RequirePermission(RegistryPermissions.Edit);
        people.MapPost("/{relation:guid}/contact", async (Guid id, Guid relation, MakeContact make, CancellationToken token) =>
        {
            await make.HandleAsync(id, relation, token);
            return Results.NoContent();
        }).RequirePermission(RegistryPermissions.Edit);
        people.MapPost("/{relation:guid}/reveal", async (Guid id, Guid relation, RevealBody body, RevealPhone reveal, CancellationToken token) =>
            Results.Ok(new { phone = await reveal.HandleAsync(id, relation, body.Reason, token) })).RequirePermission(RegistryPermissions.Reveal);
        people.MapPost("/{relation:guid}/invite", async (Guid id, Guid relation, InviteResident invite, CancellationToken token) =>
            Results.Ok(new { link = await invite.HandleAsync(id, relation, token) })).RequirePermission(RegistryPermissions.Invite);
    }
}

internal sealed record PersonBody(string? Name, string? Phone, UnitRole? Role, DateOnly? From, bool IsContact, string? Remarks, bool SharesPhone);
internal sealed record EndBody(DateOnly? To);
internal sealed record MoveOutBody(IReadOnlyList<Guid>? Relations, DateOnly? To);
internal sealed record RelationBody(UnitRole? Role, DateOnly? From, DateOnly? To);

/// <param name="Reason">Why the whole phone is needed, in words.</param>
internal sealed record RevealBody(string? Reason);
internal sealed record ExportBody(string? Q, Guid? Community, Guid? Cluster, string? Living, string? Reason);

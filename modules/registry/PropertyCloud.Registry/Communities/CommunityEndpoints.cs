using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Registry.Communities;

/// <summary>/api/registry/communities, clusters and places. Changes and removals take <c>If-Match</c> with the <c>version</c> of what was
/// read: a stale one is refused with 412. What adds takes <c>Idempotency-Key</c>.</summary>
internal static class CommunityEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/communities", (ICommunityLookup lookup, CancellationToken token) => lookup.ListAsync(token)).RequirePermission(RegistryPermissions.View);
        api.MapGet("/communities/{id:guid}", (Guid id, ViewCommunity view, CancellationToken token) => view.HandleAsync(id, token)).RequirePermission(RegistryPermissions.View);
        api.MapPost("/communities", async (CommunityBody body, SaveCommunity save, CancellationToken token) =>
            Results.Ok(new Made(await save.HandleAsync(new(null, body.Name, body.Grade, body.Address), token)))).RequirePermission(RegistryPermissions.Arrange);
        api.MapPut("/communities/{id:guid}", async (Guid id, CommunityBody body, [FromHeader(Name = "If-Match")] string? ifMatch, SaveCommunity save, CancellationToken token) =>
            Results.Ok(new Made(await save.HandleAsync(new(id, body.Name, body.Grade, body.Address, SeenVersion.Parse(ifMatch)), token)))).RequirePermission(RegistryPermissions.Arrange);
        api.MapDelete("/communities/{id:guid}", async (Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, RemoveCommunity remove, CancellationToken token) =>
        {
            await remove.HandleAsync(id, SeenVersion.Parse(ifMatch), token);
            return Results.NoContent();
        }).RequirePermission(RegistryPermissions.Arrange);
        MapClusters(api);
        MapPlaces(api);
    }

    private static void MapClusters(IEndpointRouteBuilder api)
    {
        api.MapGet("/clusters", (Guid? communityId, ICommunityLookup lookup, CancellationToken token) => lookup.ListClustersAsync(communityId, token)).RequirePermission(RegistryPermissions.View);
        api.MapGet("/clusters/{id:guid}", (Guid id, int? page, ViewCluster view, CancellationToken token) => view.HandleAsync(id, page ?? 1, token)).RequirePermission(RegistryPermissions.Arrange);
        api.MapPost("/clusters", async (ClusterBody body, SaveCluster save, CancellationToken token) =>
            Results.Ok(new Made(await save.HandleAsync(new(null, body.CommunityId, body.Name), token)))).RequirePermission(RegistryPermissions.Arrange);
        api.MapPut("/clusters/{id:guid}", async (Guid id, ClusterBody body, [FromHeader(Name = "If-Match")] string? ifMatch, SaveCluster save, CancellationToken token) =>
            Results.Ok(new Made(await save.HandleAsync(new(id, body.CommunityId, body.Name, SeenVersion.Parse(ifMatch)), token)))).RequirePermission(RegistryPermissions.Arrange);
        api.MapDelete("/clusters/{id:guid}", async (Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, RemoveCluster remove, CancellationToken token) =>
        {
            await remove.HandleAsync(id, SeenVersion.Parse(ifMatch), token);
            return Results.NoContent();
        }).RequirePermission(RegistryPermissions.Arrange);
        api.MapPost("/communities/{id:guid}/assign", async (Guid id, AssignBody body, AssignCluster assign, CancellationToken token) =>
            Results.Ok(new { units = await assign.HandleAsync(new(id, body.ClusterId, body.BuildingIds, body.EntranceIds, body.Plates, body.UnitIds), token) })).RequirePermission(RegistryPermissions.Arrange);
    }

    private static void MapPlaces(IEndpointRouteBuilder api)
    {
        api.MapGet("/communities/{id:guid}/places", async (Guid id, ICommunityLookup communities, IUnitLookup lookup, CancellationToken token) =>
            (await communities.ListAsync(token)).Any(c => c.Id == id) ? await lookup.ListPlacesAsync(id, token) : throw DomainException.NotFound()).RequirePermission(RegistryPermissions.View);
        api.MapPost("/places", async (PlaceBody body, SavePlace save, CancellationToken token) =>
            Results.Ok(new Made(await save.HandleAsync(new(null, body.CommunityId, body.Name, body.ClusterId), token)))).RequirePermission(RegistryPermissions.Arrange);
        api.MapPut("/places/{id:guid}", async (Guid id, PlaceBody body, [FromHeader(Name = "If-Match")] string? ifMatch, SavePlace save, CancellationToken token) =>
            Results.Ok(new Made(await save.HandleAsync(new(id, body.CommunityId, body.Name, body.ClusterId, SeenVersion.Parse(ifMatch)), token)))).RequirePermission(RegistryPermissions.Arrange);
        api.MapDelete("/places/{id:guid}", async (Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, RemovePlace remove, CancellationToken token) =>
        {
            await remove.HandleAsync(id, SeenVersion.Parse(ifMatch), token);
            return Results.NoContent();
        }).RequirePermission(RegistryPermissions.Arrange);
    }
}

internal sealed record Made(Guid Id);
internal sealed record CommunityBody(string? Name, string? Grade, string? Address);

/// <param name="CommunityId">Read when one is added; what is there stays in its community.</param>
internal sealed record ClusterBody(Guid CommunityId, string? Name);

/// <inheritdoc cref="ClusterBody"/>
internal sealed record PlaceBody(Guid CommunityId, string? Name, Guid? ClusterId);
internal sealed record AssignBody(Guid? ClusterId, IReadOnlyList<Guid>? BuildingIds, IReadOnlyList<Guid>? EntranceIds, string? Plates, IReadOnlyList<Guid>? UnitIds);

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Registry.Communities;

internal static class CommunityEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/communities", (ICommunityLookup lookup, CancellationToken token) => lookup.ListAsync(token)).RequirePermission(RegistryPermissions.View);
        api.MapGet("/communities/{id:guid}", (Guid id, ViewCommunity view, CancellationToken token) => view.HandleAsync(id, token)).RequirePermission(RegistryPermissions.View);
        api.MapPost("/communities", async (CommunityBody body, SaveCommunity save, CancellationToken token) =>
            Results.Ok(new Made(await save.HandleAsync(new(null, body.Name, body.Grade), token)))).RequirePermission(RegistryPermissions.Edit);
        api.MapPut("/communities/{id:guid}", async (Guid id, CommunityBody body, SaveCommunity save, CancellationToken token) =>
            Results.Ok(new Made(await save.HandleAsync(new(id, body.Name, body.Grade), token)))).RequirePermission(RegistryPermissions.Edit);
        MapClusters(api);
        MapPlaces(api);
    }

    private static void MapClusters(IEndpointRouteBuilder api)
    {
        api.MapGet("/clusters", (Guid? communityId, ICommunityLookup lookup, CancellationToken token) => lookup.ListClustersAsync(communityId, token)).RequirePermission(RegistryPermissions.View);
        api.MapPost("/clusters", async (ClusterBody body, SaveCluster save, CancellationToken token) =>
            Results.Ok(new Made(await save.HandleAsync(new(null, body.CommunityId, body.Name), token)))).RequirePermission(RegistryPermissions.Edit);
        api.MapPut("/clusters/{id:guid}", async (Guid id, ClusterBody body, SaveCluster save, CancellationToken token) =>
            Results.Ok(new Made(await save.HandleAsync(new(id, body.CommunityId, body.Name), token)))).RequirePermission(RegistryPermissions.Edit);
        api.MapPost("/communities/{id:guid}/assign", async (Guid id, AssignBody body, AssignCluster assign, CancellationToken token) =>
            Results.Ok(new { units = await assign.HandleAsync(new(id, body.ClusterId, body.BuildingIds, body.EntranceIds, body.Plates), token) })).RequirePermission(RegistryPermissions.Edit);
    }

    private static void MapPlaces(IEndpointRouteBuilder api)
    {
        api.MapGet("/communities/{id:guid}/places", async (Guid id, ICommunityLookup communities, IUnitLookup lookup, CancellationToken token) =>
            (await communities.ListAsync(token)).Any(c => c.Id == id) ? await lookup.ListPlacesAsync(id, token) : throw DomainException.NotFound()).RequirePermission(RegistryPermissions.View);
        api.MapPost("/places", async (PlaceBody body, SavePlace save, CancellationToken token) =>
            Results.Ok(new Made(await save.HandleAsync(new(null, body.CommunityId, body.Name, body.ClusterId), token)))).RequirePermission(RegistryPermissions.Edit);
        api.MapPut("/places/{id:guid}", async (Guid id, PlaceBody body, SavePlace save, CancellationToken token) =>
            Results.Ok(new Made(await save.HandleAsync(new(id, body.CommunityId, body.Name, body.ClusterId), token)))).RequirePermission(RegistryPermissions.Edit);
    }
}

internal sealed record Made(Guid Id);
internal sealed record CommunityBody(string? Name, string? Grade);
internal sealed record ClusterBody(Guid CommunityId, string? Name);
internal sealed record PlaceBody(Guid CommunityId, string? Name, Guid? ClusterId);
internal sealed record AssignBody(Guid? ClusterId, IReadOnlyList<Guid>? BuildingIds, IReadOnlyList<Guid>? EntranceIds, string? Plates);

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Communities;

/// <summary>Buildings, entrances and units of /api/registry; versions and keys as in <see cref="CommunityEndpoints"/>.</summary>
internal static class BuildingEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/communities/{id:guid}/buildings", async (Guid id, BuildingBody body, AddBuilding add, CancellationToken token) =>
            Results.Ok(new Made(await add.HandleAsync(new(id, body.Name, body.Entrances), token)))).RequirePermission(RegistryPermissions.Arrange);
        api.MapGet("/buildings/{id:guid}", (Guid id, Guid? entrance, int? page, ViewBuilding view, CancellationToken token) =>
            view.HandleAsync(id, entrance, page ?? 1, token)).RequirePermission(RegistryPermissions.Arrange);
        api.MapPut("/buildings/{id:guid}", async (Guid id, NameBody body, [FromHeader(Name = "If-Match")] string? ifMatch, RenameBuilding rename, CancellationToken token) =>
        {
            await rename.HandleAsync(new(id, body.Name, SeenVersion.Parse(ifMatch)), token);
            return Results.NoContent();
        }).RequirePermission(RegistryPermissions.Arrange);
        api.MapDelete("/buildings/{id:guid}", async (Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, RemoveBuilding remove, CancellationToken token) =>
        {
            await remove.HandleAsync(id, SeenVersion.Parse(ifMatch), token);
            return Results.NoContent();
        }).RequirePermission(RegistryPermissions.Arrange);
        MapEntrances(api);
        MapUnits(api);
    }

    private static void MapEntrances(IEndpointRouteBuilder api)
    {
        api.MapPost("/buildings/{id:guid}/entrances", async (Guid id, NameBody body, AddEntrance add, CancellationToken token) =>
            Results.Ok(new Made(await add.HandleAsync(new(id, body.Name), token)))).RequirePermission(RegistryPermissions.Arrange);
        api.MapPut("/entrances/{id:guid}", async (Guid id, NameBody body, [FromHeader(Name = "If-Match")] string? ifMatch, RenameEntrance rename, CancellationToken token) =>
        {
            await rename.HandleAsync(new(id, body.Name, SeenVersion.Parse(ifMatch)), token);
            return Results.NoContent();
        }).RequirePermission(RegistryPermissions.Arrange);
        api.MapDelete("/entrances/{id:guid}", async (Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, RemoveEntrance remove, CancellationToken token) =>
        {
            await remove.HandleAsync(id, SeenVersion.Parse(ifMatch), token);
            return Results.NoContent();
        }).RequirePermission(RegistryPermissions.Arrange);
    }

    private static void MapUnits(IEndpointRouteBuilder api)
    {
        api.MapPost("/entrances/{id:guid}/units", async (Guid id, UnitsBody body, AddUnits add, CancellationToken token) =>
            Results.Ok(new Made(await add.HandleAsync(new(id, body.Numbers, body.Kind, body.Area, body.ClusterId), token)))).RequirePermission(RegistryPermissions.Arrange);
        api.MapPut("/units/{id:guid}", async (Guid id, UnitBody body, [FromHeader(Name = "If-Match")] string? ifMatch, ChangeUnit change, CancellationToken token) =>
        {
            await change.HandleAsync(new(id, body.Number, body.Kind, body.Area, body.ClusterId, SeenVersion.Parse(ifMatch)), token);
            return Results.NoContent();
        }).RequirePermission(RegistryPermissions.Arrange);
        api.MapDelete("/units/{id:guid}", async (Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, RemoveUnit remove, CancellationToken token) =>
        {
            await remove.HandleAsync(id, SeenVersion.Parse(ifMatch), token);
            return Results.NoContent();
        }).RequirePermission(RegistryPermissions.Arrange);
    }
}

/// <param name="Entrances">Names as <c>1</c>; none makes one unnamed entrance.</param>
internal sealed record BuildingBody(string? Name, IReadOnlyList<string>? Entrances);
internal sealed record NameBody(string? Name);
internal sealed record UnitsBody(IReadOnlyList<string>? Numbers, UnitKind? Kind, decimal? Area, Guid? ClusterId);
internal sealed record UnitBody(string? Number, UnitKind? Kind, decimal? Area, Guid? ClusterId);

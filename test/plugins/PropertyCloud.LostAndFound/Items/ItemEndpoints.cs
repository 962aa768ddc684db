using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Security;
using PropertyCloud.LostAndFound.Data;

namespace PropertyCloud.LostAndFound.Items;

internal sealed record ItemResource(Guid Id, string What, string Where, string Status, DateTime FoundAt, DateTime KeptUntil, Guid? RequestId)
{
    public static ItemResource Of(FoundItem i) => new(i.Id, i.What, i.Where, i.Status.ToString(), i.FoundAt, i.KeptUntil, i.RequestId);
}

/// <summary>/api/lost-and-found/items</summary>
internal static class ItemEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var items = api.MapGroup("/items").RequirePermission(LostAndFoundModule.KeepPermission);
        items.MapGet("/", async (ListItems list, int? page, CancellationToken c) => (await list.HandleAsync(page ?? 1, c)).Items.Select(ItemResource.Of));
        items.MapGet("/{id:guid}", async (LostAndFoundDbContext db, Guid id, CancellationToken c) => ItemResource.Of(await db.GetAsync<FoundItem>(id, c)));
        items.MapPost("/", async (RegisterItem use, FoundInput input, CancellationToken c) => TypedResults.Created((string?)null, new { id = await use.HandleAsync(input, c) }));
        items.MapPost("/{id:guid}/hand-out", async (HandOutItem use, Guid id, CancellationToken c) => ItemResource.Of(await use.HandleAsync(id, c)));
    }
}

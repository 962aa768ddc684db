using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Butler.Catalogue;

/// <param name="Code">Only for a new item: it never changes.</param>
/// <param name="Department">Null: the butler does it.</param>
/// <param name="Severity">Null: the plan's first.</param>
/// <param name="Icon">Null: the kind's.</param>
internal sealed record ItemBody(string? Code, string? Kind, string? Name, string? NameEn, string? Department, string? Severity, string? Icon, int? Order)
{
    public CatalogueFacts Facts() => new(Kind ?? "", Name ?? "", NameEn, Department, Severity, Icon, Order ?? 0);
}

internal sealed record ItemResource(Guid Id, string Code, string Kind, string Name, string? NameEn, string? Department, string? Severity, string Icon, int Order, bool IsOffered)
{
    public static ItemResource Of(CatalogueItem i) => new(i.Id, i.Code, i.Kind, i.Name, i.NameEn, i.Department, i.Severity, i.Icon, i.Order, i.IsActive);
}

/// <summary>/api/butler/catalogue: what can be asked for. Its limits are the plan's, by code.</summary>
internal static class CatalogueEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        // Everybody of the company reads what is offered; the rest is for who keeps the catalogue.
        var catalogue = api.MapGroup("/catalogue").RequireAuthorization(new AnySignedInAttribute());
        catalogue.MapGet("/", async (string? kind, int? page, ListCatalogue list, CancellationToken c) =>
        {
            var found = await list.HandleAsync(new(kind, page ?? 1), c);
            return new PageOf<ItemResource>([.. found.Items.Select(ItemResource.Of)], found.Number, found.Size, found.Total);
        });
        catalogue.MapPost("/", async (ItemBody body, SaveItem save, CancellationToken c) =>
            TypedResults.Created((string?)null, new { id = await save.AddAsync((body.Code ?? "").Trim(), body.Facts(), c) })).RequirePermission(ButlerPermissions.Catalogue);
        catalogue.MapPut("/{id:guid}", async (Guid id, ItemBody body, SaveItem save, CancellationToken c) =>
        {
            await save.ChangeAsync(id, body.Facts(), c);
            return TypedResults.NoContent();
        }).RequirePermission(ButlerPermissions.Catalogue);
        catalogue.MapPost("/{id:guid}/retire", async (Guid id, SaveItem save, CancellationToken c) =>
        {
            await save.OfferAsync(id, false, c);
            return TypedResults.NoContent();
        }).RequirePermission(ButlerPermissions.Catalogue);
        catalogue.MapPost("/{id:guid}/offer", async (Guid id, SaveItem save, CancellationToken c) =>
        {
            await save.OfferAsync(id, true, c);
            return TypedResults.NoContent();
        }).RequirePermission(ButlerPermissions.Catalogue);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Communities;

namespace PropertyCloud.Registry.ServiceCards;

internal static class ServiceCardEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/own-cards", (OwnCards own, CancellationToken token) => own.HandleAsync(token)).RequirePermission(RegistryPermissions.OwnCard);
        api.MapPost("/households/{id:guid}/card/rotate", async (Guid id, RotateBody body, RotateCard rotate, CancellationToken token) =>
            Results.Ok(new Made(await rotate.HandleAsync(id, body.Reason, token)))).RequirePermission(RegistryPermissions.Edit);
    }
}

/// <param name="Reason">A code of <see cref="RotateCard.Reasons"/>.</param>
internal sealed record RotateBody(string? Reason);

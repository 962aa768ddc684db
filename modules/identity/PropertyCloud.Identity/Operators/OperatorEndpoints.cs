using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Identity.Staff;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Identity.Operators;

internal static class OperatorEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var operators = api.MapGroup("/operators").RequirePermission(IdentityPermissions.Operators).WithMetadata(new PlatformOnlyAttribute());
        operators.MapGet("", (string? text, string? state, int? page, SearchStaff search, CancellationToken cancellation) =>
            search.HandleAsync(new(text, State: state, Page: page ?? 1), cancellation));
        operators.MapGet("/{id:guid}", (Guid id, GetOperator get, CancellationToken cancellation) => get.HandleAsync(id, cancellation));
        operators.MapPost("", async (OperatorInput input, InviteOperator invite, CancellationToken cancellation) =>
        {
            var invited = await invite.HandleAsync(input, cancellation);
            return Results.Created($"/api/identity/operators/{invited.Id}", invited);
        });
        operators.MapPost("/{id:guid}/link", async (Guid id, ManageOperator manage, CancellationToken cancellation) =>
            Results.Ok(new { address = await manage.IssueLinkAsync(id, cancellation) }));
        operators.MapPost("/{id:guid}/withdraw-link", async (Guid id, ManageOperator manage, CancellationToken cancellation) =>
        {
            await manage.WithdrawLinkAsync(id, cancellation);
            return Results.NoContent();
        });
        operators.MapPost("/{id:guid}/deactivate", async (Guid id, StaffEndpoints.ReasonBody? body, ManageOperator manage, CancellationToken cancellation) =>
        {
            await manage.DeactivateAsync(id, body?.Reason, cancellation);
            return Results.NoContent();
        });
        operators.MapPost("/{id:guid}/reactivate", async (Guid id, ManageOperator manage, CancellationToken cancellation) =>
        {
            await manage.ReactivateAsync(id, cancellation);
            return Results.NoContent();
        });
    }
}

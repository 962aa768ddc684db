using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Accounts;

internal static class AccountEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me", (GetAccount account, CancellationToken cancellation) => account.HandleAsync(cancellation)).WithMetadata(new AnySignedInAttribute());
        api.MapPost("/me/password", async (ChangePasswordRequest request, ChangePassword change, IUserSession session, CancellationToken cancellation) =>
        {
            var who = await change.HandleAsync(request, cancellation);
            await session.SignInAsync(who.UserId, who.SecurityStamp, who.IsResident);
            return Results.NoContent();
        }).WithMetadata(new AnySignedInAttribute());
    }
}

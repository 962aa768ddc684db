using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Identity.Accounts;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.PhoneChanges;

/// <summary>One change is reached by who asked, who decides and whose phone it is: the use cases tell them apart.</summary>
internal static class PhoneChangeEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/phone-changes", (bool? closed, int? page, ViewPhoneChanges view, CancellationToken cancellation) =>
            view.ListAsync(closed == true, page ?? 1, cancellation)).RequirePermission(IdentityPermissions.Phones);
        api.MapPost("/phone-changes/approve", async (ChosenBody body, ApprovePhoneChanges approve, CancellationToken cancellation) =>
            Results.Ok(new { approved = await approve.HandleAsync(body.Ids, cancellation) })).RequirePermission(IdentityPermissions.ApprovePhones);
        api.MapPost("/me/phone", async (AskOwnPhoneRequest request, AskOwnPhone ask, CancellationToken cancellation) =>
        {
            var id = await ask.HandleAsync(request, cancellation);
            return Results.Accepted($"/api/identity/phone-changes/{id}", new { phoneChangeId = id });
        }).WithMetadata(new AnySignedInAttribute());
        MapOne(api.MapGroup("/phone-changes/{id:guid}").WithMetadata(new AnySignedInAttribute()));
    }

    private static void MapOne(IEndpointRouteBuilder change)
    {
        change.MapGet("", (Guid id, ViewPhoneChanges view, CancellationToken cancellation) => view.GetAsync(id, cancellation));
        change.MapPost("/approve", async (Guid id, ProofBody? body, ApprovePhoneChange approve, IUserSession session, CancellationToken cancellation) =>
        {
            if (await approve.HandleAsync(id, body?.Current, cancellation) is { } own) await session.SignInAsync(own.UserId, own.SecurityStamp, own.IsResident);
            return Results.NoContent();
        });
        change.MapPost("/refuse", async (Guid id, RefusalBody? body, RefusePhoneChange refuse, CancellationToken cancellation) =>
        {
            await refuse.HandleAsync(id, body?.Reason, cancellation);
            return Results.NoContent();
        });
        change.MapPost("/withdraw", async (Guid id, WithdrawPhoneChange withdraw, CancellationToken cancellation) =>
        {
            await withdraw.HandleAsync(id, cancellation);
            return Results.NoContent();
        });
        change.MapPost("/reveal", (Guid id, RevealPhoneChange reveal, CancellationToken cancellation) => reveal.HandleAsync(id, cancellation));
    }

    internal sealed record ChosenBody(IReadOnlyList<Guid>? Ids);

    /// <param name="Current">The owner's password.</param>
    internal sealed record ProofBody(string? Current);
    internal sealed record RefusalBody(string? Reason);
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Theme.Layout;

namespace PropertyCloud.Notifications.Notices;

internal static class NotificationEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var inbox = api.MapGroup("/inbox").RequireAuthorization(new AnySignedInAttribute());
        inbox.MapGet("/", (ListNotifications list, bool? unread, int? page, CancellationToken cancellation) => list.HandleAsync(unread == true, page ?? 1, cancellation));
        inbox.MapGet("/count", (IBellSource bell) => bell.ReadAsync());
        inbox.MapPost("/{id:guid}/read", async (MarkRead use, Guid id, CancellationToken cancellation) =>
        {
            await use.HandleAsync(id, cancellation);
            return Results.NoContent();
        });
        inbox.MapPost("/read", async (MarkAllRead use, CancellationToken cancellation) => new { Marked = await use.HandleAsync(cancellation) });
    }
}

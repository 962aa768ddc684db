using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Identity.Organisation;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Staff;

internal static class StaffEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var staff = api.MapGroup("/staff").RequirePermission(IdentityPermissions.Staff);
        staff.MapGet("", (string? text, string? department, string? role, string? state, int? page, int? size, SearchStaff search, CancellationToken cancellation) =>
            search.HandleAsync(new(text, department, role, state, page ?? 1, size ?? 30), cancellation));
        staff.MapGet("/export", async (string? text, string? department, string? role, string? state, ExportStaff export, CancellationToken cancellation) =>
            Results.File(await export.HandleAsync(new(text, department, role, state), cancellation), "text/csv; charset=utf-8", "staff.csv"));
        staff.MapGet("/{id:guid}", (Guid id, GetStaff get, CancellationToken cancellation) => get.HandleAsync(id, cancellation));
        staff.MapPost("", async (StaffInput input, RegisterStaff register, CancellationToken cancellation) =>
        {
            var id = await register.HandleAsync(input, cancellation);
            return Results.Created($"/api/identity/staff/{id}", new { id });
        });
        staff.MapPut("/{id:guid}", async (Guid id, StaffInput input, EditStaff edit, CancellationToken cancellation) =>
        {
            // 202: everything else is saved, the phone waits for a second person.
            return await edit.HandleAsync(id, input, cancellation) is { } change
                ? Results.Accepted($"/api/identity/phone-changes/{change}", new { phoneChangeId = change })
                : Results.NoContent();
        });
        staff.MapPost("/{id:guid}/deactivate", async (Guid id, ReasonBody? body, DeactivateStaff deactivate, CancellationToken cancellation) =>
        {
            await deactivate.HandleAsync(id, body?.Reason, cancellation);
            return Results.NoContent();
        });
        staff.MapPost("/{id:guid}/reactivate", async (Guid id, ReactivateStaff reactivate, CancellationToken cancellation) =>
        {
            await reactivate.HandleAsync(id, cancellation);
            return Results.NoContent();
        });
        staff.MapPost("/{id:guid}/link", async (Guid id, IssueStaffLink issue, CancellationToken cancellation) =>
            Results.Ok(new { address = await issue.HandleAsync(id, cancellation) }));
        api.MapGet("/organisation", (GetOrganisation get, CancellationToken cancellation) => get.HandleAsync(cancellation)).RequirePermission(IdentityPermissions.Organisation);
    }

    internal sealed record ReasonBody(string? Reason);
}

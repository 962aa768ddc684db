using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Butler.Assignments;

/// <param name="From">Null is today.</param>
internal sealed record AssignBody(Guid ClusterId, Guid? ButlerId, Guid? BackupId, DateOnly? From, DateOnly? To);
internal sealed record BackupBody(Guid? BackupId);

/// <param name="LastDay">Null is today.</param>
internal sealed record EndBody(DateOnly? LastDay);

internal sealed record AssignmentResource(Guid Id, Guid ButlerId, Guid? BackupId, DateOnly From, DateOnly? To)
{
    public static AssignmentResource? Of(Assignment? one) => one is null ? null : new(one.Id, one.ButlerId, one.BackupId, one.From, one.To);
}

/// <param name="ButlerHouseholds">All households of the butler of today, over all clusters.</param>
/// <param name="ButlerLimit">The plan's ratio, or null.</param>
internal sealed record ClusterResource(Guid ClusterId, Guid CommunityId, string Community, string Name, int Households, AssignmentResource? Now, AssignmentResource? Next,
    int? ButlerHouseholds, int? ButlerLimit)
{
    public static ClusterResource Of(ClusterLine line, AssignmentList list)
    {
        var load = line.Now is { } now ? list.Loads.GetValueOrDefault(now.ButlerId) : null;
        return new(line.Cluster.Id, line.Cluster.CommunityId, line.Community, line.Cluster.Name, line.Cluster.Households, AssignmentResource.Of(line.Now), AssignmentResource.Of(line.Next),
            load?.Households, load?.Limit);
    }
}

/// <summary>/api/butler/assignments: who looks after which cluster.</summary>
internal static class AssignmentEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var assignments = api.MapGroup("/assignments").RequirePermission(ButlerPermissions.Assign);
        assignments.MapGet("/", async (int? page, ListAssignments list, CancellationToken c) =>
        {
            var found = await list.HandleAsync(page ?? 1, c);
            return new PageOf<ClusterResource>([.. found.Clusters.Items.Select(line => ClusterResource.Of(line, found))], found.Clusters.Number, found.Clusters.Size, found.Clusters.Total);
        });
        assignments.MapPost("/", async (AssignBody body, AssignButler assign, Display display, CancellationToken c) =>
            TypedResults.Created((string?)null, new { id = await assign.HandleAsync(new(body.ClusterId, body.ButlerId, body.BackupId, body.From ?? display.Today, body.To), c) }));
        assignments.MapPost("/{id:guid}/backup", async (Guid id, BackupBody body, AssignButler assign, CancellationToken c) =>
        {
            await assign.ChangeBackupAsync(id, body.BackupId, c);
            return TypedResults.NoContent();
        });
        assignments.MapPost("/{id:guid}/end", async (Guid id, EndBody body, AssignButler assign, Display display, CancellationToken c) =>
        {
            await assign.EndAsync(id, body.LastDay ?? display.Today, c);
            return TypedResults.NoContent();
        });
    }
}

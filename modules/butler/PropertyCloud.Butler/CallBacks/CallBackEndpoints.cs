using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Butler.CallBacks;

internal sealed record CallBackAttemptResource(int Number, bool Reached, DateTime At, Guid? ByUserId, string By, string? Remark);

/// <param name="DueAt">The promise, or null where the plan makes none; <paramref name="SortAt"/> is then the month's end.</param>
/// <param name="Satisfaction">1 to 5 once reached.</param>
internal sealed record CallBackResource(Guid Id, Guid RequestId, string RequestNumber, string Title, string Kind, string Plate, string Status, DateTime OpenedAt, DateTime? DueAt, DateTime SortAt,
    DateTime? DoneAt, int? Satisfaction, string? Remark, Guid? ResponsibleId, Guid? PartyId, IReadOnlyList<CallBackAttemptResource> Attempts)
{
    public static CallBackResource Of(CallBackTask t, IEnumerable<CallBackAttempt> attempts) => new(t.Id, t.RequestId, t.RequestNumber, t.RequestTitle, t.RequestKind, t.Plate, t.Status.ToString(), t.OpenedAt,
        t.DueAt, t.SortAt, t.DoneAt, t.Satisfaction, t.Remark, t.ResponsibleId, t.PartyId, [.. attempts.Select(a => new CallBackAttemptResource(a.Number, a.WasReached, a.At, a.ByUserId, a.ByName, a.Remark))]);
}

/// <summary>/api/butler/call-backs: what is to be called about. A call is recorded on its request: <c>requests/{id}/call-back</c>.</summary>
internal static class CallBackEndpoints
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/call-backs", async (string? segment, bool? mine, Guid? request, int? page, ListCallBacks list, CancellationToken c) =>
    {
        var found = await list.HandleAsync(new(segment, mine == true, request, page ?? 1), c);
        return new PageOf<CallBackResource>([.. found.Result.Items.Select(t => CallBackResource.Of(t, found.Attempts[t.Id]))], found.Result.Number, found.Result.Size, found.Result.Total);
    }).RequirePermission(ButlerPermissions.CallBack);
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.Duty;

/// <param name="Day">monday to sunday.</param>
/// <param name="To">At or before <paramref name="From"/>: past midnight.</param>
internal sealed record SpanBody(string? Day, TimeOnly From, TimeOnly To);

/// <param name="Post">Butler, DutyButler or FrontDesk.</param>
/// <param name="Spans">The whole week; empty takes the hours away.</param>
internal sealed record HoursBody(Guid UserId, string? Post, IReadOnlyList<SpanBody>? Spans);

/// <param name="From">First local day; null is today.</param>
/// <param name="To">Last local day; null is the first.</param>
internal sealed record AbsenceBody(Guid UserId, DateOnly? From, DateOnly? To, string? Reason);

internal sealed record SpanResource(string Day, TimeOnly From, TimeOnly To);
internal sealed record HoursResource(Guid UserId, string Post, IReadOnlyList<SpanResource> Spans);
internal sealed record AbsenceResource(Guid Id, Guid UserId, DateTime FromAt, DateTime UntilAt, string? Reason);

/// <param name="UserId">Who answers for the cluster now, or null: nobody.</param>
internal sealed record CoverResource(Guid ClusterId, string Cluster, Guid? UserId, string? As);
internal sealed record DutyResource(IReadOnlyList<Guid> Staff, IReadOnlyList<HoursResource> Hours, IReadOnlyList<AbsenceResource> Absences, IReadOnlyList<CoverResource> Cover);

/// <summary>/api/butler/duty: who is there when, who is away, and who answers now (ruling 12).</summary>
internal static class DutyEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var duty = api.MapGroup("/duty").RequirePermission(ButlerPermissions.Assign);
        duty.MapGet("/", async (ListDuty list, CancellationToken c) => Resource(await list.HandleAsync(c)));
        duty.MapPut("/hours", async (HoursBody body, PlanDuty plan, CancellationToken c) =>
        {
            await plan.HandleAsync(body.UserId, PostOf(body.Post), [.. (body.Spans ?? []).Select(s => new WorkingSpan(DayOf(s.Day), s.From, s.To))], c);
            return TypedResults.NoContent();
        });
        duty.MapPost("/absences", async (AbsenceBody body, PlanDuty plan, Display display, CancellationToken c) =>
        {
            var from = body.From ?? display.Today;
            return TypedResults.Created((string?)null, new { id = await plan.AddAbsenceAsync(new(body.UserId, from, body.To ?? from, body.Reason), c) });
        });
        duty.MapPost("/absences/{id:guid}/end", async (Guid id, PlanDuty plan, CancellationToken c) =>
        {
            await plan.EndAbsenceAsync(id, c);
            return TypedResults.NoContent();
        });
    }

    private static DutyResource Resource(DutyList list) => new([.. list.Staff.Select(s => s.UserId)],
        [.. list.Weeks.Select(w => new HoursResource(w.UserId, w.Post.ToString(), [.. w.Spans.Select(s => new SpanResource(s.Day.ToString().ToLowerInvariant(), s.From, s.To))]))],
        [.. list.Absences.Select(a => new AbsenceResource(a.Id, a.UserId, a.FromAt, a.UntilAt, a.Reason))],
        [.. list.Cover.Select(c => new CoverResource(c.ClusterId, c.Cluster, c.Now?.UserId, c.Now?.Role.ToString()))]);

    private static DutyPost PostOf(string? name) => Enum.TryParse<DutyPost>(name, ignoreCase: true, out var post) && Enum.IsDefined(post) ? post
        : throw new DomainException("butler.unknown-post", "选一种岗位") { Status = 422, Field = "Post" };

    private static DayOfWeek DayOf(string? name) => Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var day) && Enum.IsDefined(day) ? day
        : throw new DomainException("butler.unknown-day", "选星期几") { Status = 422, Field = "Day" };
}

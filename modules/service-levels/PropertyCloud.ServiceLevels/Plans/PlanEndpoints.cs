using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>Plans for programs: the same use cases as the pages.</summary>
internal static class PlanEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/plans", (ReadPlans plans, CancellationToken token) => plans.ListAsync(token)).RequirePermission(ServiceLevelsPermissions.View);
        api.MapGet("/plans/{id:guid}", GetAsync).RequirePermission(ServiceLevelsPermissions.View);
        api.MapGet("/plans/{id:guid}/versions", VersionsAsync).RequirePermission(ServiceLevelsPermissions.View);
        api.MapGet("/plans/{id:guid}/versions/{number:int}", VersionAsync).RequirePermission(ServiceLevelsPermissions.View);
        api.MapGet("/plans/{id:guid}/check", CheckAsync).RequirePermission(ServiceLevelsPermissions.Edit);
        api.MapPost("/plans", CreateAsync).RequirePermission(ServiceLevelsPermissions.Edit);
        api.MapPost("/plans/{id:guid}/draft", OpenAsync).RequirePermission(ServiceLevelsPermissions.Edit);
        api.MapPut("/plans/{id:guid}/draft", SaveAsync).RequirePermission(ServiceLevelsPermissions.Edit);
        api.MapDelete("/plans/{id:guid}/draft", DiscardAsync).RequirePermission(ServiceLevelsPermissions.Edit);
        api.MapPost("/plans/{id:guid}/publish", PublishAsync).RequirePermission(ServiceLevelsPermissions.Publish);
        api.MapPost("/plans/{id:guid}/end", EndAsync).RequirePermission(ServiceLevelsPermissions.Publish);
        api.MapGet("/promises", PromisesAsync).RequirePermission(ServiceLevelsPermissions.View);
    }

    public sealed record NewOverride(Guid? CommunityId, string? Grade);

    private static async Task<IResult> GetAsync(Guid id, ReadPlans plans, HttpContext http, CancellationToken token)
    {
        var plan = await plans.FindAsync(id, token) ?? throw DomainException.NotFound();
        http.Response.Headers.ETag = $"\"{plan.Version}\"";
        return Results.Ok(plan);
    }

    private static async Task<IResult> VersionsAsync(Guid id, int? page, ReadPlans plans, CancellationToken token)
    {
        _ = await plans.FindAsync(id, token);
        return Results.Ok(await plans.VersionsAsync(id, page ?? 1, token));
    }

    private static async Task<IResult> VersionAsync(Guid id, int number, ReadPlans plans, CancellationToken token) =>
        Results.Ok(await plans.ContentAsync(id, number, token) ?? throw DomainException.NotFound());

    private static async Task<IResult> CheckAsync(Guid id, ReadPlans plans, PromiseWriter words, CancellationToken token)
    {
        var plan = await plans.FindAsync(id, token) ?? throw DomainException.NotFound();
        return Results.Ok(new { findings = plan.Draft is null ? [] : PlanCheck.Run(plan.Draft).Select(f => new { f.Code, f.Blocks, f.Step, Text = words.Say(f) }).ToList(), running = await plans.RunningAsync(id, token) });
    }

    private static async Task<IResult> CreateAsync(NewOverride body, CreateOverride create, CancellationToken token)
    {
        var id = await create.HandleAsync(body.CommunityId, body.Grade, token);
        return Results.Created($"/api/service-levels/plans/{id}", new { id });
    }

    private static async Task<IResult> OpenAsync(Guid id, OpenDraft open, CancellationToken token)
    {
        await open.HandleAsync(id, token);
        return Results.NoContent();
    }

    private static async Task<IResult> SaveAsync(Guid id, [FromBody] PlanContent body, [FromHeader(Name = "If-Match")] string? ifMatch, EditDraft edit, CancellationToken token)
    {
        var version = await OnApi(() => edit.HandleAsync(id, Seen(ifMatch), _ => body, token));
        return Results.Ok(new { version });
    }

    private static async Task<IResult> DiscardAsync(Guid id, DiscardDraft discard, CancellationToken token)
    {
        await discard.HandleAsync(id, token);
        return Results.NoContent();
    }

    private static async Task<IResult> PublishAsync(Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, PublishPlan publish, CancellationToken token) =>
        Results.Ok(new { number = await OnApi(() => publish.HandleAsync(id, Seen(ifMatch), token)) });

    private static async Task<IResult> EndAsync(Guid id, EndOverride end, CancellationToken token)
    {
        await end.HandleAsync(id, token);
        return Results.NoContent();
    }

    private static Task<IReadOnlyList<PromiseLine>> PromisesAsync(Guid? communityId, IPlanLookup plans, CancellationToken token) =>
        plans.DescribeAsync(communityId ?? Guid.Empty, token);

    private static long Seen(string? ifMatch) => long.TryParse(ifMatch?.Trim('"'), System.Globalization.CultureInfo.InvariantCulture, out var seen)
        ? seen : throw new DomainException("service-levels.if-match", "写明你看到的版本（If-Match）") { Status = 422 };

    /// <summary>A stale version is 409 on a page and 412 for programs (ruling 29).</summary>
    private static async Task<T> OnApi<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DomainException stale) when (stale.Code == "service-levels.draft-changed")
        {
            throw new DomainException(stale.Code, stale.Text, [.. stale.Args]) { Status = 412 };
        }
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Web;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Data;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>A plan as pages and programs see it.</summary>
/// <param name="Version">Of the aggregate: what an editor has seen.</param>
internal sealed record PlanView(Guid PlanId, long Version, string Name, Guid? CommunityId, string? Grade, int LastNumber, Guid? InForceId, int? InForceNumber, PlanContent? InForce,
    PlanContent? Draft, DateTime? DraftSavedAt, Guid? DraftSavedBy)
{
    public bool IsDefault => CommunityId is null && Grade is null;
}

internal sealed record PlanLine(Guid PlanId, string Name, Guid? CommunityId, string? Grade, int LastNumber, bool InForce, bool HasDraft);

internal sealed record VersionLine(Guid Id, int Number, string Name, DateTime PublishedAt, Guid? PublishedBy);

/// <summary>Reads plans for pages and programs.</summary>
internal sealed class ReadPlans(ServiceLevelsDbContext db, PlanStore store) : IUseCase
{
    /// <summary>A plan; without an id the company's default, or null when it has none yet.</summary>
    public async Task<PlanView?> FindAsync(Guid? planId, CancellationToken cancellation)
    {
        var plans = db.Plans.AsNoTracking();
        var plan = planId is { } id ? await plans.FirstOrDefaultAsync(p => p.Id == id, cancellation) ?? throw DomainException.NotFound()
            : await plans.FirstOrDefaultAsync(p => p.Scope == ServicePlan.ScopeOfDefault, cancellation);
        if (plan is null) return null;
        var inForce = plan.InForceId is { } version ? await store.GetAsync(version, cancellation) : null;
        return new(plan.Id, plan.Version, plan.Name, plan.CommunityId, plan.Grade, plan.LastNumber, plan.InForceId, inForce?.Number, inForce?.Content,
            plan.DraftContent(), plan.DraftSavedAt, plan.DraftSavedBy);
    }

    /// <summary>The default first, then overrides.</summary>
    public async Task<IReadOnlyList<PlanLine>> ListAsync(CancellationToken cancellation)
    {
        var lines = await db.Plans.AsNoTracking().OrderBy(p => p.Id).Take(500)
            .Select(p => new PlanLine(p.Id, p.Name, p.CommunityId, p.Grade, p.LastNumber, p.InForceId != null, p.Draft != null)).ToListAsync(cancellation);
        return [.. lines.OrderBy(p => p.CommunityId is not null || p.Grade is not null).ThenBy(p => p.Grade).ThenBy(p => p.Name)];
    }

    public async Task<PageOf<VersionLine>> VersionsAsync(Guid planId, int page, CancellationToken cancellation)
    {
        const int size = 20;
        var versions = db.Versions.AsNoTracking().Where(v => v.PlanId == planId);
        var total = await versions.CountAsync(cancellation);
        var items = await versions.OrderByDescending(v => v.Number).Skip((Math.Max(1, page) - 1) * size).Take(size)
            .Select(v => new VersionLine(v.Id, v.Number, v.Name, v.PublishedAt, v.PublishedBy)).ToListAsync(cancellation);
        return new(items, Math.Max(1, page), size, total);
    }

    /// <summary>The published content of a version of the plan, by its number; null where there is none.</summary>
    public async Task<PlanContent?> ContentAsync(Guid planId, int number, CancellationToken cancellation) =>
        await db.Versions.AsNoTracking().Where(v => v.PlanId == planId && v.Number == number).Select(v => v.Content).FirstOrDefaultAsync(cancellation) is { } json
            ? PlanContent.Deserialize(json) : null;

    /// <summary>Subjects that still run under the plan's versions, by version number: they keep it.</summary>
    public async Task<IReadOnlyDictionary<int, int>> RunningAsync(Guid planId, CancellationToken cancellation)
    {
        var numbers = await db.Versions.AsNoTracking().Where(v => v.PlanId == planId).Select(v => new { v.Id, v.Number }).ToDictionaryAsync(v => v.Id, v => v.Number, cancellation);
        if (numbers.Count == 0) return new Dictionary<int, int>();
        var ids = numbers.Keys.ToList();
        ClockState[] open = [ClockState.Next, ClockState.Running, ClockState.OnHold];
        var counts = await db.Clocks.AsNoTracking().Where(c => open.Contains(c.State) && ids.Contains(c.PlanVersionId))
            .Select(c => new { c.PlanVersionId, c.SubjectId }).Distinct().GroupBy(c => c.PlanVersionId)
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return counts.ToDictionary(c => numbers[c.Key], c => c.Count);
    }
}

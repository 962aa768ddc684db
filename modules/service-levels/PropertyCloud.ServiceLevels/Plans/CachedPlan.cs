namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>A plan as it is kept in memory.</summary>
internal sealed record CachedPlan(Guid Id, string Scope, string Name, Guid? CommunityId, string? Grade, Guid? InForceId)
{
    /// <summary>Community before grade before default, among what is published; null where nothing is.</summary>
    public static CachedPlan? Applying(IReadOnlyList<CachedPlan> plans, Guid? communityId, string? grade)
    {
        var published = plans.Where(p => p.InForceId is not null).ToList();
        return (communityId is { } id ? published.FirstOrDefault(p => p.CommunityId == id) : null)
            ?? (grade is null ? null : published.FirstOrDefault(p => p.Grade == grade))
            ?? published.FirstOrDefault(p => p.Scope == ServicePlan.ScopeOfDefault);
    }
}

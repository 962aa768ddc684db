using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.ServiceLevels.Data;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>Opens the draft of a plan on what is in force; makes the company's default plan when it has none. Repeating
/// changes nothing.</summary>
internal sealed class OpenDraft(ServiceLevelsDbContext db, PlanStore store, ICurrentUser user, ICurrentTenant tenant, TimeProvider clock) : IUseCase
{
    public async Task<Guid> HandleAsync(Guid? planId, CancellationToken cancellation)
    {
        var plan = planId is { } id ? await db.GetAsync<ServicePlan>(id, cancellation) : await db.Plans.FirstOrDefaultAsync(p => p.Scope == ServicePlan.ScopeOfDefault, cancellation);
        if (plan is null) db.Plans.Add(plan = ServicePlan.CreateDefault(PlanContent.Nothing(Short(tenant.Info?.DisplayName)), clock, user.Id));
        else if (!plan.HasDraft) plan.OpenDraft(await BasisAsync(plan, cancellation), clock, user.Id);
        await db.SaveChangesAsync(cancellation);
        store.Forget();
        return plan.Id;
    }

    private async Task<PlanContent> BasisAsync(ServicePlan plan, CancellationToken cancellation)
    {
        if (plan.InForceId is { } inForce) return (await store.GetAsync(inForce, cancellation)).Content;
        var last = await db.Versions.Where(v => v.PlanId == plan.Id).OrderByDescending(v => v.Number).Select(v => v.Content).FirstOrDefaultAsync(cancellation);
        return last is null ? PlanContent.Nothing(plan.Name) : PlanContent.Deserialize(last);
    }

    private static string Short(string? name) => string.IsNullOrWhiteSpace(name) ? "服务方案" : name.Length > 60 ? name[..60] : name;
}

/// <summary>Changes the draft. The change is refused when somebody else saved after the editor looked.</summary>
internal sealed class EditDraft(ServiceLevelsDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    /// <param name="seen">The plan's version that the editor saw.</param>
    /// <param name="change">From the draft as it is to what it shall be.</param>
    public async Task<long> HandleAsync(Guid planId, long seen, Func<PlanContent, PlanContent> change, CancellationToken cancellation)
    {
        var plan = await db.GetAsync<ServicePlan>(planId, cancellation);
        plan.SaveDraft(change(plan.DraftContent() ?? PlanContent.Nothing(plan.Name)), seen, clock, user.Id);
        await db.SaveChangesAsync(cancellation);
        return plan.Version;
    }
}

/// <summary>Forgets the draft. Repeating changes nothing.</summary>
internal sealed class DiscardDraft(ServiceLevelsDbContext db, PlanStore store) : IUseCase
{
    /// <returns>False when the plan itself is gone: an override that was never published.</returns>
    public async Task<bool> HandleAsync(Guid planId, CancellationToken cancellation)
    {
        var plan = await db.GetAsync<ServicePlan>(planId, cancellation);
        var goes = !plan.IsDefault && plan.LastNumber == 0;
        if (goes) db.Plans.Remove(plan);
        else plan.DiscardDraft();
        db.Audit("service-levels.draft-discarded", plan.Id);
        await db.SaveChangesAsync(cancellation);
        store.Forget();
        return !goes;
    }
}

/// <summary>Publishes the draft as the next version: in force at once on this host, within two seconds on others.</summary>
internal sealed class PublishPlan(ServiceLevelsDbContext db, PlanStore store, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<int> HandleAsync(Guid planId, long seen, CancellationToken cancellation)
    {
        var plan = await db.GetAsync<ServicePlan>(planId, cancellation);
        var before = plan.InForceId is { } id ? (await store.GetAsync(id, cancellation)).Content : PlanContent.Nothing(plan.Name);
        var version = plan.Publish(seen, clock, user.Id);
        db.Versions.Add(version);
        db.Audit("service-levels.published", plan.Id, null, new
        {
            version.Number,
            changes = PlanDiff.Between(before, PlanContent.Deserialize(version.Content)).Select(c => new { Part = c.Part.ToString(), Before = c.Before?.ToString(), After = c.After?.ToString() }).ToList(),
        });
        await db.SaveChangesAsync(cancellation);
        store.Forget();
        return version.Number;
    }
}

/// <summary>Starts a plan of its own for a community or a grade, as a draft that begins with what applies there now.</summary>
internal sealed class CreateOverride(ServiceLevelsDbContext db, PlanStore store, ICommunityLookup communities, ICurrentUser user, TimeProvider clock) : IUseCase
{
    /// <param name="communityId">Or <paramref name="grade"/>; one of the two.</param>
    public async Task<Guid> HandleAsync(Guid? communityId, string? grade, CancellationToken cancellation)
    {
        grade = string.IsNullOrWhiteSpace(grade) ? null : grade.Trim();
        new Check().That(communityId is null != grade is null, "communityId", "service-levels.scope", "选择一个小区或填写一个档次").Max(grade, 60, "grade").ThrowIfAny();
        var known = await communities.ListAsync(cancellation);
        var community = communityId is { } id ? known.FirstOrDefault(c => c.Id == id) ?? throw DomainException.NotFound() : null;
        var scope = community is null ? ServicePlan.ScopeOf(grade!) : ServicePlan.ScopeOf(community.Id);
        if (await db.Plans.AnyAsync(p => p.Scope == scope, cancellation))
            throw new DomainException("service-levels.override-exists", "这里已经有自己的方案，打开它来改");
        var basis = (await store.InForceAsync(null, community?.Grade ?? grade, cancellation)).Content;
        var content = basis with { Name = Named(basis.Name, community?.Name ?? grade!), NameEn = null };
        var plan = community is null ? ServicePlan.CreateForGrade(grade!, content, clock, user.Id) : ServicePlan.CreateForCommunity(community.Id, content, clock, user.Id);
        db.Plans.Add(plan);
        db.Audit("service-levels.override-created", plan.Id, null, new { scope });
        await db.SaveChangesAsync(cancellation);
        store.Forget();
        return plan.Id;
    }

    private static string Named(string plan, string where)
    {
        var name = string.IsNullOrEmpty(plan) ? where : $"{plan}（{where}）";
        return name.Length > 60 ? name[..60] : name;
    }
}

/// <summary>Ends an override; what runs under its versions keeps them. Repeating changes nothing.</summary>
internal sealed class EndOverride(ServiceLevelsDbContext db, PlanStore store) : IUseCase
{
    public async Task HandleAsync(Guid planId, CancellationToken cancellation)
    {
        var plan = await db.GetAsync<ServicePlan>(planId, cancellation);
        plan.EndOverride();
        db.Audit("service-levels.override-ended", plan.Id);
        await db.SaveChangesAsync(cancellation);
        store.Forget();
    }
}

using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>What a company promises: its default, or an override for one community or for communities of one grade. Has at
/// most one draft and, once published, a version in force. Versions never change.</summary>
internal sealed class ServicePlan : AggregateRoot
{
    private const string DefaultScope = "default";
    private const string CommunityScope = "community:";
    private const string GradeScope = "grade:";

    private ServicePlan()
    {
    }

    /// <summary><c>default</c>, <c>community:{id}</c> or <c>grade:{grade}</c>; unique in a company.</summary>
    public string Scope { get; private init; } = DefaultScope;
    public string Name { get; private set; } = "";
    public Guid? CommunityId { get; private init; }
    public string? Grade { get; private init; }

    /// <summary>Null while nothing is in force here; then the wider plan applies.</summary>
    public Guid? InForceId { get; private set; }

    /// <summary>Number of the last version that was published; 0 before the first.</summary>
    public int LastNumber { get; private set; }
    public string? Draft { get; private set; }
    public DateTime? DraftSavedAt { get; private set; }
    public Guid? DraftSavedBy { get; private set; }

    public bool IsDefault => Scope == DefaultScope;
    public bool HasDraft => Draft is not null;

    public static ServicePlan CreateDefault(PlanContent content, TimeProvider clock, Guid? by) => Create(DefaultScope, null, null, content, clock, by);

    public static ServicePlan CreateForCommunity(Guid communityId, PlanContent content, TimeProvider clock, Guid? by) =>
        Create(ScopeOf(communityId), communityId, null, content, clock, by);

    public static ServicePlan CreateForGrade(string grade, PlanContent content, TimeProvider clock, Guid? by) =>
        Create(ScopeOf(grade), null, grade, content, clock, by);

    public static string ScopeOf(Guid communityId) => $"{CommunityScope}{communityId:N}";
    public static string ScopeOf(string grade) => GradeScope + grade;
    public static string ScopeOfDefault => DefaultScope;

    public PlanContent? DraftContent() => Draft is null ? null : PlanContent.Deserialize(Draft);

    /// <summary>Opens a draft on what is in force; leaves one that is open as it is.</summary>
    public void OpenDraft(PlanContent basis, TimeProvider clock, Guid? by)
    {
        if (!HasDraft) Write(basis, clock, by);
    }

    /// <summary>Saves the draft whole. Contradictions are allowed until it is published.</summary>
    /// <param name="seen">The aggregate's version that the editor saw: another one is refused, so that nobody's work is lost.</param>
    public void SaveDraft(PlanContent content, long seen, TimeProvider clock, Guid? by)
    {
        if (!HasDraft) throw new DomainException("service-levels.no-draft", "草稿已经发布或丢弃。重新打开方案再改");
        RequireSeen(seen);
        PlanRules.Check(content);
        Write(content, clock, by);
    }

    /// <summary>Forgets the draft; what is in force stays. Repeating changes nothing.</summary>
    public void DiscardDraft()
    {
        if (LastNumber == 0 && !IsDefault && HasDraft)
            throw new DomainException("service-levels.never-published", "这份方案还没有发布过。不需要的话，删除整份方案");
        Draft = null;
        DraftSavedAt = null;
        DraftSavedBy = null;
    }

    /// <summary>Makes the draft the next version. Refused while <see cref="PlanCheck"/> finds a contradiction or a mandatory
    /// value is missing. Requests that run keep the version they were reported under.</summary>
    public PlanVersion Publish(long seen, TimeProvider clock, Guid? by)
    {
        if (DraftContent() is not { } content) throw new DomainException("service-levels.no-draft", "草稿已经发布或丢弃。重新打开方案再改");
        RequireSeen(seen);
        var blocking = PlanCheck.Run(content).FirstOrDefault(f => f.Blocks);
        if (blocking is not null) throw new DomainException("service-levels.not-publishable", "还不能发布：{0}", blocking);
        var version = PlanVersion.Of(this, ++LastNumber, content, clock, by);
        InForceId = version.Id;
        Name = content.Name;
        DiscardDraft();
        Raise(new PlanPublished(Id, version.Id, version.Number));
        return version;
    }

    /// <summary>Ends an override: from now on the wider plan applies. Its versions stay for what runs under them.</summary>
    public void EndOverride()
    {
        if (IsDefault) throw new DomainException("service-levels.default-stays", "公司的默认方案不能停用，可以改成什么都不承诺再发布");
        if (InForceId is not { } inForce) return;
        InForceId = null;
        Raise(new PlanPublished(Id, inForce, LastNumber));
    }

    private void RequireSeen(long seen)
    {
        if (seen != Version)
            throw new DomainException("service-levels.draft-changed", "别人刚刚改过这份草稿，你看到的是旧的。刷新后再改") { Status = 409 };
    }

    private void Write(PlanContent content, TimeProvider clock, Guid? by)
    {
        Draft = content.Serialize();
        DraftSavedAt = clock.Now();
        DraftSavedBy = by;
        if (LastNumber == 0) Name = content.Name;
    }

    private static ServicePlan Create(string scope, Guid? communityId, string? grade, PlanContent content, TimeProvider clock, Guid? by)
    {
        PlanRules.Check(content);
        var plan = new ServicePlan { Id = Ids.New(clock), Scope = scope, CommunityId = communityId, Grade = grade };
        plan.Write(content, clock, by);
        return plan;
    }
}

/// <summary>A published version of a plan. Never changes.</summary>
internal sealed class PlanVersion : Entity
{
    private PlanVersion()
    {
    }

    public Guid PlanId { get; private init; }
    public int Number { get; private init; }
    public string Name { get; private init; } = "";
    public string Content { get; private init; } = "";
    public DateTime PublishedAt { get; private init; }
    public Guid? PublishedBy { get; private init; }

    internal static PlanVersion Of(ServicePlan plan, int number, PlanContent content, TimeProvider clock, Guid? by) => new()
    {
        Id = Ids.New(clock), PlanId = plan.Id, Number = number, Name = content.Name, Content = content.Serialize(), PublishedAt = clock.Now(), PublishedBy = by,
    };
}

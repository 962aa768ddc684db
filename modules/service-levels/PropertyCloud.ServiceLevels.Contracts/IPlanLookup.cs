namespace PropertyCloud.ServiceLevels.Contracts;

/// <summary>The plan in force and what it promises. Pure calculations on cached plan versions; no clock rows are touched.</summary>
public interface IPlanLookup
{
    /// <summary>The version that a request of this community gets when reported now. A company without an active plan
    /// has version 0, which promises nothing.</summary>
    Task<PlanInForce> GetInForceAsync(Guid communityId, CancellationToken cancellation = default);

    /// <summary>Every version in force in the company, the default plan's first: for what must fit all communities. Their ratios are
    /// those without a grade.</summary>
    Task<IReadOnlyList<PlanInForce>> ListInForceAsync(CancellationToken cancellation = default);

    /// <summary>A version by its id, also when a later one is in force.</summary>
    Task<PlanInForce> GetAsync(Guid planVersionId, CancellationToken cancellation = default);

    /// <summary>All five clocks as they stand after the history; deterministic, does not look at the time of day.</summary>
    Task<IReadOnlyList<ClockFace>> CalculateAsync(ClockHistory history, CancellationToken cancellation = default);

    /// <summary>What the company promises, in the reader's language, one sentence each; what is not promised says so.</summary>
    Task<IReadOnlyList<PromiseLine>> DescribeAsync(Guid communityId, CancellationToken cancellation = default);
}

/// <param name="Promised">False: the line says what the plan does not promise.</param>
public sealed record PromiseLine(string Text, bool Promised);

/// <param name="Number">Version number; 0 promises nothing.</param>
/// <param name="Severities">Code and name; the first is the default.</param>
public sealed record PlanInForce(Guid VersionId, int Number, string Name, IReadOnlyList<SeverityOption> Severities, PlanPolicies Policies, string? NameEn = null);

/// <param name="Name">Chinese name.</param>
/// <param name="IsEmergency">The "emergency" switch at intake chooses it.</param>
public sealed record SeverityOption(string Code, string Name, string? NameEn, string? Hint, bool IsEmergency);

public enum CallBackMode { None = 0, Sample = 1, All = 2 }

/// <param name="HouseholdsPerButler">Ratio by community grade as the plan says, or null.</param>
/// <param name="CallBackSamplePercent">1 to 100, for <see cref="CallBackMode.Sample"/>.</param>
/// <param name="CallBackAttempts">Attempts on different days before "not reached".</param>
/// <param name="HandOverMonthly">True: call-backs and forms are handed over each month.</param>
/// <param name="HandOverToRole">Role code of the receiver.</param>
/// <param name="RemindAfterHours">Reminder to confirm, after completion.</param>
/// <param name="ConfirmAfterDays">Automatic confirmation, after completion.</param>
public sealed record PlanPolicies(int? HouseholdsPerButler, CallBackMode CallBack, int CallBackSamplePercent, int CallBackAttempts,
    bool HandOverMonthly, string HandOverToRole, int RemindAfterHours, int ConfirmAfterDays);

/// <summary>Implemented by modules whose subjects have clocks: what a subject is called on lists of this module.</summary>
public interface IClockSubjectSource
{
    /// <summary>As in the events, <c>butler.request</c>.</summary>
    string SubjectType { get; }

    /// <summary>By subject id; unknown ids and what the reader may not see are left out.</summary>
    Task<IReadOnlyDictionary<Guid, ClockSubjectLine>> DescribeAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default);
}

/// <param name="Number">The number people read.</param>
/// <param name="Plate">Door plate, or null.</param>
/// <param name="Url">The subject's page for staff.</param>
public sealed record ClockSubjectLine(string Number, string Title, string? Plate, string Url);

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;

namespace PropertyCloud.ServiceLevels.Clocks;

/// <summary>One clock of one subject as its module last told it, with how far it was warned of and escalated. The subject's own
/// row holds the truth; this one drives the timer. One row per subject and clock.</summary>
internal sealed class ClockRow : AggregateRoot
{
    private ClockRow()
    {
    }

    public Guid SubjectId { get; private init; }
    public string SubjectType { get; private init; } = "";
    public ClockKind Clock { get; private init; }

    /// <summary>Of the subject; an older one than this is ignored.</summary>
    public long Revision { get; private set; }
    public ClockState State { get; private set; }
    public Guid PlanVersionId { get; private set; }
    public Guid CommunityId { get; private set; }
    public Guid? ClusterId { get; private set; }
    public Guid? ResponsibleId { get; private set; }
    public string? Kind { get; private set; }
    public string? Severity { get; private set; }
    public string? ItemCode { get; private set; }
    public int? LimitMinutes { get; private set; }
    public DateTime? StartedAt { get; private set; }
    public DateTime? WarnAt { get; private set; }
    public DateTime? DueAt { get; private set; }
    public DateTime? StoppedAt { get; private set; }

    /// <summary>False for a clock of an "either" group that another one stands for: it is kept, but never warns or breaches.</summary>
    public bool Stands { get; private set; }

    /// <summary>The instant at which it warned, so that neither a repeat of the step nor a hold after it warns a second time.</summary>
    public DateTime? WarnedOf { get; private set; }
    public DateTime? EscalatedOf { get; private set; }

    /// <summary>Steps of the escalation list that were told for <see cref="EscalatedOf"/>.</summary>
    public int EscalatedLevel { get; private set; }

    /// <summary>The earliest due instant it ever had: before it there can be no breach, and nobody need look for one.</summary>
    public DateTime? EarliestDueAt { get; private set; }

    public bool Runs => State == ClockState.Running;

    /// <summary>Stopped, or given up, after its due instant.</summary>
    public bool EndedLate => State is ClockState.Kept or ClockState.Missed or ClockState.Void && DueAt is { } due && StoppedAt is { } stop && stop > due;

    public static ClockRow Create(ClockSubjectChanged told, ClockFace face, bool stands, TimeProvider clock)
    {
        var row = new ClockRow { Id = Ids.New(clock), SubjectId = told.SubjectId, SubjectType = told.SubjectType, Clock = face.Kind };
        row.Follow(told, face, stands);
        return row;
    }

    /// <summary>Takes over what the subject says now. False, and nothing changes, when it is older than what is known.</summary>
    public bool Follow(ClockSubjectChanged told, ClockFace face, bool stands)
    {
        if (told.Revision <= Revision) return false;
        (Revision, PlanVersionId, CommunityId, ClusterId, ResponsibleId) = (told.Revision, told.PlanVersionId, told.CommunityId, told.ClusterId, told.ResponsibleId);
        (Kind, Severity, ItemCode) = (told.Kind, told.Severity, told.ItemCode);
        (State, LimitMinutes, StartedAt, WarnAt, DueAt, StoppedAt, Stands) = (face.State, face.LimitMinutes, face.StartedAt, face.WarnAt, face.DueAt, face.StoppedAt, stands);
        if (DueAt is { } due && !(EarliestDueAt <= due)) EarliestDueAt = due;
        return true;
    }

    /// <summary>Tells once that the share to warn at is used up.</summary>
    public void Warn()
    {
        if (!Runs || DueAt is not { } due || WarnedOf == WarnAt) return;
        WarnedOf = WarnAt;
        Raise(new ClockWarned(SubjectId, SubjectType, Clock, due, ResponsibleId, CommunityId, ClusterId));
    }

    /// <summary>Tells the role of a step once for a due instant.</summary>
    /// <param name="level">1 is the first step.</param>
    public void Escalate(int level, string toRole)
    {
        if (!Runs || DueAt is not { } due || (EscalatedOf == due && EscalatedLevel >= level)) return;
        (EscalatedOf, EscalatedLevel) = (due, level);
        Raise(new ClockEscalated(SubjectId, SubjectType, Clock, due, level, toRole, CommunityId, ClusterId));
    }

    /// <summary>What the timer does next, after what was done; null when nothing is left or the clock does not run.</summary>
    public Timers.Next? NextStep(IReadOnlyList<EscalationStep> escalation, bool breached)
    {
        if (!Runs || !Stands || DueAt is not { } due) return null;
        if (!breached && WarnAt is { } warn && WarnedOf != warn && warn < due) return new(Timers.Warn, warn);
        if (!breached) return new(Timers.Breach, due);
        var told = EscalatedOf == due ? EscalatedLevel : 0;
        return told < escalation.Count ? new(Timers.Escalate + told, due.AddMinutes(escalation[told].AfterMinutes)) : null;
    }

    /// <summary>Steps of the one timer row that a clock has.</summary>
    public static class Timers
    {
        public const string Owner = "service-levels.clock";
        public const int Warn = 1;
        public const int Breach = 2;
        public const int Escalate = 3;

        public sealed record Next(int Step, DateTime At);
    }
}

internal sealed class ClockRowConfiguration : IEntityTypeConfiguration<ClockRow>
{
    public void Configure(EntityTypeBuilder<ClockRow> builder)
    {
        builder.Property(x => x.SubjectType).IsCode(80);
        builder.Property(x => x.Kind).IsCode(40);
        builder.Property(x => x.Severity).IsCode(40);
        builder.Property(x => x.ItemCode).IsCode(40);
        builder.HasIndex(x => new { x.SubjectId, x.Clock }).IsUnique();
        builder.HasIndex(x => new { x.State, x.PlanVersionId, x.SubjectId });
        builder.HasIndex(x => new { x.StoppedAt, x.Clock });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.ServiceLevels.Clocks;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Breaches;

internal enum BreachStatus { Standing = 1, Withdrawn = 2 }

/// <summary>Why a breach was withdrawn.</summary>
internal enum WithdrawReason
{
    None = 0,

    /// <summary>The stop had happened in time and arrived later.</summary>
    StoppedInTime = 1,

    /// <summary>A hold or a slot had moved the due instant before it passed, and arrived later.</summary>
    DueWasLater = 2,
}

/// <summary>A promise that was missed. One for each clock and due instant: the unique key holds against a second host, a
/// restart and a repeat. Never removed; withdrawn with trace when it turns out that the promise was kept.</summary>
internal sealed class Breach : AggregateRoot
{
    private Breach()
    {
    }

    public Guid SubjectId { get; private init; }
    public string SubjectType { get; private init; } = "";
    public ClockKind Clock { get; private init; }
    public DateTime DueAt { get; private init; }
    public DateTime RaisedAt { get; private init; }
    public int LimitMinutes { get; private init; }
    public Guid PlanVersionId { get; private init; }
    public Guid CommunityId { get; private init; }
    public Guid? ClusterId { get; private init; }
    public Guid? ResponsibleId { get; private init; }
    public BreachStatus Status { get; private set; } = BreachStatus.Standing;
    public WithdrawReason WithdrawnFor { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>When the clock stopped in the end, late; null while it runs on.</summary>
    public DateTime? StoppedAt { get; private set; }

    public static Breach Of(ClockRow row, TimeProvider clock)
    {
        var due = row.DueAt ?? throw new InvalidOperationException("A clock without a due instant cannot be breached.");
        var breach = new Breach
        {
            Id = Ids.New(clock), SubjectId = row.SubjectId, SubjectType = row.SubjectType, Clock = row.Clock, DueAt = due, RaisedAt = clock.Now(),
            LimitMinutes = row.LimitMinutes ?? 0, PlanVersionId = row.PlanVersionId, CommunityId = row.CommunityId, ClusterId = row.ClusterId, ResponsibleId = row.ResponsibleId,
            StoppedAt = row.EndedLate ? row.StoppedAt : null,
        };
        breach.Raise(new ClockBreached(breach.Id, breach.SubjectId, breach.SubjectType, breach.Clock, due, breach.ResponsibleId, breach.CommunityId, breach.ClusterId));
        return breach;
    }

    /// <summary>Looks at the clock again after a change. Withdraws when the clock had stopped by the due instant, or when the
    /// same promise had been moved on before it passed; a reclassification, which makes it another one, leaves it standing
    /// (ruling 8), also when more happens after it.</summary>
    public void LookAgain(ClockRow row, TimeProvider clock)
    {
        if (Status == BreachStatus.Withdrawn) return;
        StoppedAt = row.StoppedAt;
        if (row.StoppedAt <= DueAt) Withdraw(WithdrawReason.StoppedInTime, clock);
        else if (row.LimitMinutes == LimitMinutes && (row.State == ClockState.OnHold || row.DueAt > DueAt)) Withdraw(WithdrawReason.DueWasLater, clock);
    }

    private void Withdraw(WithdrawReason reason, TimeProvider clock)
    {
        Status = BreachStatus.Withdrawn;
        WithdrawnFor = reason;
        WithdrawnAt = clock.Now();
        Raise(new BreachWithdrawn(Id, SubjectId, SubjectType, Clock));
    }
}

internal sealed class BreachConfiguration : IEntityTypeConfiguration<Breach>
{
    public void Configure(EntityTypeBuilder<Breach> builder)
    {
        builder.Property(x => x.SubjectType).IsCode(80);
        builder.HasIndex(x => new { x.SubjectId, x.Clock, x.DueAt }).IsUnique();
        builder.HasIndex(x => new { x.DueAt, x.Clock, x.Status });
    }
}

using Microsoft.Extensions.Time.Testing;
using PropertyCloud.ServiceLevels.Breaches;
using PropertyCloud.ServiceLevels.Clocks;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;

namespace PropertyCloud.ServiceLevels.Tests.Clocks;

public sealed class ClockRowTests
{
    private static readonly DateTime Start = new(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Due = Start.AddMinutes(60);
    private readonly FakeTimeProvider _clock = new(new(Start));
    private long _revision;

    private ClockSubjectChanged Told(long revision) => new(Guid.Parse("018f0000-0000-7000-8000-000000000001"), "butler.request", revision, Guid.Empty, Guid.Empty, null, null, []);

    private static ClockFace Face(ClockState state = ClockState.Running, DateTime? due = null, DateTime? stop = null, int limit = 60) =>
        new(ClockKind.Resolve, state, limit, Start, Start.AddMinutes(42), due ?? (state == ClockState.OnHold ? null : Due), stop);

    private ClockRow Row(ClockFace? face = null, bool stands = true) => ClockRow.Create(Told(++_revision), face ?? Face(), stands, _clock);

    [Fact]
    public void Follow_OlderRevision_ChangesNothing()
    {
        var row = Row();
        row.Follow(Told(_revision), Face(ClockState.Kept, stop: Start), true).ShouldBeFalse();
        row.State.ShouldBe(ClockState.Running);
    }

    [Fact]
    public void NextStep_WarnsThenBreachesThenEscalates()
    {
        var row = Row();
        EscalationStep[] steps = [new(0, "supervisor"), new(30, "centre-director")];
        row.NextStep(steps, false).ShouldBe(new(ClockRow.Timers.Warn, Start.AddMinutes(42)));
        row.Warn();
        row.NextStep(steps, false).ShouldBe(new(ClockRow.Timers.Breach, Due));
        row.NextStep(steps, true).ShouldBe(new(ClockRow.Timers.Escalate, Due));
        row.Escalate(1, "supervisor");
        row.NextStep(steps, true).ShouldBe(new(ClockRow.Timers.Escalate + 1, Due.AddMinutes(30)));
        row.Escalate(2, "centre-director");
        row.NextStep(steps, true).ShouldBeNull();
    }

    [Fact]
    public void WarnAndEscalate_Repeated_TellOnce()
    {
        var row = Row();
        row.Warn();
        row.Warn();
        row.Escalate(1, "supervisor");
        row.Escalate(1, "supervisor");
        row.Events.OfType<ClockWarned>().Count().ShouldBe(1);
        row.Events.OfType<ClockEscalated>().Count().ShouldBe(1);
    }

    [Fact]
    public void NextStep_WhenStoppedOnHoldOrStoodFor_IsNothing()
    {
        Row(Face(ClockState.Kept, stop: Start)).NextStep([], false).ShouldBeNull();
        Row(Face(ClockState.OnHold)).NextStep([], false).ShouldBeNull();
        Row(stands: false).NextStep([], false).ShouldBeNull();
    }

    [Fact]
    public void Breach_OfAClock_IsRaisedWithItsDue()
    {
        var breach = Breach.Of(Row(), _clock);
        breach.Events.ShouldHaveSingleItem().ShouldBeOfType<ClockBreached>().DueAt.ShouldBe(Due);
    }

    [Fact]
    public void LookAgain_StopThatHappenedInTime_WithdrawsOnce()
    {
        var row = Row();
        var breach = Breach.Of(row, _clock);
        row.Follow(Told(++_revision), Face(ClockState.Kept, stop: Due.AddMinutes(-1)), true);
        breach.LookAgain(row, _clock);
        breach.LookAgain(row, _clock);
        (breach.Status, breach.WithdrawnFor).ShouldBe((BreachStatus.Withdrawn, WithdrawReason.StoppedInTime));
        breach.Events.OfType<BreachWithdrawn>().Count().ShouldBe(1);
    }

    [Fact]
    public void LookAgain_StopThatHappenedLate_Stands()
    {
        var row = Row();
        var breach = Breach.Of(row, _clock);
        row.Follow(Told(++_revision), Face(ClockState.Missed, stop: Due.AddMinutes(1)), true);
        breach.LookAgain(row, _clock);
        breach.Status.ShouldBe(BreachStatus.Standing);
        breach.StoppedAt.ShouldBe(Due.AddMinutes(1));
    }

    [Fact]
    public void LookAgain_HoldThatBeganInTime_Withdraws()
    {
        var row = Row();
        var breach = Breach.Of(row, _clock);
        row.Follow(Told(++_revision), Face(ClockState.OnHold), true);
        breach.LookAgain(row, _clock);
        breach.WithdrawnFor.ShouldBe(WithdrawReason.DueWasLater);
    }

    [Fact]
    public void LookAgain_Reclassified_Stands()
    {
        var row = Row();
        var breach = Breach.Of(row, _clock);
        row.Follow(Told(++_revision), Face(due: Due.AddHours(5), limit: 360), true);
        breach.LookAgain(row, _clock);
        row.Follow(Told(++_revision), Face(due: Due.AddHours(6), limit: 360), true);
        breach.LookAgain(row, _clock);
        breach.Status.ShouldBe(BreachStatus.Standing);
    }

    [Fact]
    public void EndedLate_OfAVoidClock_IsTrueOnlyAfterItsDue()
    {
        Row(Face(ClockState.Void, stop: Due.AddMinutes(1))).EndedLate.ShouldBeTrue();
        Row(Face(ClockState.Void, stop: Due)).EndedLate.ShouldBeFalse();
    }
}

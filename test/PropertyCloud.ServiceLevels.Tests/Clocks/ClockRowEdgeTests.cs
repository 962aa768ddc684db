using Microsoft.Extensions.Time.Testing;
using PropertyCloud.ServiceLevels.Breaches;
using PropertyCloud.ServiceLevels.Clocks;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;

namespace PropertyCloud.ServiceLevels.Tests.Clocks;

/// <summary>The timer's row and its breach where an instant or a moved due decides.</summary>
public sealed class ClockRowEdgeTests
{
    private static readonly DateTime Start = new(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Due = Start.AddMinutes(60);
    private static readonly Guid Subject = Guid.Parse("018f0000-0000-7000-8000-000000000001");
    private static readonly Guid Butler = Guid.Parse("018f0000-0000-7000-8000-000000000002");
    private static readonly EscalationStep[] Steps = [new(0, "supervisor"), new(30, "centre-director")];
    private static readonly Guid Community = Guid.Parse("018f0000-0000-7000-8000-000000000003");
    private static readonly Guid Cluster = Guid.Parse("018f0000-0000-7000-8000-000000000004");
    private readonly FakeTimeProvider _clock = new(new(Start));

    private static ClockSubjectChanged Told(long revision) => new(Subject, "butler.request", revision, Guid.Empty, Community, Cluster, Butler, []);

    private static ClockFace Face(ClockState state = ClockState.Running, DateTime? due = null, DateTime? stop = null, DateTime? warn = null, int? limit = 60) =>
        new(ClockKind.Resolve, state, limit, Start, warn ?? Start.AddMinutes(42), due ?? Due, stop);

    private ClockRow Row(ClockFace? face = null) => ClockRow.Create(Told(1), face ?? Face(), true, _clock);

    [Fact]
    public void Follow_NewerRevision_IsTakenOverWhole()
    {
        var row = Row();
        row.Follow(Told(2), Face(ClockState.Missed, stop: Due.AddMinutes(1)), false).ShouldBeTrue();
        (row.SubjectId, row.SubjectType, row.Revision, row.State, row.Stands, row.ResponsibleId, row.LimitMinutes).ShouldBe((Subject, "butler.request", 2L, ClockState.Missed, false, Butler, 60));
    }

    [Fact]
    public void EarliestDue_IsTheEarliestItEverHad()
    {
        var row = Row();
        row.Follow(Told(2), Face(due: Due.AddHours(1)), true);
        row.EarliestDueAt.ShouldBe(Due);
        row.Follow(Told(3), Face(due: Due.AddMinutes(-10)), true);
        row.EarliestDueAt.ShouldBe(Due.AddMinutes(-10));
    }

    [Theory]
    [InlineData(ClockState.Missed, true)]
    [InlineData(ClockState.Kept, true)]
    [InlineData(ClockState.Void, true)]
    [InlineData(ClockState.Running, false)]
    public void EndedLate_IsWhatEndedAfterItsDue(ClockState state, bool late) => Row(Face(state, stop: Due.AddMinutes(1))).EndedLate.ShouldBe(late);

    [Fact]
    public void WarnAndEscalate_OfWhatDoesNotRun_TellNobody()
    {
        var row = Row(Face(ClockState.Kept, stop: Start));
        row.Warn();
        row.Escalate(1, "supervisor");
        row.Events.ShouldBeEmpty();
    }

    [Fact]
    public void WarnBreachAndEscalate_SayWhatIsDueWhenWhereAndWhoHoldsIt()
    {
        var row = Row();
        row.Warn();
        row.Escalate(1, "supervisor");
        row.Events.OfType<ClockWarned>().Single().ShouldBe(new ClockWarned(Subject, "butler.request", ClockKind.Resolve, Due, Butler, Community, Cluster));
        row.Events.OfType<ClockEscalated>().Single().ShouldBe(new ClockEscalated(Subject, "butler.request", ClockKind.Resolve, Due, 1, "supervisor", Community, Cluster));
        var breach = Breach.Of(row, _clock);
        breach.Events.ShouldHaveSingleItem().ShouldBe(new ClockBreached(breach.Id, Subject, "butler.request", ClockKind.Resolve, Due, Butler, Community, Cluster));
    }

    [Fact]
    public void Escalate_ALowerStepAgain_TellsNobody()
    {
        var row = Row();
        row.Escalate(2, "centre-director");
        row.Escalate(1, "supervisor");
        row.Events.OfType<ClockEscalated>().Count().ShouldBe(1);
        row.EscalatedLevel.ShouldBe(2);
    }

    [Fact]
    public void MovedDue_EscalatesAnewFromTheFirstStep()
    {
        var row = Row();
        row.Escalate(1, "supervisor");
        row.Follow(Told(2), Face(due: Due.AddHours(1)), true);
        row.NextStep(Steps, true).ShouldBe(new(ClockRow.Timers.Escalate, Due.AddHours(1)));
        row.Escalate(1, "supervisor");
        row.Events.OfType<ClockEscalated>().Count().ShouldBe(2);
    }

    [Fact]
    public void NextStep_WithoutAWarningBeforeTheDue_GoesStraightToTheBreach() =>
        Row(Face(warn: Due)).NextStep(Steps, false).ShouldBe(new(ClockRow.Timers.Breach, Due));

    [Fact]
    public void NextStep_AfterTheBreach_NeverWarns() => Row().NextStep(Steps, true)!.Step.ShouldBe(ClockRow.Timers.Escalate);

    [Fact]
    public void Warning_OfANewShare_IsTold()
    {
        var row = Row();
        row.Warn();
        row.Follow(Told(2), Face(due: Due.AddHours(1), warn: Start.AddMinutes(84)), true);
        row.NextStep(Steps, false).ShouldBe(new(ClockRow.Timers.Warn, Start.AddMinutes(84)));
    }

    [Fact]
    public void Breach_KeepsWhatWasPromisedAndWhoHeldIt()
    {
        var breach = Breach.Of(Row(), _clock);
        (breach.SubjectId, breach.SubjectType, breach.Clock, breach.DueAt, breach.RaisedAt, breach.LimitMinutes, breach.ResponsibleId, breach.StoppedAt, breach.Status)
            .ShouldBe((Subject, "butler.request", ClockKind.Resolve, Due, Start, 60, Butler, null, BreachStatus.Standing));
    }

    [Fact]
    public void Breach_OfWhatEndedLate_KnowsWhen()
    {
        Breach.Of(Row(Face(ClockState.Missed, stop: Due.AddMinutes(9))), _clock).StoppedAt.ShouldBe(Due.AddMinutes(9));
        Breach.Of(Row(Face(ClockState.Kept, stop: Due)), _clock).StoppedAt.ShouldBeNull();
    }

    [Fact]
    public void LookAgain_StopAtTheDueInstant_Withdraws()
    {
        var row = Row();
        var breach = Breach.Of(row, _clock);
        row.Follow(Told(2), Face(ClockState.Kept, stop: Due), true);
        _clock.Advance(TimeSpan.FromMinutes(90));
        breach.LookAgain(row, _clock);
        (breach.WithdrawnFor, breach.WithdrawnAt).ShouldBe((WithdrawReason.StoppedInTime, Start.AddMinutes(90)));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    public void LookAgain_DueThatWasMoved_WithdrawsOnlyWhenItIsLater(int minutes, bool withdrawn)
    {
        var row = Row();
        var breach = Breach.Of(row, _clock);
        row.Follow(Told(2), Face(due: Due.AddMinutes(minutes)), true);
        breach.LookAgain(row, _clock);
        (breach.Status == BreachStatus.Withdrawn).ShouldBe(withdrawn);
    }
}

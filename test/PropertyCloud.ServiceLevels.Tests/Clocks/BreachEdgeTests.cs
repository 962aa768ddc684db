using Microsoft.Extensions.Time.Testing;
using PropertyCloud.ServiceLevels.Breaches;
using PropertyCloud.ServiceLevels.Clocks;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Tests.Clocks;

/// <summary>What a breach keeps and tells, and which later news withdraws it.</summary>
public sealed class BreachEdgeTests
{
    private static readonly DateTime Start = new(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Due = Start.AddMinutes(60);
    private static readonly Guid Subject = Id(1), Plan = Id(2), Community = Id(3), Cluster = Id(4), Butler = Id(5);
    private readonly FakeTimeProvider _clock = new(new(Start));

    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    private static ClockSubjectChanged Told(long revision) => new(Subject, "butler.request", revision, Plan, Community, Cluster, Butler, [], "repair", "small", "lift");

    private static ClockFace Face(ClockState state = ClockState.Running, DateTime? due = null, DateTime? stop = null, int limit = 60) =>
        new(ClockKind.Arrive, state, limit, Start, Start.AddMinutes(42), state == ClockState.OnHold ? null : due ?? Due, stop);

    private ClockRow Row() => ClockRow.Create(Told(1), Face(), true, _clock);

    [Fact]
    public void Row_KeepsWhereWhatAndUnderWhichPlan()
    {
        var row = Row();
        (row.Clock, row.PlanVersionId, row.CommunityId, row.ClusterId, row.Kind, row.Severity, row.ItemCode).ShouldBe((ClockKind.Arrive, Plan, Community, Cluster, "repair", "small", "lift"));
        (row.StartedAt, row.WarnAt, row.DueAt, row.StoppedAt).ShouldBe((Start, Start.AddMinutes(42), Due, null));
    }

    [Fact]
    public void Breach_KeepsWhereAndUnderWhichPlan_AndTellsWho()
    {
        var breach = Breach.Of(Row(), _clock);
        (breach.PlanVersionId, breach.CommunityId, breach.ClusterId).ShouldBe((Plan, Community, Cluster));
        breach.Events.ShouldHaveSingleItem().ShouldBe(new ClockBreached(breach.Id, Subject, "butler.request", ClockKind.Arrive, Due, Butler));
    }

    [Fact]
    public void Withdrawal_SaysWhichAndWhen()
    {
        var row = Row();
        var breach = Breach.Of(row, _clock);
        row.Follow(Told(2), Face(ClockState.Kept, stop: Due.AddMinutes(-5)), true);
        _clock.Advance(TimeSpan.FromHours(2));
        breach.LookAgain(row, _clock);
        (breach.StoppedAt, breach.WithdrawnAt).ShouldBe((Due.AddMinutes(-5), Start.AddHours(2)));
        breach.Events.OfType<BreachWithdrawn>().ShouldHaveSingleItem().ShouldBe(new BreachWithdrawn(breach.Id, Subject, "butler.request", ClockKind.Arrive));
    }

    [Fact]
    public void Withdrawn_StaysAsItIs_WhateverComesAfter()
    {
        var row = Row();
        var breach = Breach.Of(row, _clock);
        row.Follow(Told(2), Face(ClockState.OnHold), true);
        breach.LookAgain(row, _clock);
        row.Follow(Told(3), Face(ClockState.Missed, stop: Due.AddMinutes(9)), true);
        breach.LookAgain(row, _clock);
        (breach.WithdrawnFor, breach.StoppedAt).ShouldBe((WithdrawReason.DueWasLater, null));
    }

    [Fact]
    public void Reclassified_AndThenOnHold_Stands()
    {
        var row = Row();
        var breach = Breach.Of(row, _clock);
        row.Follow(Told(2), Face(ClockState.OnHold, limit: 360), true);
        breach.LookAgain(row, _clock);
        (breach.Status, breach.WithdrawnFor, breach.WithdrawnAt).ShouldBe((BreachStatus.Standing, WithdrawReason.None, null));
    }

    [Fact]
    public void WithoutADueInstant_NothingIsBreached()
    {
        var row = ClockRow.Create(Told(1), Face(ClockState.OnHold), true, _clock);
        Should.Throw<InvalidOperationException>(() => Breach.Of(row, _clock));
        row.EarliestDueAt.ShouldBeNull();
    }
}

using PropertyCloud.Butler.Requests;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Tests.Requests;

public sealed class RequestClockTests
{
    private readonly Given _ = new();

    private ClockFace Running(ClockKind kind, int minutes) => new(kind, ClockState.Running, minutes, _.Now, _.Now.AddMinutes(minutes * 0.7), _.Now.AddMinutes(minutes), null);

    [Fact]
    public void ApplyClocks_ShowsTheOneThatIsDueFirst()
    {
        var request = _.Reported();
        request.ApplyClocks([Running(ClockKind.Resolve, 180), Running(ClockKind.Respond, 10), Running(ClockKind.Arrive, 15)]);
        request.NextClock.ShouldBe(ClockKind.Respond);
        request.NextDueAt.ShouldBe(_.Now.AddMinutes(10));
        request.SortAt.ShouldBe(_.Now.AddMinutes(10));
    }

    [Fact]
    public void ApplyClocks_TellsServiceLevelsWithAGrowingRevision()
    {
        var request = _.Reported();
        request.ApplyClocks([Running(ClockKind.Respond, 10)]);
        request.ApplyClocks([Running(ClockKind.Respond, 10)]);
        request.Events.OfType<ClockSubjectChanged>().Select(e => e.Revision).ShouldBe([1, 2]);
    }

    [Fact]
    public void ApplyClocks_WithoutAPromise_SortsBehindAndSaysUnset()
    {
        var request = _.Reported();
        request.ApplyClocks([.. Enum.GetValues<ClockKind>().Select(ClockFace.None)]);
        request.NextState.ShouldBe(ClockState.Unset);
        request.NextDueAt.ShouldBeNull();
        request.SortAt.ShouldBe(Request.NeverDue);
    }

    [Fact]
    public void ApplyClocks_OnHold_ShowsThePause()
    {
        var request = _.Dispatched();
        request.ApplyClocks([ClockFace.None(ClockKind.Arrive), new(ClockKind.Resolve, ClockState.OnHold, 180, _.Now, null, null, null)]);
        request.NextState.ShouldBe(ClockState.OnHold);
    }

    [Fact]
    public void SortBy_NeverMovesAPromise()
    {
        var request = _.Reported();
        request.ApplyClocks([Running(ClockKind.Respond, 10)]);
        request.SortBy(_.Now.AddDays(20));
        request.SortAt.ShouldBe(_.Now.AddMinutes(10));
    }

    [Fact]
    public void Moving_ShowsTheClockOfTheNewState()
    {
        var request = _.Reported();
        request.ApplyClocks([.. Enum.GetValues<ClockKind>().Select(ClockFace.None)]);
        request.NextClock.ShouldBe(ClockKind.Respond);
        request.Accept(_.Butler, _.Now);
        request.NextClock.ShouldBe(ClockKind.Resolve);
        request.Dispatch([new("engineering", null, null)], _.Butler, _.Now);
        request.NextClock.ShouldBe(ClockKind.Arrive);
    }
}

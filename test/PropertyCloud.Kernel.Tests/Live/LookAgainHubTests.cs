using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Live;

namespace PropertyCloud.Kernel.Tests.Live;

public sealed class LookAgainHubTests
{
    private readonly LookAgainHub _hub = new();

    [Fact]
    public void Announce_ReachesListenersOfTheTenantOnly()
    {
        using var mine = _hub.Listen(2);
        using var foreign = _hub.Listen(3);
        _hub.Announce(2, "butler");
        mine.Reader.TryRead(out var topic).ShouldBeTrue();
        topic.ShouldBe("butler");
        foreign.Reader.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public void Dispose_EndsListening()
    {
        var listener = _hub.Listen(2);
        listener.Dispose();
        _hub.TenantsWithListeners.ShouldBeEmpty();
        _hub.Announce(2, "butler");
        listener.Reader.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public void Announce_IsRememberedForOtherHosts_Once()
    {
        _hub.Announce(2, "butler");
        _hub.TakeUnsent().ShouldBeEmpty();
        _hub.HasOtherHosts = true;
        _hub.Announce(2, "butler");
        _hub.Announce(2, "butler");
        _hub.TakeUnsent().ShouldBe([(2, "butler")]);
        _hub.TakeUnsent().ShouldBeEmpty();
    }

    [Fact]
    public void Announce_SlowListener_LosesTheOldestAndHoldsNobodyUp()
    {
        using var slow = _hub.Listen(2);
        for (var i = 0; i < 1000; i++) _hub.Announce(2, $"t{i}");
        slow.Reader.Count.ShouldBe(64);
    }

    [Fact]
    public void Take_SixthPageOfAUser_IsRefused_UntilOneCloses()
    {
        var seats = new LiveSeats();
        var user = new Guid("0199477e-0000-7000-8000-000000000001");
        var open = Enumerable.Range(0, 5).Select(_ => seats.Take(2, user)).ToList();
        Should.Throw<DomainException>(() => seats.Take(2, user)).Status.ShouldBe(429);
        seats.Take(3, user).Dispose();
        open[0].Dispose();
        seats.Take(2, user).Dispose();
    }
}

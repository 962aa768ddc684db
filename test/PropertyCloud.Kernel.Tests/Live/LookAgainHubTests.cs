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

    private static readonly Guid Zhou = new("0199477e-0000-7000-8000-000000000001");
    private static readonly Guid Li = new("0199477e-0000-7000-8000-000000000002");

    [Fact]
    public void Announce_ToUsers_ReachesTheirPagesAndNobodyElses()
    {
        using var hers = _hub.Listen(2, Zhou);
        using var second = _hub.Listen(2, Zhou);
        using var his = _hub.Listen(2, Li);
        using var elsewhere = _hub.Listen(3, Zhou);
        using var all = _hub.Listen(2);
        _hub.Announce(2, "notifications", [Zhou]);
        hers.Reader.TryRead(out var topic).ShouldBeTrue();
        topic.ShouldBe("notifications");
        second.Reader.TryRead(out _).ShouldBeTrue();
        all.Reader.TryRead(out _).ShouldBeTrue();
        his.Reader.TryRead(out _).ShouldBeFalse();
        elsewhere.Reader.TryRead(out _).ShouldBeFalse();
        _hub.Announce(2, "notifications", []);
        hers.Reader.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public void Announce_ToUsers_GoesToOtherHostsAsShares_WhoseUsersLook()
    {
        _hub.HasOtherHosts = true;
        _hub.Announce(2, "notifications", [Zhou, Li, Zhou]);
        var unsent = _hub.TakeUnsent();
        unsent.OrderBy(u => u.Topic).ShouldBe([(2, "notifications/1"), (2, "notifications/2")]);

        var other = new LookAgainHub();
        using var hers = other.Listen(2, Zhou);
        using var his = other.Listen(2, Li);
        other.Deliver(2, "notifications/1");
        hers.Reader.TryRead(out var topic).ShouldBeTrue();
        topic.ShouldBe("notifications");
        his.Reader.TryRead(out _).ShouldBeFalse();
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

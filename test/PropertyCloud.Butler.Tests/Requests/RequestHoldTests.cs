using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Requests;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Testing;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Butler.Tests.Requests;

/// <summary>Two departments hold, go on and finish; their events are heard in any order (rulings 4, 7, 13b). Resolve pauses while every
/// open order is on hold, by when it happened.</summary>
public sealed class RequestHoldTests
{
    private const int Engineering = 0, Environment = 1;
    private static readonly DateTime Start = Given.Start.AddMinutes(6);

    /// <param name="Minute">After the dispatch.</param>
    private sealed record Happening(int Order, OrderChange Change, OrderStatus Status, long Sequence, int Minute);

    private static Happening Take(int order, long n, int at) => new(order, OrderChange.Taken, OrderStatus.Taken, n, at);
    private static Happening Arrive(int order, long n, int at) => new(order, OrderChange.Arrived, OrderStatus.Arrived, n, at);
    private static Happening Hold(int order, long n, int at) => new(order, OrderChange.Held, OrderStatus.OnHold, n, at);
    private static Happening GoOn(int order, long n, int at) => new(order, OrderChange.Resumed, OrderStatus.InProgress, n, at);
    private static Happening Finish(int order, long n, int at) => new(order, OrderChange.Completed, OrderStatus.Completed, n, at);
    private static Happening Decline(int order, long n, int at) => new(order, OrderChange.Declined, OrderStatus.Declined, n, at);

    /// <summary>What counts in the end: state, clocks' facts and each order.</summary>
    private static string Outcome(IEnumerable<Happening> heard)
    {
        var given = new Given();
        var request = given.Dispatched("engineering", "environment");
        foreach (var h in heard)
            request.MirrorOrder(given.Heard(request.Orders[h.Order], h.Change, h.Status, h.Sequence, h.Change == OrderChange.Held ? "等配件" : null, Start.AddMinutes(h.Minute)), given.Engineer).ShouldBeTrue();
        return string.Join(' ', [$"{request.Status} {request.Stage} held={request.IsHeld} {request.HoldReason} done={Minute(request.CompletedAt)} moved={Minute(request.MovedAt)}",
            .. request.Facts.OrderBy(f => f.At).ThenBy(f => f.Kind).Select(f => $"{f.Kind}@{Minute(f.At)}"),
            .. request.Orders.Select(o => $"[{o.Status} {o.LastSequence} {Minute(o.TakenAt)} {Minute(o.ArrivedAt)} {Minute(o.CompletedAt)} {Minute(o.EndedAt)} {o.HoldReason}]")]);
    }

    private static string Minute(DateTime? at) => at is { } instant ? $"{(instant - Start).TotalMinutes}" : "-";

    private static string Holds(params Happening[] heard) =>
        string.Join(' ', Outcome(heard).Split(' ').Where(w => w.StartsWith("Hold", StringComparison.Ordinal)));

    public static TheoryData<string> Cases => [.. Stories.Keys];

    private static readonly Dictionary<string, Happening[]> Stories = new()
    {
        ["both hold, one goes on"] = [Take(0, 2, 1), Hold(0, 3, 10), Hold(1, 2, 20), GoOn(0, 4, 30), GoOn(1, 3, 40), Arrive(1, 4, 41)],
        ["one finishes while the other waits"] = [Hold(0, 2, 10), Finish(1, 2, 20), GoOn(0, 3, 50), Finish(0, 4, 60), Arrive(1, 1, 5), Arrive(0, 1, 7)],
        ["the last one is declined"] = [Finish(0, 2, 20), Hold(1, 2, 15), Decline(1, 3, 25), Arrive(0, 1, 10), Take(1, 1, 12)],
        ["the last one is finished"] = [Decline(1, 3, 15), Hold(1, 2, 10), Finish(0, 3, 20), Hold(0, 2, 12), Take(0, 1, 3)],
        ["all at one instant"] = [Hold(0, 2, 10), Hold(1, 2, 10), GoOn(0, 3, 10), Take(0, 1, 10), Take(1, 1, 10), Arrive(0, 4, 10)],
        ["both hold twice"] = [Hold(0, 1, 10), GoOn(0, 2, 20), Hold(0, 3, 30), Hold(1, 1, 12), GoOn(1, 2, 22), Hold(1, 3, 32)],
    };

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("Requirement", "R54")]
    public void AnyOrderOfHearing_GivesTheSameOutcome(string story)
    {
        var happened = Stories[story];
        var expected = Outcome(happened.OrderBy(h => h.Minute).ThenBy(h => h.Sequence));
        var orders = Permutations(happened).ToList();
        orders.Count.ShouldBe(Enumerable.Range(1, happened.Length).Aggregate((a, b) => a * b));
        foreach (var heard in orders) Outcome(heard).ShouldBe(expected, string.Join(", ", heard.Select(h => $"{h.Order}:{h.Change}@{h.Minute}")));
    }

    /// <summary>Longer stories: every order of two departments' acts that could have happened, heard shuffled.</summary>
    [Fact]
    public void RandomStories_HeardShuffled_GiveTheSameOutcome()
    {
        var seed = Counts.Seed(4711);
        var random = new Random(seed);
        for (var n = 0; n < Counts.Of(300, 10_000); n++)
        {
            var story = Story(random);
            var heard = story.ToArray();
            random.Shuffle(heard);
            Outcome(heard).ShouldBe(Outcome(story), $"seed {seed}, story {n}: {string.Join(", ", heard.Select(h => $"{h.Order}:{h.Change}@{h.Minute}"))}");
        }
    }

    private static List<Happening> Story(Random random)
    {
        var story = new List<Happening>();
        for (var order = 0; order < 2; order++)
        {
            var (held, minute, sequence) = (false, 0, 1L);
            for (var step = random.Next(1, 6); step > 0; step--)
            {
                minute += random.Next(0, 10);
                story.Add(held ? GoOn(order, ++sequence, minute) : Hold(order, ++sequence, minute));
                held = !held;
            }

            minute += random.Next(1, 10);
            if (random.Next(3) > 0) story.Add(random.Next(4) > 0 ? Finish(order, ++sequence, minute) : Decline(order, ++sequence, minute));
        }

        return [.. story.OrderBy(h => h.Minute).ThenBy(h => h.Sequence)];
    }

    [Fact]
    public void Resolve_PausesFromTheLaterHoldToTheEarlierGoingOn() =>
        Holds(Hold(Environment, 2, 20), GoOn(Engineering, 3, 30), Hold(Engineering, 2, 10), GoOn(Environment, 3, 40)).ShouldBe("HoldStarted@20 HoldEnded@30");

    /// <summary>What the last-heard time would have given: from ten to thirty, though the other department worked until twenty.</summary>
    [Fact]
    public void AHoldHeardLate_CountsFromWhenItHappened()
    {
        Holds(Hold(Environment, 2, 20), Hold(Engineering, 2, 10)).ShouldBe("HoldStarted@20");
        Holds(Hold(Engineering, 2, 10), Hold(Environment, 2, 20)).ShouldBe("HoldStarted@20");
    }

    [Fact]
    public void WhoFinishes_LeavesTheHoldOfTheOther() => Holds(Finish(Environment, 2, 20), Hold(Engineering, 2, 10), GoOn(Engineering, 3, 50)).ShouldBe("HoldStarted@20 HoldEnded@50");

    [Fact]
    public void AHoldThatWasHeardAfterTheWorkWasDone_StillCounts()
    {
        Outcome([Finish(0, 4, 60), Finish(1, 2, 20), GoOn(0, 3, 50), Hold(0, 2, 10)]).ShouldBe(Outcome([Hold(0, 2, 10), Finish(1, 2, 20), GoOn(0, 3, 50), Finish(0, 4, 60)]));
        Holds(Finish(0, 4, 60), Finish(1, 2, 20), GoOn(0, 3, 50), Hold(0, 2, 10)).ShouldBe("HoldStarted@20 HoldEnded@50");
    }

    [Fact]
    public void TakenBackByTheButler_TheHoldEndsThere_AndALateHoldDoesNotOpenItAgain()
    {
        var given = new Given();
        var request = given.Dispatched("engineering", "environment");
        var (held, other, dispatched) = (request.Orders[0], request.Orders[1], given.Now);
        request.MirrorOrder(given.Heard(held, OrderChange.Held, OrderStatus.OnHold, 2, "等配件", dispatched.AddMinutes(10)), given.Engineer);
        given.Later(30);
        request.WithdrawOrder(other.Id, "不用了", given.Butler, given.Now);
        request.IsHeld.ShouldBeTrue("the only one left is on hold");
        request.MirrorOrder(given.Heard(other, OrderChange.Held, OrderStatus.OnHold, 2, "等人", dispatched.AddMinutes(20)), given.Engineer);
        other.Status.ShouldBe(OrderStatus.Withdrawn);
        request.Facts.Where(f => f.Kind == ClockFactKind.HoldStarted).ShouldHaveSingleItem().At.ShouldBe(dispatched.AddMinutes(20));
        request.WithdrawOrder(held.Id, null, given.Butler, given.Now);
        (request.IsHeld, request.Status).ShouldBe((false, RequestStatus.Accepted));
        request.Facts.Where(f => f.Kind == ClockFactKind.HoldEnded).ShouldHaveSingleItem().At.ShouldBe(given.Now);
    }

    [Fact]
    public void SentBack_TheOrderIsOpenAgain_AndHoldsAnew()
    {
        var given = new Given();
        var request = given.Dispatched();
        var order = request.Orders[0];
        request.MirrorOrder(given.Heard(order, OrderChange.Completed, OrderStatus.Completed, 2), given.Engineer);
        given.Later(60);
        request.SendBack("还在滴", [], given.Resident, given.Now);
        given.Later(10);
        request.MirrorOrder(given.Heard(order, OrderChange.Held, OrderStatus.OnHold, 4, "等配件"), given.Engineer);
        request.MirrorOrder(given.Heard(order, OrderChange.Reworked, OrderStatus.Dispatched, 3, at: given.Now.AddMinutes(-9)), given.Engineer);
        (request.IsHeld, order.Status).ShouldBe((true, OrderStatus.OnHold));
        request.Facts.Where(f => f.Kind == ClockFactKind.HoldStarted).ShouldHaveSingleItem().At.ShouldBe(given.Now);
    }

    /// <summary>A row from before moves were kept: its earlier holds stay as they were recorded, what is heard now is added.</summary>
    [Fact]
    public void AnOlderRow_KeepsTheHoldThatWasRecorded()
    {
        var given = new Given();
        var request = given.Dispatched();
        var order = request.Orders[0];
        request.MirrorOrder(given.Heard(order, OrderChange.Held, OrderStatus.OnHold, 2, "等配件"), given.Engineer);
        typeof(RequestOrder).GetProperty(nameof(RequestOrder.Moves))!.SetValue(order, Array.Empty<OrderMove>());
        var held = given.Now;
        given.Later(20);
        request.MirrorOrder(given.Heard(order, OrderChange.Taken, OrderStatus.Taken, 1), given.Engineer).ShouldBeFalse();
        request.MirrorOrder(given.Heard(order, OrderChange.Resumed, OrderStatus.InProgress, 3), given.Engineer).ShouldBeTrue();
        request.Facts.Where(f => f.Kind is ClockFactKind.HoldStarted or ClockFactKind.HoldEnded).Select(f => (f.Kind, f.At))
            .ShouldBe([(ClockFactKind.HoldStarted, held), (ClockFactKind.HoldEnded, given.Now)]);
    }

    private static IEnumerable<Happening[]> Permutations(Happening[] items)
    {
        if (items.Length < 2) return [items];
        return items.SelectMany((item, i) => Permutations([.. items[..i], .. items[(i + 1)..]]).Select(rest => (Happening[])[item, .. rest]));
    }
}

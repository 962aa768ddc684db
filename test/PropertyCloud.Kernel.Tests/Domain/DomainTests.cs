using Microsoft.Extensions.Time.Testing;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Events;

namespace PropertyCloud.Kernel.Tests.Domain;

/// <summary>What every aggregate is made of: instants, ids, events, refusals.</summary>
public sealed class DomainTests
{
    private static readonly DateTime Instant = new(2026, 9, 15, 7, 0, 0, DateTimeKind.Utc);

    [EventName("sample.happened.v1")]
    private sealed record Happened(int Number) : IEvent
    {
        public Guid Subject => default;
    }

    private sealed class Thing : AggregateRoot
    {
        public void Do(int number) => Raise(new Happened(number));
    }

    [Fact]
    public void Now_IsCutToMicroseconds_AsTheDatabasesKeepIt()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(Instant.AddTicks(1_234_567)));
        clock.Now().ShouldBe(Instant.AddTicks(1_234_560));
        clock.Now().Kind.ShouldBe(DateTimeKind.Utc);
        Clock.Cut(Instant.AddTicks(9)).ShouldBe(Instant);
        Clock.Cut(Instant.AddTicks(10)).ShouldBe(Instant.AddTicks(10));
    }

    [Fact]
    public void Ids_AreOrderedByTheInstant()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(Instant));
        var first = Ids.New(clock);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        var second = Ids.New(clock);
        first.Version.ShouldBe(7);
        string.CompareOrdinal(first.ToString(), second.ToString()).ShouldBeLessThan(0);
        Ids.At(Instant).ToString()[..13].ShouldBe(first.ToString()[..13]);
    }

    [Fact]
    public void Events_AreKeptInOrderUntilTheyAreSaved()
    {
        var thing = new Thing();
        thing.Do(1);
        thing.Do(2);
        thing.Events.ShouldBe([new Happened(1), new Happened(2)]);
        thing.ClearEvents();
        thing.Events.ShouldBeEmpty();
    }

    [Fact]
    public void Refusal_SaysCodeTextAndStatus()
    {
        var refused = new DomainException("a.b", "还有 {0} 张", 3);
        (refused.Code, refused.Text, refused.Status, refused.Field, refused.Message).ShouldBe(("a.b", "还有 {0} 张", 409, null, "a.b: 还有 3 张"));
        refused.Args.ShouldBe([3]);
        (DomainException.NotFound().Code, DomainException.NotFound().Status).ShouldBe(("kernel.not-found", 404));
        (DomainException.Forbidden().Code, DomainException.Forbidden().Status).ShouldBe(("kernel.forbidden", 403));
    }

    [Fact]
    public void Check_ThrowsOnceWithEverythingThatIsWrong()
    {
        var check = new Check().Required(" ", "name", "填写名称").Max(new string('长', 5), 4, "note").That(false, "age", "x.age", "太小", 18).That(true, "fine", "x.fine", "好");
        var refused = Should.Throw<InvalidInputException>(check.ThrowIfAny);
        (refused.Code, refused.Status, refused.Args.Single()).ShouldBe(("kernel.invalid-input", 422, (object)3));
        refused.Errors.Select(e => (e.Field, e.Code)).ShouldBe([("name", "kernel.required"), ("note", "kernel.too-long"), ("age", "x.age")]);
        refused.Errors[1].Args.ShouldBe([4]);
        Should.NotThrow(new Check().Required("x", "name", "").Max("长长长长", 4, "note").Max(null, 4, "note").ThrowIfAny);
    }

    [Theory]
    [InlineData("一\n二\r\n三\t四", true)]
    [InlineData("一\u0000二", false)]
    [InlineData("一\u001b二", false)]
    public void Max_RefusesControlCharacters_ButNotLinesAndTabs(string text, bool fine)
    {
        var check = new Check().Max(text, 100, "text");
        if (fine) Should.NotThrow(check.ThrowIfAny);
        else Should.Throw<InvalidInputException>(check.ThrowIfAny).Errors.Single().Code.ShouldBe("kernel.control-characters");
    }
}

using PropertyCloud.Butler.Assignments;
using PropertyCloud.Butler.Duty;
using PropertyCloud.Butler.Tests.Requests;
using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Tests.Duty;

public sealed class DutyTests
{
    private readonly Given _ = new();
    private static readonly DateTime Noon = new(2026, 9, 15, 4, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Night = new(2026, 9, 15, 18, 0, 0, DateTimeKind.Utc);
    private static readonly Guid DutyButler = Given.Id(7);
    private static readonly Guid Desk = Given.Id(8);

    private Assignment Held => Assignment.Make(Ids.New(_.Clock), _.Cluster, _.Community, _.Butler.Id!.Value, _.Other.Id, new(2026, 1, 1), null, []);

    private WorkingWeek Week(Guid user, DutyPost post, int from, int to) => WorkingWeek.For(Ids.New(_.Clock), user, post,
        [.. Enum.GetValues<DayOfWeek>().Select(d => new WorkingSpan(d, new TimeOnly(from, 0), new TimeOnly(to, 0)))]);

    private Absence Away(Guid user) => Absence.Of(Ids.New(_.Clock), user, Noon.AddHours(-1), Noon.AddHours(1), null);

    private DutyRules Rules(IReadOnlyList<WorkingWeek> weeks, params Absence[] absences) => new(weeks, absences, utc => utc.AddHours(8));

    private List<WorkingWeek> Everybody() =>
    [
        Week(_.Butler.Id!.Value, DutyPost.Butler, 8, 20), Week(_.Other.Id!.Value, DutyPost.Butler, 8, 20), Week(DutyButler, DutyPost.DutyButler, 8, 23), Week(Desk, DutyPost.FrontDesk, 20, 8),
    ];

    [Fact, Trait("Requirement", "R20"), Trait("Requirement", "R132")]
    public void Find_AsksTheButlerFirst() => Rules(Everybody()).Find(Held, Noon).ShouldBe(new OnDuty(_.Butler.Id!.Value, DutyRole.Butler));

    [Fact, Trait("Requirement", "R48")]
    public void Find_ButlerAway_AsksTheBackup() => Rules(Everybody(), Away(_.Butler.Id!.Value)).Find(Held, Noon).ShouldBe(new OnDuty(_.Other.Id!.Value, DutyRole.Backup));

    [Fact]
    public void Find_BothAway_AsksTheDutyButler() =>
        Rules(Everybody(), Away(_.Butler.Id!.Value), Away(_.Other.Id!.Value)).Find(Held, Noon).ShouldBe(new OnDuty(DutyButler, DutyRole.DutyButler));

    [Fact, Trait("Requirement", "R50")]
    public void Find_AtNight_AsksTheFrontDesk() => Rules(Everybody()).Find(Held, Night).ShouldBe(new OnDuty(Desk, DutyRole.FrontDesk));

    [Fact]
    public void Find_NobodyThere_SaysSo() => Rules([.. Everybody().Take(2)]).Find(Held, Night).ShouldBeNull();

    [Fact]
    public void Find_ButlerWithoutHours_IsAlwaysThere() => Rules([]).Find(Held, Night).ShouldBe(new OnDuty(_.Butler.Id!.Value, DutyRole.Butler));

    [Fact]
    public void Find_WithoutAssignment_GoesToDuty() => Rules(Everybody()).Find(null, Noon).ShouldBe(new OnDuty(DutyButler, DutyRole.DutyButler));

    [Theory]
    [InlineData(21, 59, false), InlineData(22, 0, true), InlineData(23, 59, true)]
    public void Span_PastMidnight_CoversTheEvening(int hour, int minute, bool covers) =>
        new WorkingSpan(DayOfWeek.Tuesday, new(22, 0), new(6, 0)).Covers(new DateTime(2026, 9, 15, hour, minute, 0)).ShouldBe(covers);

    [Theory]
    [InlineData(16, 5, true), InlineData(16, 6, false), InlineData(15, 5, false)]
    public void Span_PastMidnight_CoversTheNextMorning(int day, int hour, bool covers) =>
        new WorkingSpan(DayOfWeek.Tuesday, new(22, 0), new(6, 0)).Covers(new DateTime(2026, 9, day, hour, 0, 0)).ShouldBe(covers);

    [Fact]
    public void Absence_EndingBeforeItBegins_IsRefused() => Given.Refused(() => Absence.Of(Given.Id(1), Given.Id(2), Noon, Noon, null)).Code.ShouldBe("butler.bad-period");
}

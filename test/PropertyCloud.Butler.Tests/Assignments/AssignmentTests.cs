using PropertyCloud.Butler.Assignments;
using PropertyCloud.Butler.Tests.Requests;
using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Butler.Tests.Assignments;

public sealed class AssignmentTests
{
    private readonly Given _ = new();
    private static readonly DateOnly Day = new(2026, 9, 1);

    private Assignment Make(DateOnly from, DateOnly? to, params Assignment[] others) =>
        Assignment.Make(Ids.New(_.Clock), _.Cluster, _.Community, _.Butler.Id!.Value, _.Other.Id, from, to, others);

    [Fact, Trait("Requirement", "R85"), Trait("Requirement", "R179")]
    public void Make_InAPeriodThatIsTaken_IsRefused()
    {
        var first = Make(Day, Day.AddDays(29));
        Given.Refused(() => Make(Day.AddDays(29), null, first)).Code.ShouldBe("butler.assignment-overlaps");
        Make(Day.AddDays(30), null, first).HoldsOn(Day.AddDays(30)).ShouldBeTrue();
    }

    [Fact]
    public void Make_BesideAnOpenOne_IsRefused() => Given.Refused(() => Make(Day.AddYears(1), null, Make(Day, null))).Code.ShouldBe("butler.assignment-overlaps");

    [Fact]
    public void Make_OfAnotherCluster_DoesNotMatter() =>
        Assignment.Make(Ids.New(_.Clock), Given.Id(99), _.Community, _.Butler.Id!.Value, null, Day, null, [Make(Day, null)]).ShouldNotBeNull();

    [Fact]
    public void Make_EndingBeforeItBegins_IsRefused() => Given.Refused(() => Make(Day, Day.AddDays(-1))).Code.ShouldBe("butler.bad-period");

    [Fact]
    public void Make_WithTheButlerAsBackup_IsRefused() =>
        Given.Refused(() => Assignment.Make(Ids.New(_.Clock), _.Cluster, _.Community, _.Butler.Id!.Value, _.Butler.Id, Day, null, [])).Code.ShouldBe("butler.own-backup");

    [Fact]
    public void ChangeBackup_ToTheButler_IsRefused() => Given.Refused(() => Make(Day, null).ChangeBackup(_.Butler.Id)).Code.ShouldBe("butler.own-backup");

    [Fact]
    public void EndOn_BeforeTheBeginning_IsRefused() => Given.Refused(() => Make(Day, null).EndOn(Day.AddDays(-1))).Code.ShouldBe("butler.bad-period");

    [Theory, Trait("Requirement", "R81")]
    [InlineData(150, 150, 0), InlineData(152, 150, 2), InlineData(1, null, 0)]
    public void Load_OverTheRatio_WarnsByHowMuch(int households, int? limit, int over) => new ButlerLoad(Given.Id(1), households, limit).Over.ShouldBe(over);
}

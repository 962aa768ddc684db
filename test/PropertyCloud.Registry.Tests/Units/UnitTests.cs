using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Tests.Units;

public sealed class UnitTests
{
    private static readonly DateOnly Today = new(2026, 9, 15);

    private static Unit NewUnit(string building = "7", string entrance = "2", string number = "1502", decimal? area = 98.52m) =>
        Unit.Create(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), new(Id(1), Id(2), building, Id(3), entrance, number), null, area);

    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);
    private static DomainException Refused(Action act) => Should.Throw<DomainException>(act);

    [Theory]
    [InlineData("7", "2", "1502", "7-2-1502", "7栋2单元1502")]
    [InlineData("7", "", "1502", "7-1502", "7栋1502")]
    [InlineData("A", "1", "0301", "A-1-0301", "A栋1单元0301")]
    [InlineData("商业街", "", "101", "商业街-101", "商业街101")]
    public void Create_ByPlace_HasPlateAndSpokenPlate(string building, string entrance, string number, string plate, string spoken)
    {
        var unit = NewUnit(building, entrance, number);
        unit.Plate.ShouldBe(plate);
        unit.Spoken.ShouldBe(spoken);
    }

    [Fact]
    public void SortKey_OfTwoAndTen_PutsTwoFirst() =>
        string.CompareOrdinal(DoorPlate.SortKey("2-1-201"), DoorPlate.SortKey("10-1-201")).ShouldBeLessThan(0);

    [Theory]
    [InlineData("7栋2单元1502", "7-2-1502")]
    [InlineData("7号楼2单元1502室", "7-2-1502")]
    [InlineData("７－２", "7-2")]
    [InlineData("7-2-", "7-2-")]
    [InlineData("王珊", "王珊")]
    public void Typed_InAnyForm_IsTheBeginningOfAPlate(string typed, string plate) => DoorPlate.Typed(typed).ShouldBe(plate);

    [Theory]
    [InlineData("7栋", "7")]
    [InlineData("7号楼", "7")]
    [InlineData("a座", "A")]
    [InlineData("栋", "栋")]
    public void Building_WithItsWord_IsTheNumber(string text, string building) => DoorPlate.Building(text).ShouldBe(building);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_000.01)]
    [InlineData(98.525)]
    public void Measure_WhenUnlikely_IsRefused(double area)
    {
        var unit = NewUnit();
        Refused(() => unit.Measure((decimal)area)).Code.ShouldBe("registry.area-unlikely");
        unit.Area.ShouldBe(98.52m);
    }

    [Fact]
    public void Measure_WhenTheSame_ChangesNothing()
    {
        var unit = NewUnit();
        unit.Measure(98.52m).ShouldBeFalse();
        unit.Measure(null).ShouldBeFalse();
        unit.Measure(99m).ShouldBeTrue();
    }

    [Fact, Trait("Requirement", "R144")]
    public void Add_FirstPerson_BecomesContact()
    {
        var unit = NewUnit();
        var first = unit.Add(Id(11), Id(21), UnitRole.Owner, Today, contact: false, Today);
        var second = unit.Add(Id(12), Id(22), UnitRole.Family, Today, contact: false, Today);
        first.IsContact.ShouldBeTrue();
        second.IsContact.ShouldBeFalse();
    }

    [Fact]
    public void Add_AnotherContact_TakesOver()
    {
        var unit = NewUnit();
        unit.Add(Id(11), Id(21), UnitRole.Owner, Today, contact: true, Today);
        unit.Add(Id(12), Id(22), UnitRole.Tenant, Today, contact: true, Today);
        unit.Relations.Count(r => r.IsContact).ShouldBe(1);
        unit.ContactOn(Today)!.PartyId.ShouldBe(Id(22));
    }

    [Fact]
    public void Add_WhoIsThereAlready_IsRefused()
    {
        var unit = NewUnit();
        unit.Add(Id(11), Id(21), UnitRole.Owner, Today, false, Today);
        Refused(() => unit.Add(Id(12), Id(21), UnitRole.Family, Today, false, Today)).Code.ShouldBe("registry.already-there");
        unit.Relations.Count.ShouldBe(1);
    }

    [Fact]
    public void Add_WhoMovedOutBefore_IsANewRelation()
    {
        var unit = NewUnit();
        unit.Add(Id(11), Id(21), UnitRole.Tenant, Today.AddDays(-100), false, Today);
        unit.End(Id(11), Today.AddDays(-10));
        unit.Add(Id(12), Id(21), UnitRole.Owner, Today, false, Today);
        unit.Relations.Count.ShouldBe(2);
    }

    [Fact]
    public void Add_WithUnknownRole_IsRefused() =>
        Refused(() => NewUnit().Add(Id(11), Id(21), (UnitRole)9, Today, false, Today)).Code.ShouldBe("registry.role-unknown");

    [Fact]
    public void End_BeforeItBegan_IsRefused()
    {
        var unit = NewUnit();
        unit.Add(Id(11), Id(21), UnitRole.Owner, Today, false, Today);
        Refused(() => unit.End(Id(11), Today.AddDays(-1))).Code.ShouldBe("registry.ends-before-start");
        unit.Relations[0].To.ShouldBeNull();
        unit.Relations[0].IsContact.ShouldBeTrue();
    }

    [Fact]
    public void End_OnTheFirstDay_IsKeptAndNoContactRemains()
    {
        var unit = NewUnit();
        unit.Add(Id(11), Id(21), UnitRole.Owner, Today, false, Today);
        unit.End(Id(11), Today);
        unit.Relations.Count.ShouldBe(1);
        unit.Relations[0].To.ShouldBe(Today);
        unit.ContactOn(Today).ShouldBeNull();
    }

    [Fact]
    public void End_Twice_IsRefused()
    {
        var unit = NewUnit();
        unit.Add(Id(11), Id(21), UnitRole.Owner, Today, false, Today);
        unit.End(Id(11), Today);
        Refused(() => unit.End(Id(11), Today)).Code.ShouldBe("registry.already-ended");
    }

    [Fact]
    public void End_OfAnotherUnitsRelation_IsNotFound() => Refused(() => NewUnit().End(Id(11), Today)).Status.ShouldBe(404);

    [Fact]
    public void MakeContact_OfWhoMovedOut_IsRefused()
    {
        var unit = NewUnit();
        unit.Add(Id(11), Id(21), UnitRole.Owner, Today.AddDays(-9), false, Today);
        unit.Add(Id(12), Id(22), UnitRole.Family, Today.AddDays(-9), false, Today);
        unit.End(Id(12), Today.AddDays(-1));
        Refused(() => unit.MakeContact(Id(12), Today)).Code.ShouldBe("registry.contact-gone");
        unit.ContactOn(Today)!.Id.ShouldBe(Id(11));
    }

    [Fact]
    public void JoinCluster_Twice_ChangesOnce()
    {
        var unit = NewUnit();
        unit.JoinCluster(Id(9)).ShouldBeTrue();
        unit.JoinCluster(Id(9)).ShouldBeFalse();
        unit.JoinCluster(null).ShouldBeTrue();
    }
}

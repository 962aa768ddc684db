using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Communities;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Parties;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Tests.Units;

/// <summary>What people change by hand: names, plates, uses, days and remarks.</summary>
public sealed class ByHandTests
{
    private static readonly DateOnly Today = new(2026, 9, 15);

    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);
    private static string Long(int length) => new('长', length);
    private static Unit NewUnit() => Unit.Create(Id(1), new(Id(2), Id(3), "7", Id(4), "2", "1502"), null, 98.52m);

    private static void Refused(string code, int status, string? field, Action act)
    {
        var refused = Should.Throw<DomainException>(act);
        (refused.Code, refused.Status, refused.Field).ShouldBe((code, status, field));
    }

    [Theory]
    [InlineData("8栋", "8")]
    [InlineData(" 8 号楼 ", "8")]
    [InlineData("８", "8")]
    [InlineData("a座", "A")]
    public void Building_Renamed_IsKeptByItsNumber(string typed, string kept)
    {
        var building = Building.Create(Id(1), Id(2), "7");
        building.Rename(typed).ShouldBeTrue();
        (building.Name, building.SortKey).ShouldBe((kept, DoorPlate.SortKey(kept)));
        building.Rename(typed).ShouldBeFalse();
    }

    [Fact]
    public void Building_WithoutAName_IsRefused()
    {
        var building = Building.Create(Id(1), Id(2), "7");
        Refused("registry.name-missing", 422, "name", () => building.Rename("  "));
        Refused("registry.name-too-long", 422, "name", () => building.Rename(Long(Building.NameLength + 1)));
        building.Name.ShouldBe("7");
    }

    [Fact]
    public void Entrance_Renamed_MayLoseItsName()
    {
        var entrance = Entrance.Create(Id(1), Id(2), "2单元");
        entrance.Name.ShouldBe("2");
        entrance.Rename("2").ShouldBeFalse();
        entrance.Rename("东门").ShouldBeTrue();
        entrance.Name.ShouldBe("东");
        entrance.Rename(" ").ShouldBeTrue();
        entrance.Name.ShouldBe("");
    }

    [Fact]
    public void Entrances_OfOneBuilding_HaveNamesOfTheirOwn()
    {
        EntranceRules.Refuse("", []);
        EntranceRules.Refuse("2", ["1"]);
        Refused("registry.entrance-needs-a-name", 422, "name", () => EntranceRules.Refuse("", ["1"]));
        Refused("registry.entrance-unnamed", 422, "name", () => EntranceRules.Refuse("2", [""]));
        Refused("registry.entrance-taken", 422, "name", () => EntranceRules.Refuse("2", ["1", "2"]));
    }

    [Fact]
    public void Readdress_ChangesEveryFormOfThePlate()
    {
        var unit = NewUnit();
        unit.Readdress("7", "2", "1502").ShouldBeFalse();
        unit.Readdress("10", "", "1503室").ShouldBeTrue();
        (unit.Number, unit.Plate, unit.Spoken, unit.SortKey).ShouldBe(("1503", "10-1503", "10栋1503", DoorPlate.SortKey("10-1503")));
        Refused("registry.name-missing", 422, "number", () => unit.Readdress("10", "", " "));
        unit.Plate.ShouldBe("10-1503");
    }

    [Fact]
    public void Plate_ThatNoListHasRoomFor_IsRefused()
    {
        var unit = NewUnit();
        unit.Readdress(Long(18), Long(18), "12").ShouldBeTrue();
        unit.Plate.Length.ShouldBe(DoorPlate.Longest);
        Refused("registry.plate-too-long", 422, "number", () => unit.Readdress(Long(18), Long(18), "123"));
        unit.Number.ShouldBe("12");
    }

    [Fact]
    public void Describe_SetsUseAndArea_AndForgetsAnAreaThatNobodyKnows()
    {
        var unit = NewUnit();
        unit.Kind.ShouldBe(UnitKind.Home);
        unit.Describe(UnitKind.Home, 98.52m).ShouldBeFalse();
        unit.Describe(UnitKind.Shop, 98.52m).ShouldBeTrue();
        unit.Describe(UnitKind.Shop, 100m).ShouldBeTrue();
        unit.Describe(UnitKind.Shop, null).ShouldBeTrue();
        (unit.Kind, unit.Area).ShouldBe((UnitKind.Shop, null));
        Refused("registry.area-unlikely", 422, "area", () => unit.Describe(UnitKind.Home, 0m));
        Refused("registry.unit-kind-unknown", 422, "kind", () => unit.Describe((UnitKind)7, 10m));
        (unit.Kind, unit.Area).ShouldBe((UnitKind.Shop, null));
    }

    [Fact]
    public void Correct_ChangesRoleAndDays()
    {
        var unit = NewUnit();
        unit.Add(Id(11), Id(21), UnitRole.Owner, Today.AddDays(-9), false, Today);
        unit.Correct(Id(11), UnitRole.Owner, Today.AddDays(-9), null, Today).ShouldBeFalse();
        unit.Correct(Id(11), UnitRole.Tenant, Today.AddDays(-30), null, Today).ShouldBeTrue();
        var relation = unit.Relations.Single();
        (relation.Role, relation.From, relation.To, relation.IsContact).ShouldBe((UnitRole.Tenant, Today.AddDays(-30), null, true));
        unit.Correct(Id(11), UnitRole.Tenant, Today.AddDays(-30), Today.AddDays(-1), Today).ShouldBeTrue();
        relation.IsContact.ShouldBeFalse("who moved out is no contact");
        Refused("registry.ends-before-start", 422, "to", () => unit.Correct(Id(11), UnitRole.Tenant, Today, Today.AddDays(-1), Today));
        Refused("registry.role-unknown", 422, "role", () => unit.Correct(Id(11), (UnitRole)9, Today, null, Today));
        Should.Throw<DomainException>(() => unit.Correct(Id(99), UnitRole.Owner, Today, null, Today)).Status.ShouldBe(404);
    }

    [Fact]
    public void Correct_WhoDidNotMoveOut_LivesThereAgain()
    {
        var unit = NewUnit();
        unit.Add(Id(11), Id(21), UnitRole.Owner, Today.AddDays(-9), false, Today);
        unit.End(Id(11), Today.AddDays(-1));
        unit.Correct(Id(11), UnitRole.Owner, Today.AddDays(-9), null, Today).ShouldBeTrue();
        unit.ContactOn(Today)!.Id.ShouldBe(Id(11));

        unit.End(Id(11), Today.AddDays(-1));
        unit.Add(Id(12), Id(22), UnitRole.Owner, Today, false, Today);
        unit.Correct(Id(11), UnitRole.Owner, Today.AddDays(-9), null, Today).ShouldBeTrue();
        unit.ContactOn(Today)!.Id.ShouldBe(Id(12), "the contact who is there stays it");
    }

    [Fact]
    public void Correct_IntoOtherDaysOfTheSamePerson_IsRefused()
    {
        var unit = NewUnit();
        unit.Add(Id(11), Id(21), UnitRole.Tenant, Today.AddDays(-100), false, Today);
        unit.End(Id(11), Today.AddDays(-50));
        unit.Add(Id(12), Id(21), UnitRole.Owner, Today.AddDays(-10), false, Today);
        Refused("registry.dates-overlap", 422, "from", () => unit.Correct(Id(12), UnitRole.Owner, Today.AddDays(-50), null, Today));
        Refused("registry.already-there", 409, null, () => unit.Correct(Id(11), UnitRole.Tenant, Today.AddDays(-100), null, Today));
        unit.Correct(Id(12), UnitRole.Owner, Today.AddDays(-49), null, Today).ShouldBeTrue();
    }

    [Fact]
    public void FirstFreeDay_IsAfterThePersonsFormerDays()
    {
        var unit = NewUnit();
        unit.FirstFreeDay(Id(21), Today).ShouldBe(Today);
        unit.Add(Id(11), Id(21), UnitRole.Tenant, Today.AddDays(-100), false, Today);
        unit.End(Id(11), Today.AddDays(-50));
        unit.FirstFreeDay(Id(21), Today.AddDays(-100)).ShouldBe(Today.AddDays(-49));
        unit.FirstFreeDay(Id(21), Today.AddDays(-49)).ShouldBe(Today.AddDays(-49));
        unit.FirstFreeDay(Id(22), Today.AddDays(-100)).ShouldBe(Today.AddDays(-100), "somebody else's days");
    }

    [Fact]
    public void Remarks_AreTrimmedAndShort()
    {
        var party = Party.Create(Id(1), "王珊", null);
        party.Remark(" 听力不好 ").ShouldBeTrue();
        party.Remark("听力不好").ShouldBeFalse();
        party.Remarks.ShouldBe("听力不好");
        Refused("registry.remarks-too-long", 422, "remarks", () => party.Remark(Long(Party.RemarksLength + 1)));
        party.Remark(" ").ShouldBeTrue();
        party.Remarks.ShouldBeNull();
    }

    [Fact]
    public void Address_IsOneLine()
    {
        Refused("registry.address-unlikely", 422, "address", () => Community.Create(Id(1), "云汀苑", null, Long(Community.AddressLength + 1)));
        Refused("registry.address-unlikely", 422, "address", () => Community.Create(Id(1), "云汀苑", null, "云汀路\n18 号"));
        Community.Create(Id(1), "云汀苑", null, " ").Address.ShouldBeNull();
    }
}

using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Communities;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Imports;
using PropertyCloud.Registry.Imports.Reading;
using PropertyCloud.Registry.Parties;
using PropertyCloud.Registry.ServiceCards;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Tests.Units;

/// <summary>Names, plates, relations and imports at their borders.</summary>
public sealed class RegistryEdgeTests
{
    private static readonly DateOnly Today = new(2026, 9, 15);
    private static readonly DateTime Now = new(2026, 9, 15, 7, 0, 0, DateTimeKind.Utc);
    private static readonly RegistryWritten Nothing = new(0, 0, 0, 0);

    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);
    private static string Long(int length) => new('长', length);
    private static Unit NewUnit(string number = "1502", decimal? area = null) => Unit.Create(Id(1), new(Id(2), Id(3), "7", Id(4), "2", number), Id(5), area);

    private static void Refused(string code, int status, string? field, Action act)
    {
        var refused = Should.Throw<DomainException>(act);
        (refused.Code, refused.Status, refused.Field).ShouldBe((code, status, field));
    }

    // Places and their names.
    [Fact]
    public void Names_OfPlaces_AreTrimmedShortAndReadable()
    {
        PlaceName.Clean(" 东门 ", 40).ShouldBe("东门");
        PlaceName.Clean(Long(40), 40).Length.ShouldBe(40);
        Refused("registry.name-missing", 422, "name", () => PlaceName.Clean("  ", 40));
        Refused("registry.name-missing", 422, "name", () => PlaceName.Clean(null, 40));
        Refused("registry.name-too-long", 422, "name", () => PlaceName.Clean(Long(41), 40));
        Refused("registry.name-unreadable", 422, "name", () => PlaceName.Clean("东\u0007门", 40));
    }

    [Fact]
    public void Community_TakesItsGradeFromTheImport_NeverItsAbsence()
    {
        var community = Community.Create(Id(1), " 云汀苑 ", " 高档 ");
        (community.Name, community.Grade).ShouldBe(("云汀苑", "高档"));
        community.Regrade(null).ShouldBeFalse();
        community.Regrade(" ").ShouldBeFalse();
        community.Regrade("高档").ShouldBeFalse();
        community.Regrade("标准").ShouldBeTrue();
        community.Grade.ShouldBe("标准");
        community.Change("云汀苑二期", " ", " 云汀路 18 号 ");
        (community.Name, community.Grade, community.Address).ShouldBe(("云汀苑二期", null, "云汀路 18 号"));
        community.Regrade(Long(20)).ShouldBeTrue();
        Refused("registry.grade-too-long", 422, "grade", () => community.Regrade(Long(21)));
    }

    [Fact]
    public void Clusters_Places_BuildingsAndEntrances_BelongWhereTheyWereMade()
    {
        var cluster = Cluster.Create(Id(1), Id(2), " 一组团 ");
        cluster.CommunityId.ShouldBe(Id(2));
        cluster.Rename("南组团");
        cluster.Name.ShouldBe("南组团");
        var place = PublicPlace.Create(Id(1), Id(2), "东门", Id(3));
        (place.CommunityId, place.ClusterId).ShouldBe((Id(2), Id(3)));
        place.Change("西门", null);
        (place.Name, place.ClusterId).ShouldBe(("西门", null));
        var building = Building.Create(Id(1), Id(2), " 7 ");
        (building.CommunityId, building.Name, building.SortKey).ShouldBe((Id(2), "7", DoorPlate.SortKey("7")));
        (Entrance.Create(Id(1), Id(2), " ").Name, Entrance.Create(Id(1), Id(2), " 2 ").Name, Entrance.Create(Id(1), Id(2), null).BuildingId).ShouldBe(("", "2", Id(2)));
    }

    // Plates.
    [Theory]
    [InlineData("7-2-1502", "000007-000002-001502")]
    [InlineData("7-2-0502", "000007-000002-000502")]
    [InlineData("A-1", "A-000001")]
    public void SortKey_PadsNumbers(string plate, string key) => DoorPlate.SortKey(plate).ShouldBe(key);

    [Fact]
    public void SortKey_IsCutAtItsLength()
    {
        DoorPlate.SortKey(new('A', DoorPlate.SortKeyLength)).Length.ShouldBe(DoorPlate.SortKeyLength);
        DoorPlate.SortKey(new('A', DoorPlate.SortKeyLength + 1)).Length.ShouldBe(DoorPlate.SortKeyLength);
    }

    [Theory]
    [InlineData("2单元", "2")]
    [InlineData(" 2 门 ", "2")]
    [InlineData("b", "B")]
    [InlineData(null, "")]
    [InlineData("单元", "单元")]
    public void Entrance_WithItsWord_IsTheNumber(string? text, string entrance) => DoorPlate.Entrance(text).ShouldBe(entrance);

    [Theory]
    [InlineData("1502室", "1502")]
    [InlineData("1502房", "1502")]
    [InlineData("１５０２", "1502")]
    [InlineData("b01", "B01")]
    public void Number_WithItsWord_IsTheNumber(string text, string number) => DoorPlate.Number(text).ShouldBe(number);

    [Theory]
    [InlineData("7", "东", "101", "7栋东101")]
    [InlineData("东区", "2", "101", "东区2单元101")]
    public void Spoken_SaysTheWordOnlyAfterANumber(string building, string entrance, string number, string spoken) => DoorPlate.Spoken(building, entrance, number).ShouldBe(spoken);

    // Units and who lives there.
    [Fact]
    public void Create_KeepsWhereItIs()
    {
        var unit = NewUnit(" 1502 ", 0.01m);
        (unit.CommunityId, unit.BuildingId, unit.EntranceId, unit.ClusterId, unit.Number, unit.Plate, unit.SortKey, unit.Area)
            .ShouldBe((Id(2), Id(3), Id(4), Id(5), "1502", "7-2-1502", DoorPlate.SortKey("7-2-1502"), 0.01m));
        unit.JoinCluster(Id(5)).ShouldBeFalse();
        Refused("registry.name-too-long", 422, "number", () => NewUnit(Long(Unit.NumberLength + 1)));
    }

    [Fact]
    public void Measure_TakesUpToTheLargest()
    {
        NewUnit(area: Unit.LargestArea).Area.ShouldBe(Unit.LargestArea);
        Refused("registry.area-unlikely", 422, "area", () => NewUnit(area: Unit.LargestArea + 0.01m));
    }

    [Fact]
    public void Relation_LastsFromItsFirstToItsLastDay()
    {
        var relation = NewUnit().Add(Id(11), Id(21), UnitRole.Owner, Today, false, Today);
        (relation.UnitId, relation.PartyId, relation.Role, relation.From).ShouldBe((Id(1), Id(21), UnitRole.Owner, Today));
        relation.LastsOn(Today.AddDays(-1)).ShouldBeFalse();
        relation.LastsOn(Today).ShouldBeTrue();
        relation.BeginsAfter(Today).ShouldBeFalse();
        relation.BeginsAfter(Today.AddDays(-1)).ShouldBeTrue();
        relation.End(Today.AddDays(3));
        relation.LastsOn(Today.AddDays(3)).ShouldBeTrue();
        relation.LastsOn(Today.AddDays(4)).ShouldBeFalse();
        relation.BeginsAfter(Today.AddDays(-1)).ShouldBeFalse("it has its end already");
    }

    [Fact]
    public void WhoMovesInLater_MayBeTheContactAlready()
    {
        var unit = NewUnit();
        unit.Add(Id(11), Id(21), UnitRole.Owner, Today.AddDays(5), false, Today);
        unit.ContactOn(Today)!.Id.ShouldBe(Id(11));
        unit.Add(Id(12), Id(22), UnitRole.Family, Today.AddDays(5), false, Today);
        unit.MakeContact(Id(12), Today);
        unit.Relations.Single(r => r.IsContact).Id.ShouldBe(Id(12));
        unit.MakeContact(Id(12), Today);
        unit.ContactOn(Today)!.Id.ShouldBe(Id(12));
    }

    [Fact]
    public void SamePerson_MayComeBackAfterTheLastDay()
    {
        var unit = NewUnit();
        unit.Add(Id(11), Id(21), UnitRole.Tenant, Today.AddDays(-9), false, Today);
        unit.End(Id(11), Today);
        Refused("registry.dates-overlap", 422, "from", () => unit.Add(Id(12), Id(21), UnitRole.Owner, Today, false, Today));
        Refused("registry.dates-overlap", 422, "from", () => unit.Add(Id(12), Id(21), UnitRole.Owner, Today.AddDays(-20), false, Today));
        unit.Relations.Count.ShouldBe(1);
        unit.Add(Id(12), Id(21), UnitRole.Owner, Today.AddDays(1), false, Today).IsContact.ShouldBeTrue();
    }

    [Fact]
    public void Refusals_NameTheirField()
    {
        var unit = NewUnit();
        unit.Add(Id(11), Id(21), UnitRole.Owner, Today, false, Today);
        Refused("registry.role-unknown", 422, "role", () => unit.Add(Id(12), Id(22), (UnitRole)99, Today, false, Today));
        Refused("registry.ends-before-start", 422, "to", () => unit.End(Id(11), Today.AddDays(-1)));
    }

    [Fact]
    public void Correct_ByTheImport_ChangesRoleAndFirstDay()
    {
        var relation = NewUnit().Add(Id(11), Id(21), UnitRole.Owner, Today, false, Today);
        relation.Correct(UnitRole.Owner, null).ShouldBeFalse();
        relation.Correct(UnitRole.Owner, Today).ShouldBeFalse();
        relation.Correct(UnitRole.Tenant, null).ShouldBeTrue();
        (relation.Role, relation.From).ShouldBe((UnitRole.Tenant, Today));
        relation.Correct(UnitRole.Tenant, Today.AddDays(-2)).ShouldBeTrue();
        relation.From.ShouldBe(Today.AddDays(-2));
        relation.End(Today);
        relation.Correct(UnitRole.Owner, Today).ShouldBeTrue();
        Refused("registry.ends-before-start", 422, "from", () => relation.Correct(UnitRole.Owner, Today.AddDays(1)));
        relation.From.ShouldBe(Today);
    }

    // Parties.
    [Fact]
    public void Party_TakesItsNameUpToItsLength()
    {
        var party = Party.Create(Id(1), " 王珊 ", " ");
        (party.Id, party.Name, party.Phone, party.Kind).ShouldBe((Id(1), "王珊", null, PartyKind.Person));
        party.Rename("王珊").ShouldBeFalse();
        party.Rename(Long(Party.NameLength)).ShouldBeTrue();
        Refused("registry.party-name-unlikely", 422, "name", () => party.Rename(Long(Party.NameLength + 1)));
        Refused("registry.party-name-unlikely", 422, "name", () => party.Rename("王\u0001珊"));
        Refused("registry.party-name-missing", 422, "name", () => party.Rename(null!));
    }

    [Theory]
    [InlineData("云汀便民商店")]
    [InlineData("小太阳幼儿园")]
    [InlineData("安达律师事务所")]
    [InlineData("社区服务中心")]
    [InlineData("云汀贸易公司")]
    [InlineData("云汀有限合伙")]
    public void Organisations_AreToldByTheirNames(string name)
    {
        var party = Party.Create(Id(1), name, null);
        party.Kind.ShouldBe(PartyKind.Organisation);
        party.Rename("王珊");
        party.Kind.ShouldBe(PartyKind.Person);
    }

    [Theory]
    [InlineData("1380013", "少 {0} 位数字", 4)]
    [InlineData("138001380001234", "多 {0} 位数字", 4)]
    [InlineData("138001", "写成 11 位手机号，或带区号的座机号", null)]
    [InlineData("1380013800012345", "写成 11 位手机号，或带区号的座机号", null)]
    [InlineData("23800138000", "写成 11 位手机号，或带区号的座机号", null)]
    [InlineData("1380013800a", "写成 11 位手机号，或带区号的座机号", null)]
    public void Phone_ThatIsNone_SaysHowManyDigits(string typed, string text, int? digits)
    {
        PhoneNumber.TryParse(typed, out var phone, out var reason).ShouldBeFalse();
        (phone, reason.Text).ShouldBe(("", text));
        reason.Args.Cast<int?>().FirstOrDefault().ShouldBe(digits);
        Refused("registry.phone-unlikely", 422, "phone", () => PhoneNumber.Parse(typed));
    }

    // Cards.
    [Fact]
    public void Card_IsOfItsUnit_AndKeepsWhyItWasChanged()
    {
        var card = ServiceCard.Issue(Id(1), Id(5));
        (card.UnitId, card.ActiveUnitId, card.State).ShouldBe((Id(5), Id(5), CardState.Active));
        Refused("registry.card-reason-missing", 422, "reason", () => card.Rotate(Id(2), "", Now));
        var next = card.Rotate(Id(2), $" {Long(ServiceCard.ReasonLength)} ", Now);
        (card.RotatedBecause!.Length, card.RotatedAt, next.Id, next.UnitId).ShouldBe((ServiceCard.ReasonLength, Now, Id(2), Id(5)));
        next.Rotate(Id(3), Long(ServiceCard.ReasonLength + 1), Now);
        next.RotatedBecause!.Length.ShouldBe(ServiceCard.ReasonLength);
    }

    // Imports.
    private static ImportRun Run(string name = "住户.xlsx") => ImportRun.Upload(Id(1), name, Id(2), Now);

    private static ImportRun Importing(int good = 1500)
    {
        var run = Run();
        run.Checked(good + 3, good, 3);
        run.ChooseGood(Now);
        return run;
    }

    [Fact]
    public void Upload_KeepsAReadableName_WhoAndForHowLong()
    {
        var run = Run();
        (run.UploadedBy, run.UploadedAt, run.ExpiresAt, run.State, run.IsRunning).ShouldBe((Id(2), Now, Now.AddHours(24), ImportState.Uploaded, true));
        Run("住\u0000户.csv").FileName.ShouldBe("住户.csv");
        Run("/tmp/").FileName.ShouldBe("?");
        Run(new string('a', 200) + ".csv").FileName.ShouldEndWith(".csv");
        Run(new string('a', 200)).FileName.Length.ShouldBe(ImportRun.FileNameLength);
        Run(new string('a', ImportRun.FileNameLength)).FileName.Length.ShouldBe(ImportRun.FileNameLength);
    }

    [Fact]
    public void DryRun_TellsHowFarItIs_AndEndsOnce()
    {
        var run = Run();
        run.CheckedSoFar(500);
        run.CheckedRows.ShouldBe(500);
        run.Stumbled(Now);
        run.Checked(1503, 1500, 3);
        (run.CheckedRows, run.Good, run.Bad, run.State, run.Attempts, run.IsRunning).ShouldBe((1503, 1500, 3, ImportState.Checked, 0, false));
        Refused("registry.import-moved-on", 409, null, () => run.CheckedSoFar(1));
        Refused("registry.import-moved-on", 409, null, () => run.Checked(1, 1, 0));
    }

    [Fact]
    public void ChooseGood_InTheLastMoment_Works()
    {
        var run = Run();
        run.Checked(1, 1, 0);
        run.ChooseGood(run.ExpiresAt.AddTicks(-1));
        (run.State, run.IsRunning).ShouldBe((ImportState.Importing, true));
    }

    [Fact]
    public void Advance_AddsUp_AndEndsWithTheLastRow()
    {
        var run = Importing(good: 3);
        run.Advance(2, new(1, 2, 3, 4), Now);
        run.Advance(1, new(1, 2, 3, 4), Now.AddMinutes(1));
        (run.UnitsAdded, run.UnitsChanged, run.PartiesAdded, run.RelationsAdded, run.NextRow).ShouldBe((2, 4, 6, 8, 3));
        (run.State, run.FinishedAt, run.IsRunning).ShouldBe((ImportState.Done, Now.AddMinutes(1), false));
    }

    [Fact]
    public void Discard_SaysWhen_AndNotAfterTheEnd()
    {
        var run = Run();
        run.Discard(Now.AddMinutes(5));
        run.Discard(Now.AddMinutes(9));
        (run.State, run.FinishedAt).ShouldBe((ImportState.Discarded, Now.AddMinutes(5)));
        var done = Importing(good: 1);
        done.Advance(1, Nothing, Now);
        Refused("registry.import-under-way", 409, null, () => done.Discard(Now));
    }

    [Fact]
    public void Failure_SaysWhyAndWhen_AndOnlyWhileItRuns()
    {
        var run = Importing();
        run.Advance(1000, Nothing, Now);
        for (var i = 0; i < 3; i++) run.Stumbled(Now.AddMinutes(i));
        (run.State, run.FinishedAt).ShouldBe((ImportState.Failed, Now.AddMinutes(2)));
        run.Failure.ShouldNotBeNullOrEmpty();
        FaultArgs.Read(run.FailureArgs).ShouldBe(["1000"]);
        run.Stumbled(Now.AddHours(1));
        run.Attempts.ShouldBe(3);
        run.Fail(new("别的"), Now.AddHours(1));
        run.FinishedAt.ShouldBe(Now.AddMinutes(2));
    }

    [Fact]
    public void Fault_KeepsTheRowTheValueAndTheReason()
    {
        ImportFault Of(string? value) => ImportFault.Of(Id(1), Id(2), new RowFault(7, default, value, new("少 {0} 位数字", 2)));
        var fault = Of("1380013");
        (fault.RunId, fault.Row, fault.Value, fault.Reason).ShouldBe((Id(2), 7, "1380013", "少 {0} 位数字"));
        FaultArgs.Read(fault.Args).ShouldBe(["2"]);
        Of(Long(ImportFault.ValueLength)).Value!.Length.ShouldBe(ImportFault.ValueLength);
        Of(Long(ImportFault.ValueLength + 1)).Value.ShouldSatisfyAllConditions(v => v!.Length.ShouldBe(ImportFault.ValueLength), v => v!.ShouldEndWith("…"));
        FaultArgs.Write([]).ShouldBeNull();
        FaultArgs.Write(null).ShouldBeNull();
        FaultArgs.Read(null).ShouldBeEmpty();
    }
}

using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Imports.Reading;

namespace PropertyCloud.Registry.Tests.Imports;

public sealed class RowReaderTests
{
    private static readonly string[] Header = ["小区", "等级", "楼栋", "单元", "房号", "组团", "面积", "姓名", "手机", "身份", "入住日期", "联系人", "用途"];
    private readonly RowReader _reader = new(ImportColumns.From(new(1, Header)), new DateOnly(2026, 9, 15));
    private int _row = 1;

    private (RegistryRow? Row, IReadOnlyList<RowFault> Faults) Read(params object?[] cells) => _reader.Read(new(++_row, cells));

    private (RegistryRow? Row, IReadOnlyList<RowFault> Faults) With(ImportColumn column, object? value)
    {
        object?[] cells = ["云汀雅苑", "高档", "7", "2", "1502", "东组团", "98.52", "王珊", "13800138000", "业主", "2026-09-01", null, null];
        cells[(int)column] = value;
        return Read(cells);
    }

    private void IsBad(ImportColumn column, object? value, string reason)
    {
        var (row, faults) = With(column, value);
        row.ShouldBeNull();
        var fault = faults.ShouldHaveSingleItem();
        fault.Row.ShouldBe(_row);
        fault.Column.ShouldBe(column);
        string.Format(null, fault.Reason.Text, fault.Reason.Args).ShouldBe(reason);
    }

    [Fact, Trait("Requirement", "R124")]
    public void Read_WhenGood_IsTheRow()
    {
        var (row, faults) = Read("云汀雅苑", "高档", "7栋", "2单元", "1502室", "东组团", "98.52㎡", "王珊", "138-0013-8000", "租户", "2026年9月1日", "是");
        faults.ShouldBeEmpty();
        row.ShouldBe(new RegistryRow("云汀雅苑", "高档", "7", "2", "1502", "东组团", 98.52m, "王珊", "13800138000", UnitRole.Tenant, new DateOnly(2026, 9, 1), true));
    }

    [Fact]
    public void Read_VacantUnit_IsGood()
    {
        var (row, faults) = Read("云汀雅苑", null, "7", null, "1503", null, null, null, null, null, null, null);
        faults.ShouldBeEmpty();
        row!.PartyName.ShouldBeNull();
        row.Entrance.ShouldBeNull();
    }

    [Fact]
    public void Read_WithAPlateThatIsTooLong_IsBad()
    {
        var longest = new string('长', 17);
        Read("云汀雅苑", null, longest, longest, "1502", null, null, null, null, null, null, null).Faults.ShouldBeEmpty();
        var fault = Read("云汀雅苑", null, longest, longest, "15023", null, null, null, null, null, null, null).Faults.ShouldHaveSingleItem();
        (fault.Column, fault.Reason.Text).ShouldBe((ImportColumn.Unit, "楼栋、单元和房号合起来不能超过 {0} 个字"));
    }

    [Fact] public void Read_WithoutCommunity_IsBad() => IsBad(ImportColumn.Community, null, "填写小区");
    [Fact] public void Read_WithoutBuilding_IsBad() => IsBad(ImportColumn.Building, null, "缺少楼栋");
    [Fact] public void Read_WithoutUnit_IsBad() => IsBad(ImportColumn.Unit, null, "缺少房号");
    [Fact] public void Read_WithCommaInArea_SaysThePoint() => IsBad(ImportColumn.Area, "98,52", "写成 98.52");
    [Fact] public void Read_WithWordsInArea_IsBad() => IsBad(ImportColumn.Area, "大约九十", "写成数字，如 98.52");
    [Fact] public void Read_WithNoArea_IsBad() => IsBad(ImportColumn.Area, "0", "面积要大于 0，不超过 100000");
    [Fact] public void Read_WithThreeDecimals_IsBad() => IsBad(ImportColumn.Area, 98.525d, "最多 2 位小数，写成 98.53");
    [Fact] public void Read_WithShortPhone_SaysHowManyAreMissing() => IsBad(ImportColumn.Phone, "1380013800", "少 1 位数字");
    [Fact] public void Read_WithPhoneButNoName_IsBad() => IsBad(ImportColumn.Name, null, "填写姓名，或者清空手机");
    [Fact] public void Read_WithUnknownRole_IsBad() => IsBad(ImportColumn.Role, "房东的朋友", "写业主、租户、家庭成员或员工");
    [Fact] public void Read_WithBadDate_IsBad() => IsBad(ImportColumn.From, "去年", "写成 2026-09-15 这样的日期");
    [Fact] public void Read_WithImpossibleDate_IsBad() => IsBad(ImportColumn.From, "2026-02-30", "写成 2026-09-15 这样的日期");
    [Fact] public void Read_WithFarDate_IsBad() => IsBad(ImportColumn.From, "2099-01-01", "日期要在 1949-10-01 和 2027-09-15 之间");
    [Fact] public void Read_WithUnknownContact_IsBad() => IsBad(ImportColumn.Contact, "也许", "写是或否");
    [Fact] public void Read_WithUnknownUse_IsBad() => IsBad(ImportColumn.Use, "仓库改的", "写住宅、商铺、办公或其他");
    [Fact] public void Read_WithoutAUse_SaysNothingOfIt() => With(ImportColumn.Use, null).Row!.Use.ShouldBeNull();

    [Theory]
    [InlineData("住宅", UnitKind.Home), InlineData("residential", UnitKind.Home), InlineData("商铺", UnitKind.Shop), InlineData("Shop", UnitKind.Shop)]
    [InlineData("办公", UnitKind.Office), InlineData("office", UnitKind.Office), InlineData("其他", UnitKind.Other), InlineData("other", UnitKind.Other)]
    public void Read_WithAUse_InEitherLanguage(string written, UnitKind use) => With(ImportColumn.Use, written).Row!.Use.ShouldBe(use);

    [Fact]
    public void Read_WithTwoUsesOfOneUnit_IsBad()
    {
        With(ImportColumn.Use, "商铺").Faults.ShouldBeEmpty();
        var fault = Read("云汀雅苑", "高档", "7", "2", "1502", null, null, "李明", null, "家庭成员", null, null, "住宅").Faults.ShouldHaveSingleItem();
        (fault.Column, fault.Row, fault.Value).ShouldBe((ImportColumn.Use, 3, "住宅"));
    }

    [Fact] public void Read_WithAHugeCell_IsBad() => IsBad(ImportColumn.Name, new string('王', 1001), "不能超过 1000 个字");
    [Fact] public void Read_WithControlCharacters_IsBad() => IsBad(ImportColumn.Name, "王\u0001珊", "含有不能识别的字符，删掉再试");

    [Fact]
    public void Read_SamePersonTwice_IsBad()
    {
        With(ImportColumn.Grade, "高档").Faults.ShouldBeEmpty();
        IsBad(ImportColumn.Unit, "1502室", "和第 2 行重复，删掉一行");
    }

    [Fact]
    public void Read_TwoContactsOfAUnit_IsBad()
    {
        Read("甲", null, "7", "2", "1502", null, null, "王珊", null, null, null, "是").Faults.ShouldBeEmpty();
        var (_, faults) = Read("甲", null, "7", "2", "1502", null, null, "李明", null, "家属", null, "yes");
        faults.ShouldHaveSingleItem().Column.ShouldBe(ImportColumn.Contact);
    }

    [Fact]
    public void Read_TwoAreasOfAUnit_IsBad()
    {
        Read("甲", null, "7", "2", "1502", null, "98.52", "王珊", null, null, null, null).Faults.ShouldBeEmpty();
        var (_, faults) = Read("甲", null, "7", "2", "1502", null, "99", "李明", null, null, null, null);
        faults.ShouldHaveSingleItem().Column.ShouldBe(ImportColumn.Area);
    }

    [Fact]
    public void Read_TwoFaults_NamesBoth() => Read("甲", null, null, null, null, null, null, null, null, null, null, null).Faults.Select(f => f.Column)
        .ShouldBe([ImportColumn.Building, ImportColumn.Unit]);

    [Fact]
    public void Header_InEnglishAndAnotherOrder_IsKnown()
    {
        var columns = ImportColumns.From(new(1, ["Phone", " UNIT ", "Building", "Community", "Notes", "Area (m²)"]));
        columns.Cell(new(2, ["1", "1502", "7", "甲", "x", "98"]), ImportColumn.Unit).ShouldBe("1502");
        columns.Has(ImportColumn.Area).ShouldBeTrue();
        columns.Has(ImportColumn.Role).ShouldBeFalse();
    }

    [Fact]
    public void Header_WithoutRoomNumbers_IsRefused()
    {
        var refused = Should.Throw<DomainException>(() => ImportColumns.From(new(1, ["小区", "楼栋"])));
        refused.Code.ShouldBe("registry.header-missing");
        refused.Args.ShouldBe(["房号/unit"]);
    }

    [Fact]
    public void Header_Twice_IsRefused() =>
        Should.Throw<DomainException>(() => ImportColumns.From(new(1, ["小区", "楼栋", "房号", "手机", "电话"]))).Code.ShouldBe("registry.header-twice");
}

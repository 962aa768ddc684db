using PropertyCloud.Identity.Staff;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Tests.Staff;

public sealed class StaffRulesTests
{
    private static readonly StaffInput Good = new("zhoumin", "周敏", "13800138000", "customer-service", "客服管家", "1013", "p1", [SeededRoles.Butler], []);

    [Fact]
    public void Validate_AGoodInput_Passes() => Good.Validate(isNew: true, isPlatform: false);

    [Fact]
    public void Validate_WithoutRole_IsRefused() => Fields(Good with { Roles = [] }).ShouldBe(["roles"]);

    [Theory]
    [InlineData(SeededRoles.Resident)]
    [InlineData(SeededRoles.PlatformOperator)]
    [InlineData("root")]
    public void Validate_ARoleThatACompanyCannotGive_IsRefused(string role) => Fields(Good with { Roles = [role] }).ShouldBe(["roles"]);

    [Fact]
    public void Validate_ThePlatformsOwn_AreOperatorsOnly()
    {
        (Good with { Roles = [SeededRoles.PlatformOperator] }).Validate(isNew: true, isPlatform: true);
        Should.Throw<InvalidInputException>(() => Good.Validate(isNew: true, isPlatform: true));
    }

    [Theory]
    [InlineData(SeededRoles.DepartmentHead)]
    [InlineData(SeededRoles.Staff)]
    public void Validate_DepartmentPeopleWithoutDepartment_AreRefused(string role) => Fields(Good with { Roles = [role], Department = "" }).ShouldBe(["department"]);

    [Fact]
    public void Validate_SaysEverythingAtOnce() =>
        Fields(new("1", "", "abc", "kitchen", null, null, "../x", [], [])).ShouldBe(["userName", "name", "phone", "portrait", "roles", "department"]);

    [Fact]
    public void Validate_WhenEditing_LeavesTheUserNameAlone() => (Good with { UserName = null }).Validate(isNew: false, isPlatform: false);

    [Fact]
    public void LastAdministrator_IsFound()
    {
        var (a, b) = (new Guid("0198c000-0000-7000-8000-00000000000a"), new Guid("0198c000-0000-7000-8000-00000000000b"));
        LastAdministrator.LastOf([a], a).ShouldBeTrue();
        LastAdministrator.LastOf([a, b], a).ShouldBeFalse();
        LastAdministrator.LastOf([a], b).ShouldBeFalse();
        LastAdministrator.LastOf([], a).ShouldBeFalse();
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+8613800138000", "\"'+8613800138000\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("周\"敏\"", "\"周\"\"敏\"\"\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData(null, "\"\"")]
    public void Cell_IsNoFormula(string? value, string expected) => Csv.Cell(value).ShouldBe(expected);

    [Fact]
    public void Csv_BeginsWithItsMark()
    {
        var csv = new Csv();
        csv.Row("姓名");
        csv.ToBytes().Take(3).ShouldBe([0xEF, 0xBB, 0xBF]);
    }

    private static string[] Fields(StaffInput input) =>
        [.. Should.Throw<InvalidInputException>(() => input.Validate(isNew: true, isPlatform: false)).Errors.Select(e => e.Field)];
}

using PropertyCloud.Identity.Contracts;
using PropertyCloud.Identity.Organisation;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Tests.Organisation;

public sealed class OrganisationChartTests
{
    private readonly List<StaffSummary> _staff =
    [
        Staff(1, "徐建平", null, SeededRoles.CentreDirector),
        Staff(2, "顾文清", Departments.CustomerService, SeededRoles.DepartmentHead),
        Staff(3, "周敏", Departments.CustomerService, SeededRoles.Butler),
        Staff(4, "许晓雯", Departments.CustomerService, SeededRoles.FrontDesk),
        Staff(5, "郭建华", Departments.Engineering, SeededRoles.DepartmentHead),
        Staff(6, "李国强", Departments.Engineering, SeededRoles.Staff),
        Staff(7, "林岚", null, SeededRoles.CompanyAdministrator),
        Staff(8, "安然", null, SeededRoles.Butler),
    ];

    private OrganisationChart Chart => OrganisationChart.Of(_staff);

    [Fact]
    [Trait("Requirement", "R119")]
    [Trait("Requirement", "R14")]
    public void ADirector_StandsOverTheFourDepartments()
    {
        Chart.Directors.Select(d => d.Name).ShouldBe(["徐建平"]);
        Chart.Departments.Select(d => d.Code).ShouldBe([Departments.CustomerService, Departments.OrderKeeping, Departments.Environment, Departments.Engineering]);
    }

    [Fact]
    [Trait("Requirement", "R66")]
    public void EachDepartment_HasItsOwnHeadAndStaff()
    {
        var engineering = Chart.Departments.Single(d => d.Code == Departments.Engineering);
        engineering.Heads.Select(h => h.Name).ShouldBe(["郭建华"]);
        engineering.Members.Select(m => m.Name).ShouldBe(["李国强"]);
        Chart.Departments.Single(d => d.Code == Departments.Environment).Count.ShouldBe(0);
    }

    [Fact]
    [Trait("Requirement", "R18")]
    [Trait("Requirement", "R63")]
    public void CustomerService_IsTheHub_WithTheButlerTeam()
    {
        var hub = Chart.Departments.Where(d => d.IsHub).ShouldHaveSingleItem();
        hub.Code.ShouldBe(Departments.CustomerService);
        hub.Butlers.Select(b => b.Name).ShouldBe(["周敏", "安然"]);
        hub.Members.Select(m => m.Name).ShouldBe(["许晓雯"]);
        Chart.Departments.Where(d => !d.IsHub).ShouldAllBe(d => d.Butlers.Count == 0);
    }

    [Fact]
    public void Everybody_StandsOnce() =>
        Chart.Directors.Concat(Chart.Others).Concat(Chart.Departments.SelectMany(d => d.Heads.Concat(d.Butlers).Concat(d.Members))).Select(m => m.Id).ShouldBe(_staff.Select(s => s.UserId), ignoreOrder: true);

    private static StaffSummary Staff(int number, string name, string? department, string role) =>
        new(new Guid($"0198c000-0000-7000-8000-{number:d12}"), name, null, department, null, null, null, [role], true);
}

using PropertyCloud.Identity.Access;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Tests.Access;

public sealed class DataScopesTests
{
    private static readonly Guid Community = new("0198c000-0000-7000-8000-00000000000a");
    private static readonly Guid Cluster = new("0198c000-0000-7000-8000-00000000000b");

    [Theory]
    [InlineData(SeededRoles.CompanyAdministrator, DataScopeKind.Company)]
    [InlineData(SeededRoles.CentreDirector, DataScopeKind.Company)]
    [InlineData(SeededRoles.Supervisor, DataScopeKind.Company)]
    [InlineData(SeededRoles.FrontDesk, DataScopeKind.Company)]
    [InlineData(SeededRoles.Butler, DataScopeKind.Cluster)]
    [InlineData(SeededRoles.DepartmentHead, DataScopeKind.Department)]
    [InlineData(SeededRoles.Staff, DataScopeKind.Department)]
    [InlineData(SeededRoles.Resident, DataScopeKind.Own)]
    [InlineData(SeededRoles.PlatformOperator, DataScopeKind.None)]
    [InlineData("unheard-of", DataScopeKind.None)]
    [Trait("Requirement", "R66")]
    public void EachRole_HasItsScope(string role, DataScopeKind expected) => DataScopes.Of([role], [], "engineering", [Cluster]).Kind.ShouldBe(expected);

    [Theory]
    [InlineData(SeededRoles.Supervisor)]
    [InlineData(SeededRoles.FrontDesk)]
    public void WhoIsNarrowedToCommunities_SeesThose(string role)
    {
        var scope = DataScopes.Of([role], [Community], null, []);
        scope.Kind.ShouldBe(DataScopeKind.Community);
        scope.Ids.ShouldBe([Community]);
    }

    [Theory]
    [InlineData(SeededRoles.CompanyAdministrator)]
    [InlineData(SeededRoles.CentreDirector)]
    public void WhoLeads_IsNotNarrowed(string role) => DataScopes.Of([role], [Community], null, []).Kind.ShouldBe(DataScopeKind.Company);

    [Fact]
    public void AButler_SeesTheirClusters() => DataScopes.Of([SeededRoles.Butler], [Community], "customer-service", [Cluster]).Ids.ShouldBe([Cluster]);

    [Fact]
    public void SeveralRoles_HaveTheWidest() => DataScopes.Of([SeededRoles.Butler, SeededRoles.Supervisor, SeededRoles.Staff], [], "engineering", [Cluster]).Kind.ShouldBe(DataScopeKind.Company);

    [Fact]
    public void StaffWithoutDepartment_DoNotSeeWhatHasNone() => DataScopes.Of([SeededRoles.Staff], [], null, []).Kind.ShouldBe(DataScopeKind.Own);

    [Fact]
    public void NoRole_SeesNothing() => DataScopes.Of([], [Community], "engineering", [Cluster]).ShouldBe(DataScope.Nothing);
}

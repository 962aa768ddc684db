using PropertyCloud.Identity.Roles;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Tests.Roles;

public sealed class RoleSeedsTests
{
    private static readonly PermissionDefinition[] Declared =
    [
        new("a.see", "看", SeededRoles.Butler, SeededRoles.Supervisor),
        new("a.do", "做", SeededRoles.Supervisor),
    ];

    [Fact]
    public void Wanted_HasAllTwelveRoles() => RoleSeeds.Wanted(Declared).Keys.ShouldBe(SeededRoles.All, ignoreOrder: true);

    [Fact]
    public void Wanted_GivesEachRoleWhatModulesDeclare()
    {
        var wanted = RoleSeeds.Wanted(Declared);
        wanted[SeededRoles.Supervisor].ShouldBe(["a.see", "a.do"], ignoreOrder: true);
        wanted[SeededRoles.Butler].ShouldBe(["a.see"]);
        wanted[SeededRoles.Resident].ShouldBeEmpty();
    }

    [Fact]
    public void Hash_ChangesWithAPermission_AndNotWithTheOrder()
    {
        var hash = RoleSeeds.Hash(RoleSeeds.Wanted(Declared));
        RoleSeeds.Hash(RoleSeeds.Wanted(Declared.Reverse())).ShouldBe(hash);
        RoleSeeds.Hash(RoleSeeds.Wanted([.. Declared, new("b.see", "看", SeededRoles.Staff)])).ShouldNotBe(hash);
    }

    [Fact]
    public void EveryDepartment_HasAName() => Departments.All.ShouldAllBe(code => RoleNames.OfDepartment(code) != code);

    [Fact]
    public void EveryRole_HasAName() => SeededRoles.All.ShouldAllBe(code => RoleNames.OfRole(code) != code);
}

using Microsoft.Extensions.Time.Testing;
using PropertyCloud.Identity.Access;
using PropertyCloud.Identity.Links;
using PropertyCloud.Identity.Roles;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Tests.Users;

/// <summary>The borders of names, passwords and phones, and what each change of an account renews.</summary>
public sealed class UserEdgeTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 9, 15, 7, 0, 0, TimeSpan.Zero));
    private DateTime Now => _clock.Now();

    private User Staff(StaffProfile? profile = null) => User.NewStaff(_clock, "butler.zhou", profile ?? new("周敏", "13800138000"));

    [Theory]
    [InlineData("ab", true)]
    [InlineData("a", false)]
    [InlineData("a-b_c.d", true)]
    [InlineData("_-.", false)]
    [InlineData("12.34", false)]
    [InlineData("a1", true)]
    [InlineData(null, false)]
    public void UserName_IsShortReadableAndNeverDigitsAlone(string? name, bool valid) => UserNames.IsValid(name).ShouldBe(valid);

    [Fact]
    public void UserName_IsTakenUpTo32Characters()
    {
        UserNames.IsValid(new('a', 32)).ShouldBeTrue();
        UserNames.IsValid(new('a', 33)).ShouldBeFalse();
        var refused = Should.Throw<DomainException>(() => UserNames.Check("1"));
        (refused.Code, refused.Status, refused.Field).ShouldBe(("identity.user-name", 422, "userName"));
        UserNames.Generate().ShouldStartWith("r-");
        UserNames.Normalize(" zhou ").ShouldBe("ZHOU");
    }

    [Theory]
    [InlineData("Abcdef1x", true, "three kinds in eight")]
    [InlineData("abcdef1!", true, "lower, digit and sign")]
    [InlineData("ABCDEF1!", true, "upper, digit and sign")]
    [InlineData("Abcdefg!", true, "lower, upper and sign")]
    [InlineData("Abcdef1", false, "seven are too few")]
    [InlineData("abcdef12", false, "two kinds in eight")]
    [InlineData("ABCDEF12", false, "two kinds in eight")]
    [InlineData("abcdefg!", false, "two kinds in eight")]
    [InlineData("ABCDEFG!", false, "two kinds in eight")]
    [InlineData("123456 !", false, "two kinds in eight")]
    [InlineData("Abcdefgh", false, "two kinds in eight")]
    [InlineData("abcdefghi", false, "nine of one kind")]
    [InlineData("abcdefghij", true, "ten of any kind")]
    [InlineData("abababababcd", true, "four different characters")]
    [InlineData("abcabcabcabc", false, "three different characters")]
    [InlineData("BUTLER.ZHOU", false, "the name in other letters")]
    public void Policy_AtItsBorders(string password, bool good, string why) => (PasswordPolicy.Refuses(password, Staff()) is null).ShouldBe(good, why);

    [Fact]
    public void Policy_TakesUpTo128Characters_AndNamesTheField()
    {
        PasswordPolicy.Refuses(string.Concat(Enumerable.Repeat("Ab1!", 32)), Staff()).ShouldBeNull();
        var refused = PasswordPolicy.Refuses(string.Concat(Enumerable.Repeat("Ab1!", 32)) + "x", Staff()).ShouldNotBeNull();
        (refused.Code, refused.Status, refused.Field).ShouldBe(("identity.weak-password", 422, "newPassword"));
        PasswordPolicy.Refuses(null, Staff())!.Text.ShouldNotBe(PasswordPolicy.Refuses("aaaaaaaaaaaa", Staff())!.Text, "each problem says what to do");
    }

    [Fact]
    public void Policy_OfAUserWithoutAPhone_LooksAtTheNameAlone() => PasswordPolicy.Refuses("13800138000", Staff(new("周敏"))).ShouldBeNull();

    [Theory]
    [InlineData("1234567", "1234567")]
    [InlineData("123456", null)]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("+861234567", "1234567")]
    [InlineData("00861234567", "1234567")]
    [InlineData("0086", null)]
    [InlineData("（0571）8888—6666", "057188886666")]
    [InlineData(null, null)]
    public void Phone_AtItsBorders(string? typed, string? expected) => PhoneNumbers.TryNormalize(typed).ShouldBe(expected);

    [Fact]
    public void Phone_ThatIsNone_NamesTheField()
    {
        var refused = Should.Throw<DomainException>(() => Staff(new("周敏", "12")));
        (refused.Code, refused.Status, refused.Field).ShouldBe(("identity.phone", 422, "phone"));
        Staff(new("周敏", " ")).PhoneNumber.ShouldBeNull();
    }

    [Fact]
    public void Profile_IsTrimmed_AndBlankIsNothing()
    {
        Guid one = Ids.New(_clock), two = Ids.New(_clock);
        var user = Staff(new(" 周敏 ", null, Departments.Engineering, " 主管 ", " 007 ", "p3", [one, two, one]));
        (user.Name, user.Department, user.Title, user.EmployeeNumber, user.Portrait).ShouldBe(("周敏", Departments.Engineering, "主管", "007", "p3"));
        user.CommunityIds.ShouldBe([one, two]);
        user.Edit(new("周敏", null, null, " ", "", null));
        (user.Title, user.EmployeeNumber, user.Portrait, user.CommunityIds.Count).ShouldBe((null, null, null, 0));
    }

    [Fact]
    public void Resident_IsBoundToAParty_AndIsNoStaff()
    {
        var party = Ids.New(_clock);
        var resident = User.NewResident(_clock, "r-abcd2345", party, " 王珊 ", "13600000000");
        (resident.IsResident, resident.PartyId, resident.Name, resident.PhoneNumber, resident.CreatedAt).ShouldBe((true, party, "王珊", "13600000000", Now));
        Staff().IsResident.ShouldBeFalse();
    }

    [Fact]
    public void Reactivate_ForgetsTheLock()
    {
        var user = Staff();
        for (var i = 0; i < 5; i++) user.Failed(Now);
        user.Deactivate(null);
        user.Reactivate();
        user.IsLockedAt(Now).ShouldBeFalse();
        user.Failed(Now).ShouldBeFalse();
    }

    /// <summary>Two writers of one account: the second must see that the first was there.</summary>
    [Fact]
    public void EveryChange_RenewsTheVersion()
    {
        var user = Staff();
        var acts = new (string Name, Action Act)[]
        {
            ("edit", () => user.Edit(new("周敏"))), ("wrong password", () => user.Failed(Now)), ("sign-in", () => user.SignedIn(Now)), ("password", () => user.SetPassword("hash")),
            ("end sessions", user.EndSessions), ("deactivate", () => user.Deactivate(null)), ("reactivate", user.Reactivate),
        };
        foreach (var (name, act) in acts)
        {
            var before = user.ConcurrencyStamp;
            act();
            user.ConcurrencyStamp.ShouldNotBe(before, name);
        }
    }

    [Fact]
    public void Link_IsBoundAndEndsAfter72Hours()
    {
        Guid user = Ids.New(_clock), unit = Ids.New(_clock);
        var link = OneTimeLink.Issue(_clock, user, unit, "token");
        (link.UserId, link.UnitId, link.ExpiresAt, link.Status).ShouldBe((user, unit, Now.AddHours(72), LinkStatus.Open));
        link.WorksAt(link.ExpiresAt).ShouldBeFalse();
        var gone = Should.Throw<DomainException>(() => link.Use(link.ExpiresAt));
        (gone.Code, gone.Status).ShouldBe(("identity.link-gone", 410));
    }

    [Fact]
    public void AccessVersion_ChangesWithEachChange()
    {
        var version = AccessVersion.First();
        version.Id.ShouldBe(new Guid("00000000-0000-7000-8000-000000000001"), "the one row that every host knows, also of an older version");
        var first = version.Stamp;
        first.ShouldMatch("^[0-9a-f]{32}$");
        version.Renew();
        version.Stamp.ShouldNotBe(first);
        version.Seeded("abc");
        version.SeededHash.ShouldBe("abc");
    }

    [Fact]
    public void Role_IsFoundByItsCodeInAnyLetters()
    {
        var role = Role.Seeded(_clock, SeededRoles.Butler);
        (role.Name, role.NormalizedName).ShouldBe((SeededRoles.Butler, SeededRoles.Butler.ToUpperInvariant()));
        var permission = RolePermission.Of(_clock, role, "butler.accept");
        (permission.RoleId, permission.Permission).ShouldBe((role.Id, "butler.accept"));
    }

    [Fact]
    public void Scopes_AreNarrowedByCommunityAndDepartment()
    {
        var community = Ids.New(_clock);
        DataScopes.Of([SeededRoles.Supervisor], [], null, []).Kind.ShouldBe(DataScopeKind.Company);
        DataScopes.Of([SeededRoles.Supervisor], [community], null, []).Kind.ShouldBe(DataScopeKind.Community);
        DataScopes.Of([SeededRoles.Staff], [], null, []).Kind.ShouldBe(DataScopeKind.Own, "without a department it would reach rows that have none");
        DataScopes.Of([SeededRoles.Resident, SeededRoles.Butler], [], null, [community]).Kind.ShouldBe(DataScopeKind.Cluster, "the widest of several");
        DataScopes.Of([], [], null, []).ShouldBe(DataScope.Nothing);
        DataScopes.NeedsClusters([SeededRoles.Butler]).ShouldBeTrue();
        DataScopes.NeedsClusters([SeededRoles.Supervisor]).ShouldBeFalse();
    }
}

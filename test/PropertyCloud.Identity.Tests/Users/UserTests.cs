using Microsoft.Extensions.Time.Testing;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Identity.Tests.Users;

public sealed class UserTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 9, 15, 7, 0, 0, TimeSpan.Zero));
    private DateTime Now => _clock.Now();

    [Fact]
    public void Failed_FifthTimeInARow_LocksForTenMinutes()
    {
        var user = Staff();
        for (var i = 1; i <= 4; i++) user.Failed(Now).ShouldBeFalse();
        user.IsLockedAt(Now).ShouldBeFalse();
        user.Failed(Now).ShouldBeTrue();
        user.IsLockedAt(Now).ShouldBeTrue();
        _clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        user.IsLockedAt(Now).ShouldBeTrue();
        _clock.Advance(TimeSpan.FromSeconds(1));
        user.IsLockedAt(Now).ShouldBeFalse();
    }

    [Fact]
    public void Failed_WhileLocked_DoesNotLengthenTheLock()
    {
        var user = Locked();
        var until = user.LockoutEnd;
        _clock.Advance(TimeSpan.FromMinutes(5));
        user.Failed(Now).ShouldBeFalse();
        user.LockoutEnd.ShouldBe(until);
    }

    [Fact]
    public void Failed_AfterTheLock_StartsCountingAnew()
    {
        var user = Locked();
        _clock.Advance(TimeSpan.FromMinutes(11));
        user.Failed(Now).ShouldBeFalse();
        user.IsLockedAt(Now).ShouldBeFalse();
    }

    [Fact]
    public void SignedIn_ForgetsFailures()
    {
        var user = Staff();
        for (var i = 1; i <= 4; i++) user.Failed(Now);
        user.SignedIn(Now);
        user.Failed(Now).ShouldBeFalse();
        user.LastSignInAt.ShouldBe(Now);
    }

    [Fact]
    public void SetPassword_EndsSessions_AndUnlocks()
    {
        var user = Locked();
        var stamp = user.SecurityStamp;
        user.SetPassword("hash");
        user.SecurityStamp.ShouldNotBe(stamp);
        user.IsLockedAt(Now).ShouldBeFalse();
    }

    [Fact]
    public void SignedIn_KeepsOtherSessions()
    {
        var user = Staff();
        var stamp = user.SecurityStamp;
        user.SignedIn(Now);
        user.SecurityStamp.ShouldBe(stamp);
    }

    [Fact]
    public void Edit_KeepsSessions_AndRenewsTheVersionOfTheForm()
    {
        var user = Staff();
        var (stamp, version) = (user.SecurityStamp, user.ConcurrencyStamp);
        user.Edit(new("周敏", Department: "engineering"));
        user.SecurityStamp.ShouldBe(stamp);
        user.ConcurrencyStamp.ShouldNotBe(version);
        user.Department.ShouldBe("engineering");
    }

    [Fact]
    public void Edit_OfAResident_IsRefused() =>
        Refused(() => User.NewResident(_clock, "r-abcd2345", Ids.New(_clock), "李国强", null).Edit(new("李国强"))).ShouldBe("identity.not-staff");

    [Fact]
    public void Deactivate_EndsSessions()
    {
        var user = Staff();
        var stamp = user.SecurityStamp;
        user.Deactivate(Ids.New(_clock));
        user.IsActive.ShouldBeFalse();
        user.SecurityStamp.ShouldNotBe(stamp);
    }

    [Fact]
    public void Deactivate_Oneself_IsRefused()
    {
        var user = Staff();
        Refused(() => user.Deactivate(user.Id)).ShouldBe("identity.own-account");
        user.IsActive.ShouldBeTrue();
    }

    [Fact]
    public void Deactivate_WhenInactive_IsRefused()
    {
        var user = Staff();
        user.Deactivate(null);
        Refused(() => user.Deactivate(null)).ShouldBe("identity.already-inactive");
    }

    [Fact]
    public void Reactivate_WhenActive_IsRefused() => Refused(() => Staff().Reactivate()).ShouldBe("identity.already-active");

    [Fact]
    public void Reactivate_AfterDeactivate_LetsInAgain()
    {
        var user = Staff();
        user.Deactivate(null);
        user.Reactivate();
        user.IsActive.ShouldBeTrue();
    }

    [Theory]
    [InlineData("a")]
    [InlineData("13800138000")]
    [InlineData("138-0013")]
    [InlineData("with space")]
    [InlineData("semi;colon")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456")]
    public void NewStaff_WithABadUserName_IsRefused(string name) => Refused(() => User.NewStaff(_clock, name, new("周敏"))).ShouldBe("identity.user-name");

    [Theory]
    [InlineData("butler1")]
    [InlineData("周敏")]
    [InlineData("zhou.min-2")]
    public void NewStaff_WithAGoodUserName_IsMade(string name) => User.NewStaff(_clock, name, new("周敏")).NormalizedUserName.ShouldBe(name.ToUpperInvariant());

    [Fact]
    public void GeneratedNames_AreValid_AndDiffer()
    {
        var names = Enumerable.Range(0, 1000).Select(_ => UserNames.Generate()).ToList();
        names.ShouldAllBe(n => UserNames.IsValid(n));
        names.ShouldBeUnique();
    }

    [Theory]
    [InlineData("13800138000", "13800138000")]
    [InlineData(" +86 138 0013 8000 ", "13800138000")]
    [InlineData("0086-13800138000", "13800138000")]
    [InlineData("(021) 6888-1234", "02168881234")]
    [InlineData("12345", null)]
    [InlineData("butler1", null)]
    [InlineData("13800138000;", null)]
    [InlineData("1234567890123456", null)]
    [InlineData("", null)]
    public void TryNormalize_ReadsPhones(string typed, string? expected) => PhoneNumbers.TryNormalize(typed).ShouldBe(expected);

    [Theory]
    [InlineData("Demo-2026!", true)]
    [InlineData("correct horse", true)]
    [InlineData("一二三四五六七八九十", true)]
    [InlineData("Abcdef1x", true)]
    [InlineData("abcdefg1", false)]
    [InlineData("Abc12!", false)]
    [InlineData("aaaaaaaaaaaa", false)]
    [InlineData("butler.zhou", false)]
    [InlineData("13800138000", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Policy_TellsWeakPasswords(string? password, bool isGood)
    {
        var user = User.NewStaff(_clock, "butler.zhou", new("周敏", "13800138000"));
        (PasswordPolicy.Refuses(password, user) is null).ShouldBe(isGood);
    }

    [Fact]
    public void Policy_RefusesWhatIsTooLongToHash() => PasswordPolicy.Refuses(string.Concat(Enumerable.Repeat("Ab1!", 33)), Staff()).ShouldNotBeNull();

    private User Staff() => User.NewStaff(_clock, "zhoumin", new("周敏"));

    private User Locked()
    {
        var user = Staff();
        for (var i = 1; i <= 5; i++) user.Failed(Now);
        return user;
    }

    internal static string Refused(Action act) => Should.Throw<DomainException>(act).Code;
}

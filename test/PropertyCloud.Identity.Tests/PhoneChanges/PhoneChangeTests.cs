using Microsoft.Extensions.Time.Testing;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Identity.PhoneChanges;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Identity.Tests.PhoneChanges;

/// <summary>Ruling 35: a phone changes by two people.</summary>
public sealed class PhoneChangeTests
{
    private const string Old = "13800138000", New = "13900139000";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 9, 15, 7, 0, 0, TimeSpan.Zero));
    private readonly Guid _asker = Guid.Parse("00000000-0000-0000-0000-00000000000a");
    private readonly Guid _second = Guid.Parse("00000000-0000-0000-0000-00000000000b");
    private readonly Guid _owner = Guid.Parse("00000000-0000-0000-0000-00000000000c");
    private DateTime Now => _clock.Now();

    private PhoneChange Asked(Guid? by = null) => PhoneChange.Ask(_clock, PhoneOwner.Staff(_owner), Old, New, by ?? _asker);

    [Fact]
    public void Ask_Waits_AndSaysSo()
    {
        var change = Asked();
        (change.IsWaiting, change.WaitingFor).ShouldBe((true, (Guid?)_owner));
        change.Events.ShouldHaveSingleItem().ShouldBe(new PhoneChanged(change.Id, PhoneChangeStep.Asked, _owner, null, _asker, null, true));
    }

    [Fact]
    public void Ask_ForTheSameNumber_IsRefused() =>
        Refused(() => PhoneChange.Ask(_clock, PhoneOwner.Staff(_owner), Old, Old, _asker)).ShouldBe("identity.same-phone");

    [Fact]
    public void Approve_ByWhoAsked_IsRefused()
    {
        var change = Asked();
        Refused(() => change.Approve(new(_asker), Now, false)).ShouldBe("identity.own-request");
        change.IsWaiting.ShouldBeTrue();
    }

    [Fact]
    public void Approve_BySomebodyElse_Counts()
    {
        var change = Asked();
        change.Approve(new(_second), Now, false);
        (change.State, change.DecidedBy, change.WaitingFor).ShouldBe((PhoneChangeState.Approved, (Guid?)_second, (Guid?)null));
        change.Events.OfType<PhoneChanged>().Last().Step.ShouldBe(PhoneChangeStep.Approved);
    }

    [Fact]
    public void Approve_ByTheOwner_NeedsProof()
    {
        var change = Asked();
        Refused(() => change.Approve(new(_owner, IsOwner: true), Now, false)).ShouldBe("identity.not-proved");
        change.Approve(new(_owner, IsOwner: true, HasProved: true), Now, false);
        change.State.ShouldBe(PhoneChangeState.Approved);
    }

    [Fact]
    public void Approve_ByTheOwnerWhoAsked_IsRefused_AlsoWithProof() =>
        Refused(() => Asked(_owner).Approve(new(_owner, IsOwner: true, HasProved: true), Now, false)).ShouldBe("identity.own-request");

    [Fact]
    public void Refuse_KeepsTheReason()
    {
        var change = Asked();
        change.Refuse(new(_second), " 打电话问过，不是本人 ", Now, false);
        (change.State, change.Reason).ShouldBe((PhoneChangeState.Refused, "打电话问过，不是本人"));
    }

    [Fact]
    public void Refuse_ByWhoAsked_IsRefused() => Refused(() => Asked().Refuse(new(_asker), "不要了", Now, false)).ShouldBe("identity.own-request");

    [Fact]
    public void Decided_IsDecidedOnce()
    {
        var change = Asked();
        change.Refuse(new(_second), "不是本人", Now, false);
        Refused(() => change.Approve(new(_second), Now, false)).ShouldBe("identity.phone-change-closed");
        Refused(() => change.Withdraw(_asker, Now, false)).ShouldBe("identity.phone-change-closed");
    }

    [Fact]
    public void AskedByTheSystem_AnybodyElseMayAgree()
    {
        var change = PhoneChange.Ask(_clock, PhoneOwner.Resident(_owner, null, null), Old, New, null);
        change.Approve(new(_second), Now, false);
        change.State.ShouldBe(PhoneChangeState.Approved);
    }

    [Fact]
    public void ChangePhone_EndsEverySession()
    {
        var user = User.NewStaff(_clock, "zhoumin", new("周敏", Old));
        var stamp = user.SecurityStamp;
        user.ChangePhone("139 0013 9000");
        (user.PhoneNumber, user.SecurityStamp == stamp).ShouldBe((New, false));
    }

    [Fact]
    public void Edit_LeavesThePhone()
    {
        var user = User.NewStaff(_clock, "zhoumin", new("周敏", Old));
        user.Edit(new("周敏敏", New));
        (user.Name, user.PhoneNumber).ShouldBe(("周敏敏", Old));
    }

    [Fact]
    public void TakeFirstPhone_WhereThereIsOne_IsRefused() =>
        Refused(() => User.NewStaff(_clock, "zhoumin", new("周敏", Old)).TakeFirstPhone(New)).ShouldBe("identity.phone-known");

    [Theory]
    [InlineData("138 0013 8000", true)]
    [InlineData("+86 13800138000", true)]
    [InlineData("12800138000", false)]
    [InlineData("057188886666", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsMobile_TellsMobiles(string? typed, bool expected) => PhoneNumbers.IsMobile(typed).ShouldBe(expected);

    private static string Refused(Action act) => Should.Throw<DomainException>(act).Code;
}

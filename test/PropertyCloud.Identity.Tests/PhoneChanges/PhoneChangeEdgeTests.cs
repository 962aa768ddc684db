using Microsoft.Extensions.Time.Testing;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Identity.PhoneChanges;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Identity.Tests.PhoneChanges;

/// <summary>What a change of a phone keeps, tells and refuses by name.</summary>
public sealed class PhoneChangeEdgeTests
{
    private const string Old = "13800138000", New = "13900139000";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 9, 15, 7, 0, 0, TimeSpan.Zero));
    private readonly Guid _asker = Guid.Parse("00000000-0000-0000-0000-00000000000a");
    private readonly Guid _second = Guid.Parse("00000000-0000-0000-0000-00000000000b");
    private readonly Guid _party = Guid.Parse("00000000-0000-0000-0000-00000000000c");
    private readonly Guid _unit = Guid.Parse("00000000-0000-0000-0000-00000000000d");
    private readonly Guid _community = Guid.Parse("00000000-0000-0000-0000-00000000000e");
    private DateTime Now => _clock.Now();

    private PhoneChange Asked() => PhoneChange.Ask(_clock, PhoneOwner.Resident(_party, _unit, _community), Old, New, _asker);

    private static (string Code, int Status, string? Field) Refused(Action act)
    {
        var refused = Should.Throw<DomainException>(act);
        return (refused.Code, refused.Status, refused.Field);
    }

    [Fact]
    public void Ask_ForAResident_KeepsTheHomeAndBothNumbers()
    {
        var change = Asked();
        (change.UserId, change.PartyId, change.UnitId, change.CommunityId, change.WaitingFor).ShouldBe((null, _party, _unit, _community, _party));
        (change.OldPhone, change.NewPhone, change.AskedBy, change.AskedAt, change.DecidedBy, change.DecidedAt).ShouldBe((Old, New, _asker, Now, null, null));
    }

    [Fact]
    public void Owner_IsAUserOrAParty()
    {
        PhoneOwner.Staff(_asker).ShouldBe(new PhoneOwner(_asker, null));
        PhoneOwner.Staff(_asker).Id.ShouldBe(_asker);
        Should.Throw<InvalidOperationException>(() => new PhoneOwner(null, null).Id);
    }

    [Fact]
    public void Refusals_NameTheirFieldAndStatus()
    {
        Refused(() => PhoneChange.Ask(_clock, PhoneOwner.Staff(_asker), Old, Old, _asker)).ShouldBe(("identity.same-phone", 422, "phone"));
        Refused(() => Asked().Approve(new(_second, IsOwner: true), Now, false)).ShouldBe(("identity.not-proved", 422, "current"));
        Refused(() => Asked().Approve(new(_asker), Now, false)).ShouldBe(("identity.own-request", 409, null));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EachDecision_SaysWhoWhenAndWhetherMoreWaits(bool more)
    {
        var later = Now.AddHours(3);
        foreach (var (state, step, act) in new (PhoneChangeState, PhoneChangeStep, Action<PhoneChange>)[]
        {
            (PhoneChangeState.Approved, PhoneChangeStep.Approved, c => c.Approve(new(_second), later, more)),
            (PhoneChangeState.Refused, PhoneChangeStep.Refused, c => c.Refuse(new(_second, IsOwner: true), "不是本人", later, more)),
            (PhoneChangeState.Withdrawn, PhoneChangeStep.Withdrawn, c => c.Withdraw(_second, later, more)),
        })
        {
            var change = Asked();
            act(change);
            (change.State, change.IsWaiting, change.WaitingFor, change.DecidedBy, change.DecidedAt).ShouldBe((state, false, null, _second, later));
            change.Events.Last().ShouldBe(new PhoneChanged(change.Id, step, null, _party, _asker, _second, more, _community));
        }
    }

    [Fact]
    public void Refuse_OfWhatIsDecided_KeepsTheFirstWord()
    {
        var change = Asked();
        change.Refuse(new(_second), "不是本人", Now, false);
        Refused(() => change.Refuse(new(_second), "别的", Now, false)).Code.ShouldBe("identity.phone-change-closed");
        (change.Reason, change.Events.Count).ShouldBe(("不是本人", 2));
    }

    [Fact]
    public void FirstPhone_IsGivenByOnePerson_AndEndsNoSession()
    {
        var user = User.NewStaff(_clock, "zhoumin", new("周敏"));
        var (session, version) = (user.SecurityStamp, user.ConcurrencyStamp);
        user.TakeFirstPhone("+86 139-0013-9000");
        (user.PhoneNumber, user.SecurityStamp == session, user.ConcurrencyStamp == version).ShouldBe((New, true, false));
    }

    [Fact]
    public void ChangePhone_ToNone_LeavesSignInByName()
    {
        var user = User.NewStaff(_clock, "zhoumin", new("周敏", Old));
        var version = user.ConcurrencyStamp;
        user.ChangePhone(null);
        (user.PhoneNumber, user.ConcurrencyStamp == version).ShouldBe((null, false));
    }

    [Theory]
    [InlineData("13000130000", true)]
    [InlineData("23800138000", false)]
    [InlineData("1380013800", false)]
    [InlineData("138001380001", false)]
    public void IsMobile_AtItsBorders(string typed, bool mobile) => PhoneNumbers.IsMobile(typed).ShouldBe(mobile);
}
